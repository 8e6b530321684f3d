-- Tickets: the columns that lists filter and sort by, and the folded state. The history is in event.
create table ticket (
    tenant_id         uuid        not null,
    id                uuid        not null,
    number            text        not null,
    sequence          bigint      generated always as (substring(number from '[0-9]+$')::bigint) stored,
    version           integer     not null,
    public_version    integer     not null,
    status            text        not null check (status in ('open', 'in_progress', 'waiting_on_customer', 'resolved', 'closed')),
    -- What follows from the status (Domain/TicketStatus.cs), so that no statement has to name one.
    is_over           boolean     not null generated always as (status in ('resolved', 'closed')) stored,
    is_final          boolean     not null generated always as (status = 'closed') stored,
    priority          smallint    not null check (priority between 0 and 3),
    category          text,
    queue             text,
    team              text,
    requester         uuid        not null,
    assignee          uuid,
    subject           text        not null,
    description       text        not null,
    created_at        timestamptz not null,
    updated_at        timestamptz not null,
    public_updated_at timestamptz not null,
    due_at            timestamptz,
    sla_state         text        check (sla_state in ('on_track', 'warned', 'breached', 'met', 'paused')),
    closed_at         timestamptz,
    deleted           boolean     not null default false,
    tx                xid8        not null default pg_current_xact_id(),
    public_tx         xid8        not null default pg_current_xact_id(),
    state             jsonb       not null,
    primary key (tenant_id, id),
    unique (tenant_id, number)
);
comment on column ticket.sequence is 'What the number is sorted by: it grows beyond six digits.';
comment on column ticket.priority is 'low 0, medium 1, high 2, urgent 3: a number, so that it sorts.';
comment on column ticket.public_version is 'Version and time of change as the requester may know them; the true ones would tell of internal notes.';
comment on column ticket.tx is 'Of the last change, public_tx of the last one that the requester may know of: the order in which changes became visible, for updated_since.';

-- Deleted tickets have no place in lists: state keeps them, the partial indexes do not.
create index ticket_created   on ticket (tenant_id, created_at, id) where not deleted;
create index ticket_updated   on ticket (tenant_id, updated_at, id) where not deleted;
create index ticket_changed   on ticket (tenant_id, tx, id);
create index ticket_status    on ticket (tenant_id, status, created_at, id) where not deleted;
create index ticket_requester on ticket (tenant_id, requester, created_at, id) where not deleted;
create index ticket_assignee  on ticket (tenant_id, assignee, created_at, id) where not deleted and assignee is not null;
create index ticket_due       on ticket (tenant_id, due_at, id) where not deleted and due_at is not null;
-- What somebody has on their desk: asked for when a ticket looks for an assignee, and when somebody leaves.
create index ticket_workload  on ticket (tenant_id, assignee, id) where not deleted and assignee is not null and not is_final;

call tenant_table('ticket');
grant select, insert, update on ticket to helpdesk_app;
grant select on ticket to helpdesk_worker;

create table ticket_number (
    tenant_id uuid   primary key,
    reserved  bigint not null default 0
);
comment on column ticket_number.reserved is 'The highest number that may have been handed out. Never goes back, also not by deletion.';

call tenant_table('ticket_number');
grant select, insert, update on ticket_number to helpdesk_app;

-- Tags of tickets, for lists: an index over an array would be kept out of the plan by the policies.
create table ticket_tag (
    tenant_id uuid not null,
    tag       text not null,
    ticket_id uuid not null,
    primary key (tenant_id, tag, ticket_id)
);
comment on table ticket_tag is 'Written with the ticket: what its state lists as tags.';

call tenant_table('ticket_tag');
grant select, insert, delete on ticket_tag to helpdesk_app;
