drop index aggregate_licence;
