-- What a list says of a ticket besides: when the last public comment was and whose, and who did something last, for whoever has not read it yet.
-- Of the last act and of the last one by somebody else than its author, so that for every reader the last act of others is known. 0: nothing since this
-- is kept; tickets from before are read until something happens to them.
alter table ticket add column last_comment_at timestamptz, add column last_comment_from_staff boolean,
    add column acted_version integer not null default 0, add column acted_by uuid, add column acted_before integer not null default 0,
    add column public_acted_version integer not null default 0, add column public_acted_by uuid,
    add column public_acted_before integer not null default 0;
comment on column ticket.last_comment_at is 'Of the last public comment, also where its text was taken back.';
comment on column ticket.acted_version is 'Version of the last act that is worth a look; public_acted_version counts as customers count.';
comment on column ticket.acted_by is 'Whose act it was; null: the platform''s.';
comment on column ticket.acted_before is 'Version of the last act by anybody else than acted_by.';

-- The owner is bound by row-level security as well.
create policy ticket_fill on ticket to helpdesk_owner using (true);
create policy event_fill on event for select to helpdesk_owner using (true);
update ticket set last_comment_at = said.at, last_comment_from_staff = said.from_staff
from (
    select distinct on (tenant_id, stream_id) tenant_id, stream_id, at, (data ->> 'from_staff')::boolean as from_staff
    from event where kind = 'ticket.commented' and data ->> 'visibility' = 'public'
    order by tenant_id, stream_id, version desc
) said
where said.tenant_id = ticket.tenant_id and said.stream_id = ticket.id;
drop policy event_fill on event;
drop policy ticket_fill on ticket;

-- How far people have read tickets: theirs alone, without a history.
create table ticket_read (
    tenant_id  uuid    not null,
    account_id uuid    not null,
    ticket_id  uuid    not null,
    version    integer not null check (version >= -1),
    tx         xid8    not null default pg_current_xact_id(),
    primary key (tenant_id, account_id, ticket_id)
);
comment on column ticket_read.version is 'As the reader counts the ticket''s versions; -1: they want to look at it again.';
comment on column ticket_read.tx is 'Of the last change, for the reader''s other windows.';
create index ticket_read_changed on ticket_read (tx);
create index ticket_read_marked on ticket_read (tenant_id, account_id, ticket_id) where version = -1;
call tenant_table('ticket_read');
grant select, insert, update on ticket_read to helpdesk_app;
-- Open streams are told of all tenants' marks in one question.
grant select on ticket_read to helpdesk_worker;
