drop index event_deed;
