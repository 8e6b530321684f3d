-- What people want of notifications besides their kinds. It has no history: nobody else acts on it.
create table notification_wish (
    tenant_id            uuid     not null,
    account_id           uuid     not null,
    version              integer  not null,
    muted_queues         text[]   not null default '{}',
    quiet_from           integer  check (quiet_from between 0 and 1439),
    quiet_to             integer  check (quiet_to between 0 and 1439),
    urgent_breaches_pass boolean  not null default true,
    primary key (tenant_id, account_id),
    check ((quiet_from is null) = (quiet_to is null) and quiet_from is distinct from quiet_to or quiet_from is null)
);
comment on column notification_wish.quiet_from is 'Minutes after midnight where the person is; mails wait until quiet_to, perhaps of the next day.';
call tenant_table('notification_wish');
grant select, insert, update on notification_wish to helpdesk_app;
grant select on notification_wish to helpdesk_worker;
