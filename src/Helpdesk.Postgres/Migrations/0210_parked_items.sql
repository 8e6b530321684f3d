-- What could not be handled: an event by a consumer of the feed, a due moment by its subject, a state that cannot be read.
create table parked_item (
    tenant_id uuid        not null,
    id        uuid        not null default gen_random_uuid(),
    source    text        not null check (source in ('feed', 'due', 'state')),
    handler   text        not null,
    stream_id uuid        not null,
    version   integer     not null default 0,
    kind      text        not null,
    tries     integer     not null,
    reason    text        not null,
    detail    text,
    first_at  timestamptz not null,
    last_at   timestamptz not null,
    next_at   timestamptz,
    primary key (tenant_id, id),
    constraint parked_item_once unique (tenant_id, source, handler, stream_id, version, kind)
);
comment on table parked_item is 'One item that failed stops nobody else: it waits here, and the others go on.';
comment on column parked_item.handler is 'The consumer of the feed, or the kind of the aggregate.';
comment on column parked_item.version is 'Of the event; 0: not an event.';
comment on column parked_item.next_at is 'When it is tried again; null: it is parked until somebody replays it.';
create index parked_item_next on parked_item (handler, next_at) where source = 'feed' and next_at is not null;
create index parked_item_newest on parked_item (first_at, id);

call tenant_table('parked_item');
grant select, update, delete on parked_item to helpdesk_app;
grant select, insert, update, delete on parked_item to helpdesk_worker;

comment on column due.leased_until is 'A sweeper works on it; until then nobody else takes it. Later, whoever it was has died or failed. infinity: it is parked.';
