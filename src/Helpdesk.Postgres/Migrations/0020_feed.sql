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

call tenant_table('event');
-- No update, no delete: what happened stays. The worker's delete is for retention and erasure, which keep_history watches.
grant select, insert on event to helpdesk_app;
grant select on event to helpdesk_worker;

create table operation (
    tenant_id    uuid        not null,
    id           uuid        not null,
    fingerprint  text        not null,
    stream_id    uuid        not null,
    from_version integer     not null,
    to_version   integer     not null,
    answer       jsonb,
    at           timestamptz not null default now(),
    primary key (tenant_id, id)
);
comment on table operation is 'One row per command, kept 72 hours: a retry finds what the first one did.';
-- Where events cannot tell: they name nobody, and a membership has a name and an address.
comment on column operation.answer is 'The membership as the operation left it; null: the answer is folded from the events.';
create index operation_age on operation using brin (at);

call tenant_table('operation');
grant select, insert on operation to helpdesk_app;
grant select on operation to helpdesk_worker;

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

call tenant_table('aggregate');
grant select, insert, update on aggregate to helpdesk_app;
grant select on aggregate to helpdesk_worker;

create table due (
    tenant_id    uuid        not null,
    stream_id    uuid        not null,
    subject      text        not null,
    kind         text        not null,
    due_at       timestamptz not null,
    shard        smallint    not null generated always as ((uuid_hash(stream_id) & 7)::smallint) stored,
    leased_until timestamptz,
    attempts     integer     not null default 0,
    primary key (tenant_id, stream_id, kind)
);
comment on table due is 'What must be looked at, and when. Written in the transaction that makes it true; removed in the one that acts on it.';
comment on column due.leased_until is 'A sweeper works on it; until then nobody else takes it. Later, whoever it was has died or failed.';
create index due_next on due (shard, due_at);

call tenant_table('due');
grant select, insert, update, delete on due to helpdesk_app;
grant select, update on due to helpdesk_worker;

create table feed_position (
    consumer text   primary key,
    tx       xid8   not null default '0',
    position bigint not null default 0
);
comment on table feed_position is 'How far each consumer of the feed has come.';
grant select, insert, update on feed_position to helpdesk_worker;
