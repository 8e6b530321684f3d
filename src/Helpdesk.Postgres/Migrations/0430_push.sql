-- What people are told also reaches their devices, by Web Push (RFC 8030).
create table push_key (
    is_only     boolean     primary key default true check (is_only),
    public_key  bytea       not null check (octet_length(public_key) = 65),
    private_key bytea       not null,
    made_at     timestamptz not null
);
comment on table push_key is 'By which push services know the platform (RFC 8292). Browsers are bound to it, so it is made once and stays.';
comment on column push_key.private_key is 'PKCS#8, sealed with the master key, which is not in the database.';
grant select, insert on push_key to helpdesk_app;

create table push_subscription (
    tenant_id     uuid        not null,
    id            uuid        not null,
    account_id    uuid        not null,
    session_id    uuid        not null,
    endpoint_hash bytea       not null,
    service       text        not null,
    target        bytea       not null,
    name          text        not null,
    created_at    timestamptz not null,
    renewed_at    timestamptz not null,
    primary key (tenant_id, id),
    constraint push_subscription_endpoint unique (tenant_id, endpoint_hash),
    foreign key (tenant_id, session_id) references session (tenant_id, id) on delete cascade
);
comment on table push_subscription is 'A browser that is told, in the tenant of the host at which somebody is signed in there.';
comment on column push_subscription.session_id is 'Signed out of it, the browser is told nothing more.';
comment on column push_subscription.service is 'Host of the push service.';
comment on column push_subscription.target is 'Address and keys of the browser, sealed with the master key, which is not in the database.';
comment on column push_subscription.renewed_at is 'When the browser was last here. Forgotten 60 days later.';
create index push_subscription_account on push_subscription (tenant_id, account_id);
create index push_subscription_session on push_subscription (tenant_id, session_id);
create index push_subscription_renewed on push_subscription (renewed_at);
call tenant_table('push_subscription');
grant select, insert, update, delete on push_subscription to helpdesk_app;
grant select, delete on push_subscription to helpdesk_worker;

create table push_delivery (
    tenant_id       uuid        not null,
    subscription_id uuid        not null,
    stream_id       uuid        not null,
    host_tenant     uuid        not null,
    version         integer     not null,
    recipient       text        not null,
    service         text        not null,
    attempts        integer     not null default 0,
    queued_at       timestamptz not null,
    next_at         timestamptz not null,
    primary key (tenant_id, subscription_id, stream_id),
    foreign key (host_tenant, subscription_id) references push_subscription (tenant_id, id) on delete cascade
);
comment on table push_delivery is 'What is on its way to a browser: of each ticket the newest.';
comment on column push_delivery.host_tenant is 'Of the subscription: the platform''s at the desk.';
comment on column push_delivery.version is 'With stream and recipient: the item of notification_item that is told.';
comment on column push_delivery.next_at is 'When it is tried; while somebody tries it, when they have surely ended.';
create index push_delivery_next on push_delivery (next_at);
create index push_delivery_subscription on push_delivery (host_tenant, subscription_id);
call tenant_table('push_delivery');
grant select, insert, update, delete on push_delivery to helpdesk_worker;

alter table notification_item add column push_at timestamptz;
comment on column notification_item.push_at is 'When it is looked at for devices; while somebody does, when they have surely ended. null: no more.';
create index notification_item_push on notification_item (push_at) where push_at is not null;
grant update (push_at) on notification_item to helpdesk_worker;

alter table membership add column pushes_off text[] not null default '{}';
comment on column membership.pushes_off is 'Kinds of notifications that none of the person''s devices is told of.';
