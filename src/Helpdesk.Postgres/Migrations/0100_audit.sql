-- The audit log: events read by time and by person, and a chain of hashes over them.
create index event_audit on event (tenant_id, at, position);
-- What somebody did, newest first; without work on tickets, which nobody asks for by person, and sign-ins, which stand at the person.
create index event_deed on event (tenant_id, actor, at desc, position desc)
    where actor is not null and kind not like 'ticket.%' and kind not like 'account.%';

create table audit_link (
    tenant_id uuid        not null,
    number    bigint      not null check (number > 0),
    stream_id uuid        not null,
    version   integer     not null,
    at        timestamptz not null,
    kind      text        not null,
    content   bytea       not null check (length(content) = 32),
    hash      bytea       not null check (length(hash) = 32),
    primary key (tenant_id, number),
    unique (tenant_id, stream_id, version)
);
comment on table audit_link is 'Each event of a tenant in the order of the feed, linked to the one before: src/Helpdesk.Domain/Audit/README.md. Added to, nothing else.';
comment on column audit_link.content is 'Hash of the event; stays when the event is erased.';

-- No delete, not for the worker either: a link holds nothing of what was said, and a chain with a piece cut out proves nothing.
call tenant_table('audit_link', erased => false);
grant select on audit_link to helpdesk_app;
grant select, insert on audit_link to helpdesk_worker;
