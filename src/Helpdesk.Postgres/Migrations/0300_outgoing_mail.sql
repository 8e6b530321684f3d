-- Mails on their way, and those that went lately.
create table outgoing_mail (
    tenant_id  uuid        not null,
    id         uuid        not null,
    template   text        not null,
    recipient  text        not null,
    subject    text        not null,
    ticket     text,
    state      text        not null check (state in ('queued', 'sent', 'written', 'delayed', 'failed')),
    attempts   integer     not null,
    last_error text,
    queued_at  timestamptz not null,
    until      timestamptz not null,
    next_at    timestamptz,
    sent_at    timestamptz,
    primary key (tenant_id, id)
);
comment on table outgoing_mail is 'The text is not here: it is written when it is sent, from the sealed event that the mail has its id from.';
comment on column outgoing_mail.id is 'The stream of the event notification.owed.';
comment on column outgoing_mail.ticket is 'Its number.';
comment on column outgoing_mail.until is 'The last try is not later than this.';
comment on column outgoing_mail.next_at is 'When it is tried; while somebody tries it, when they have surely ended. null: not any more.';
create index outgoing_mail_next on outgoing_mail (next_at) where next_at is not null;
create index outgoing_mail_newest on outgoing_mail (tenant_id, queued_at, id);
create index outgoing_mail_ended on outgoing_mail (queued_at) where next_at is null;

call tenant_table('outgoing_mail');
grant select, insert, update on outgoing_mail to helpdesk_app;
grant select, update, delete on outgoing_mail to helpdesk_worker;
