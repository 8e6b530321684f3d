-- Lists that people come back to, and the order in which they stand before them. Documents without a history.
create table saved_view (
    tenant_id   uuid    not null,
    id          uuid    not null,
    owner       uuid    not null,
    version     integer not null,
    name        text    not null,
    filters     text    not null,
    sort        text,
    columns     text[]  not null,
    shared_with text    not null check (shared_with in ('me', 'teams', 'staff')),
    teams       text[]  not null,
    asked       text    not null,
    primary key (tenant_id, id)
);
comment on column saved_view.filters is 'As the query of GET /tickets.';
comment on column saved_view.asked is 'Fingerprint of the request that made it: a retry is known by it.';
create index saved_view_owner on saved_view (tenant_id, owner);
create index saved_view_shared on saved_view (tenant_id) where shared_with <> 'me';
call tenant_table('saved_view');
grant select, insert, update, delete on saved_view to helpdesk_app;

create table view_order (
    tenant_id  uuid   not null,
    account_id uuid   not null,
    keys       text[] not null,
    primary key (tenant_id, account_id)
);
comment on column view_order.keys is 'Of views that are built in, and ids of others; what is not here comes behind.';
call tenant_table('view_order');
grant select, insert, update on view_order to helpdesk_app;
