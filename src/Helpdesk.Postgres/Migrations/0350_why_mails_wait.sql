-- Why a mail waits, failed or is not sent is a word, told in the reader's language. What is rightly not sent has not failed.
alter table outgoing_mail add column reason text;
comment on column outgoing_mail.reason is 'Why it was not accepted or is not sent, as a word; last_error has the server''s own words.';
alter table outgoing_mail drop constraint outgoing_mail_state_check;
alter table outgoing_mail add constraint outgoing_mail_state_check
    check (state in ('queued', 'sent', 'written', 'delayed', 'failed', 'dropped'));

alter table notification_item add column mail_wait text;
comment on column notification_item.mail_wait is 'Why its mail waits until mail_at, as a word; null: it does not.';
create index notification_item_waits on notification_item (tenant_id, stream_id) where mail_at is not null and mail_id is null;
