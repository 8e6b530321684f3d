drop index ticket_workload;
create index ticket_workload on ticket (tenant_id, assignee, id) where not deleted and assignee is not null and status <> 'closed';
alter table ticket drop column is_over, drop column is_final;
