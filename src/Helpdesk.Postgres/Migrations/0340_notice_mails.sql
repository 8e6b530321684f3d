-- What people are told also goes by mail, as they want it: when its time has come, or gathered.
alter table membership add column mails_off text[] not null default '{}';
alter table membership add column mail_digest text not null default 'none' check (mail_digest in ('none', 'hourly', 'daily'));
alter table membership add column mail_hold integer not null default 10 check (mail_hold in (0, 5, 10, 30));
comment on column membership.mails_off is 'Kinds of notifications that the person wants no mail of.';
comment on column membership.mail_hold is 'Seconds for which mails about what the person wrote wait.';

alter table notification_item add column mail_at timestamptz;
alter table notification_item add column mail_id uuid;
comment on column notification_item.mail_at is 'When its mail is looked at; while somebody does, when they have surely ended. null: no more.';
comment on column notification_item.mail_id is 'The mail that tells of it; null: none does.';
create index notification_item_mail on notification_item (mail_at) where mail_at is not null;
create index notification_item_mailed on notification_item (tenant_id, mail_id) where mail_id is not null;
grant update (mail_at) on notification_item to helpdesk_worker;

comment on column outgoing_mail.id is 'The stream of the event notification.owed, or what notification_item.mail_id names.';
create index outgoing_mail_of on outgoing_mail (tenant_id, recipient, queued_at) where template = 'notices';
