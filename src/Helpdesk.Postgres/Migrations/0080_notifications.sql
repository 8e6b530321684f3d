-- What people must be told. A thing to tell is written in the transaction that owes it and touches no other row, so that many tickets that fall due at
-- once do not wait for each other; the recipient's next look, or later a mail, gathers what is there into one notification.
create table notification (
    tenant_id  uuid        not null,
    id         uuid        not null,
    account_id uuid        not null,
    kind       text        not null,
    first_at   timestamptz not null,
    last_at    timestamptz not null,
    items      integer     not null check (items > 0),
    is_open    boolean     not null,
    read_at    timestamptz,
    primary key (tenant_id, id)
);
comment on column notification.last_at is 'When the newest of its items could be told; the list is sorted by it.';
comment on column notification.is_open is 'Takes up further items: it is unread, and younger than its window.';
create unique index notification_open on notification (tenant_id, account_id, kind) where is_open;
create index notification_list on notification (tenant_id, account_id, last_at desc, id desc);

call tenant_table('notification');
grant select, insert, update on notification to helpdesk_app;
grant select on notification to helpdesk_worker;

create table notification_item (
    tenant_id       uuid        not null,
    stream_id       uuid        not null,
    version         integer     not null,
    recipient       text        not null,
    account_id      uuid,
    email           text,
    kind            text        not null,
    number          text,
    target          text,
    about           jsonb,
    step            text,
    due_at          timestamptz not null,
    at              timestamptz not null,
    tell_at         timestamptz not null,
    notification_id uuid,
    primary key (tenant_id, stream_id, version, recipient),
    check ((account_id is null) <> (email is null)),
    constraint notification_item_about check ((about is null) <> (number is null)),
    constraint notification_item_of_ticket check ((number is null) = (target is null))
);
comment on table notification_item is 'One for each recipient of an owed notification; stream and version name the event that owes it.';
comment on column notification_item.about is 'Instead of a ticket and its target: the event that is told of, {"kind", "data"}.';
comment on column notification_item.due_at is 'The true moment of the warning or breach.';
comment on column notification_item.tell_at is 'Not before: the recipient''s hours, unless the policy says any time.';
comment on column notification_item.notification_id is 'Null: not gathered yet.';
create index notification_item_untold on notification_item (tenant_id, account_id, tell_at) where notification_id is null;
create index notification_item_of on notification_item (tenant_id, notification_id, tell_at desc) where notification_id is not null;

call tenant_table('notification_item');
grant select, insert, update on notification_item to helpdesk_app;
-- What admins and owners are told besides tickets (seats, licences, flags, operators inside) is owed by a consumer of the feed.
grant select, insert on notification_item to helpdesk_worker;
