-- Tags of tickets, for lists: an index over an array would be kept out of the plan by the policies.
create table ticket_tag (
    tenant_id uuid not null,
    tag       text not null,
    ticket_id uuid not null,
    primary key (tenant_id, tag, ticket_id)
);
comment on table ticket_tag is 'Written with the ticket: what its state lists as tags.';

alter table ticket_tag enable row level security;
alter table ticket_tag force row level security;
create policy ticket_tag_app on ticket_tag to helpdesk_app
    using (tenant_id = any (nullif(current_setting('helpdesk.tenants', true), '')::uuid[]));
create policy ticket_tag_worker on ticket_tag to helpdesk_worker using (true);
grant select, insert, delete on ticket_tag to helpdesk_app;
grant select (tenant_id), delete on ticket_tag to helpdesk_worker;

create policy move_owner on ticket to helpdesk_owner using (true);
create policy move_owner on ticket_tag to helpdesk_owner using (true);
insert into ticket_tag (tenant_id, tag, ticket_id)
select distinct tenant_id, tag, id from ticket, jsonb_array_elements_text(ticket.state -> 'tags') tag where jsonb_typeof(state -> 'tags') = 'array';
drop policy move_owner on ticket_tag;
drop policy move_owner on ticket;
