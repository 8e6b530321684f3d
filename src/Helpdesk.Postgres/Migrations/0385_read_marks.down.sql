drop index notification_item_reader;
alter table notification_item drop column read_at;
