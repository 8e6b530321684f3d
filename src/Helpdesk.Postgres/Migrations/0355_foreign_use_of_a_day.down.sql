drop index event_foreign_use;
