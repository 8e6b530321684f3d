-- What webhooks are told: on its way, and what ended lately.
create table webhook_delivery (
    tenant_id      uuid        not null,
    id             uuid        not null,
    webhook_id     uuid        not null,
    event          text        not null,
    ticket_id      uuid,
    ticket_version integer,
    comment_id     uuid,
    body           text,
    state          text        not null check (state in ('queued', 'delivered', 'delayed', 'failed', 'dropped')),
    attempts       integer     not null,
    last_at        timestamptz,
    last_status    integer,
    last_fault     text,
    created_at     timestamptz not null,
    next_at        timestamptz,
    delivered_at   timestamptz,
    primary key (tenant_id, id)
);
comment on column webhook_delivery.id is 'Follows from webhook and act.';
comment on column webhook_delivery.body is 'As it is sent, byte for byte. null: its ticket is gone.';
comment on column webhook_delivery.comment_id is 'The comment whose words are in the body.';
comment on column webhook_delivery.next_at is 'When it is tried; while somebody tries it, when they have surely ended. null: not any more.';
create index webhook_delivery_next on webhook_delivery (next_at) where next_at is not null;
create index webhook_delivery_newest on webhook_delivery (tenant_id, webhook_id, created_at, id);
create index webhook_delivery_arrived on webhook_delivery (tenant_id, webhook_id, delivered_at) where delivered_at is not null;
create index webhook_delivery_of on webhook_delivery (tenant_id, ticket_id) where body is not null;
create index webhook_delivery_ended on webhook_delivery (created_at) where next_at is null;

call tenant_table('webhook_delivery');
grant select, insert, update on webhook_delivery to helpdesk_app;
grant select, update, delete on webhook_delivery to helpdesk_worker;
