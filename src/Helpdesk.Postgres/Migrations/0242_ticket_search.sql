-- Tickets are found by words of their subject, description and comments. One row a text, so that what was withdrawn goes by itself; what only staff may
-- read is marked. Written by a trigger with the event, so also by the program before this one.
create table ticket_text (
    tenant_id uuid     not null,
    ticket_id uuid     not null,
    source    text     not null,
    internal  boolean  not null,
    words     tsvector not null,
    primary key (tenant_id, ticket_id, source)
);
comment on column ticket_text.source is 'number, subject, description, or the id of a comment.';
comment on column ticket_text.words is 'Each begins with its tenant: the index knows no other place for it.';
create index ticket_text_words on ticket_text using gin (words);

call tenant_table('ticket_text');
grant select, insert, update, delete on ticket_text to helpdesk_app;

-- @@ is not leakproof: under the policies it would be asked of every row of a tenant. So search_tickets asks with the owner's rights.
create policy ticket_text_owner on ticket_text to helpdesk_owner using (true);
