-- What follows from the status (Domain/Tickets/TicketStatus.cs), so that no statement has to name one.
alter table ticket
    add column is_over  boolean not null generated always as (status in ('resolved', 'closed')) stored,
    add column is_final boolean not null generated always as (status = 'closed') stored;
drop index ticket_workload;
-- What somebody has on their desk: asked for when a ticket looks for an assignee, and when somebody leaves.
create index ticket_workload on ticket (tenant_id, assignee, id) where not deleted and assignee is not null and not is_final;
