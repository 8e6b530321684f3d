-- The record: events, the operations that made them, the folded states, and the moments at which something is due.
create table event (
    tenant_id uuid        not null,
    stream_id uuid        not null,
    version   integer     not null check (version > 0),
    position  bigint      generated always as identity,
    tx        xid8        not null default pg_current_xact_id(),
    at        timestamptz not null,
    actor     uuid,
    origin    text,
    kind      text        not null,
    data      jsonb       not null,
    primary key (tenant_id, stream_id, version)
);
comment on column event.tx is 'The feed is read in the order (tx, position), below the oldest transaction still running: an event that commits late is never skipped.';
comment on column event.origin is 'Where the command came from: address and door. For the audit log.';
create index event_feed on event (tx, position);

alter table event enable row level security;
alter table event force row level security;
create policy event_app on event to helpdesk_app
    using (tenant_id = any (nullif(current_setting('helpdesk.tenants', true), '')::uuid[]));
create policy event_worker on event to helpdesk_worker using (true);
-- No update, no delete: what happened stays. The owner's retention and erasure are separate, logged acts.
grant select, insert on event to helpdesk_app;
grant select on event to helpdesk_worker;

create table operation (
    tenant_id    uuid        not null,
    id           uuid        not null,
    fingerprint  text        not null,
    stream_id    uuid        not null,
    from_version integer     not null,
    to_version   integer     not null,
    at           timestamptz not null default now(),
    primary key (tenant_id, id)
);
comment on table operation is 'One row per command, kept 72 hours: a retry finds what the first one did.';
create index operation_age on operation using brin (at);

alter table operation enable row level security;
alter table operation force row level security;
create policy operation_app on operation to helpdesk_app
    using (tenant_id = any (nullif(current_setting('helpdesk.tenants', true), '')::uuid[]));
create policy operation_worker on operation to helpdesk_worker using (true);
grant select, insert on operation to helpdesk_app;
grant select, delete on operation to helpdesk_worker;

create table aggregate (
    tenant_id  uuid        not null,
    stream_id  uuid        not null,
    kind       text        not null,
    version    integer     not null,
    state      jsonb       not null,
    updated_at timestamptz not null,
    primary key (tenant_id, stream_id)
);
comment on table aggregate is 'Folded states of everything with a history that has no table of its own.';
create index aggregate_kind on aggregate (tenant_id, kind);

alter table aggregate enable row level security;
alter table aggregate force row level security;
create policy aggregate_app on aggregate to helpdesk_app
    using (tenant_id = any (nullif(current_setting('helpdesk.tenants', true), '')::uuid[]));
create policy aggregate_worker on aggregate to helpdesk_worker using (true);
grant select, insert, update on aggregate to helpdesk_app;
grant select on aggregate to helpdesk_worker;

create table due (
    tenant_id uuid        not null,
    stream_id uuid        not null,
    subject   text        not null,
    kind      text        not null,
    due_at    timestamptz not null,
    shard     smallint    not null generated always as ((uuid_hash(stream_id) & 7)::smallint) stored,
    leased_until timestamptz,
    attempts  integer     not null default 0,
    primary key (tenant_id, stream_id, kind)
);
comment on table due is 'What must be looked at, and when. Written in the transaction that makes it true; removed in the one that acts on it.';
comment on column due.leased_until is 'A sweeper works on it; until then nobody else takes it. Later, whoever it was has died or failed.';
create index due_next on due (shard, due_at);

alter table due enable row level security;
alter table due force row level security;
create policy due_app on due to helpdesk_app
    using (tenant_id = any (nullif(current_setting('helpdesk.tenants', true), '')::uuid[]));
create policy due_worker on due to helpdesk_worker using (true);
grant select, insert, update, delete on due to helpdesk_app;
grant select, update on due to helpdesk_worker;

create table feed_position (
    consumer text   primary key,
    tx       xid8   not null default '0',
    position bigint not null default 0
);
comment on table feed_position is 'How far each consumer of the feed has come.';
grant select, insert, update on feed_position to helpdesk_worker;

create table installation_secret (
    singleton boolean primary key default true check (singleton),
    value     bytea   not null check (length(value) >= 32)
);
comment on table installation_secret is 'One secret that all processes share; keys for cursors, grain calls and the like are derived from it.';
grant select, insert on installation_secret to helpdesk_app;
