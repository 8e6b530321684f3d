-- What somebody has on their desk: asked for when a ticket looks for an assignee, and when somebody leaves.
create index ticket_workload on ticket (tenant_id, assignee, id) where not deleted and assignee is not null and status <> 'closed';
