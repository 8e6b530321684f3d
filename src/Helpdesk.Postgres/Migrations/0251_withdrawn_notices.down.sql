alter table notification_item drop column withdrawn_at;
