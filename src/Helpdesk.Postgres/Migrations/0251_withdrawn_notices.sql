-- Who was told of a comment reads that it was taken back.
alter table notification_item add column withdrawn_at timestamptz;
comment on column notification_item.withdrawn_at is 'When what it tells of was taken back; null: it stands.';
