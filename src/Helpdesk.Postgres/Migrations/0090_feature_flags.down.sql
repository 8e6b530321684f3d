drop index aggregate_licence;
drop index aggregate_flag_set;
