-- What people write and have not sent yet. No history: the last one counts, and its number tells a late one.
create table draft (
    tenant_id  uuid        not null,
    ticket_id  uuid        not null,
    kind       text        not null check (kind in ('answer', 'note', 'new_ticket')),
    account_id uuid        not null,
    version    integer     not null check (version > 0),
    saved_at   timestamptz not null,
    shared     boolean     not null default false,
    content    jsonb,
    primary key (tenant_id, ticket_id, kind, account_id),
    check (content is not null or not shared)
);
comment on table draft is 'One for each person, ticket and kind. Forgotten 30 days after it was last saved.';
comment on column draft.ticket_id is 'All zeros: of a ticket that is not opened yet.';
comment on column draft.content is 'Null: it was sent or discarded. The row stays, so that an older one that comes late is recognised.';
create index draft_account on draft (tenant_id, account_id);
create index draft_saved on draft (saved_at);
call tenant_table('draft');
grant select, insert, update, delete on draft to helpdesk_app;
grant select, delete on draft to helpdesk_worker;
