-- Customers who ask to reopen their ticket are found: a filter of lists.
alter table ticket add column reopen_requested_at timestamptz;
comment on column ticket.reopen_requested_at is 'The requester asks to reopen it, and staff have neither granted nor declined yet. Null in a merged ticket.';

-- The owner is bound by row-level security as well.
create policy ticket_fill on ticket to helpdesk_owner using (true);
update ticket set reopen_requested_at = (state ->> 'reopen_requested_at')::timestamptz
where state ->> 'reopen_requested_at' is not null and state ->> 'merged_into' is null;
drop policy ticket_fill on ticket;

create index ticket_reopen_requested on ticket (tenant_id, created_at, id) where not deleted and reopen_requested_at is not null;
