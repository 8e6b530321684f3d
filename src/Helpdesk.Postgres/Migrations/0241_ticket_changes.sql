-- Whoever copies learns of everything: of what was merged, and customers of what was deleted.
alter table ticket add column merged_into uuid;
comment on column ticket.merged_into is 'The ticket that this one goes on as.';

-- The owner is bound by row-level security as well.
create policy ticket_fill on ticket to helpdesk_owner using (true);
update ticket set merged_into = (state -> 'merged_into' ->> 'target')::uuid where state -> 'merged_into' ->> 'target' is not null;
-- That a ticket is gone is a change that its requester may know of.
update ticket set public_tx = tx, public_updated_at = updated_at, public_version = public_version + 1,
    state = state || jsonb_build_object('public_updated_at', state -> 'updated_at', 'public_version', public_version + 1)
where deleted and public_updated_at < updated_at;
drop policy ticket_fill on ticket;

-- Also deleted ones: a copy must learn of them.
create index ticket_public_changed on ticket (tenant_id, requester, public_tx, id);
