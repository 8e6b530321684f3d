-- What somebody has read of one ticket, before they have read the notification that tells of it and others.
alter table notification_item add column read_at timestamptz;
comment on column notification_item.read_at is 'When it was read with its ticket, or with everything; null: not, unless its notification was.';
create index notification_item_reader on notification_item (tenant_id, account_id, tell_at desc) where account_id is not null;
