-- The audit log: events read by time, a chain of hashes over them, and retention.
create index event_audit on event (tenant_id, at, position);

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

alter table audit_link enable row level security;
alter table audit_link force row level security;
create policy audit_link_app on audit_link to helpdesk_app
    using (tenant_id = any (nullif(current_setting('helpdesk.tenants', true), '')::uuid[]));
create policy audit_link_worker on audit_link to helpdesk_worker using (true);
-- No delete, not for the worker either: a link holds nothing of what was said, and a chain with a piece cut out proves nothing.
grant select on audit_link to helpdesk_app;
grant select, insert on audit_link to helpdesk_worker;

-- What only the log has may go when the tenant's own setting says so, not before a year; the same words as AuditRetention.Forgettable. What became of
-- tickets, flags and the tenant itself stays as long as they do.
create function is_forgettable(tenant uuid, kind text, happened_at timestamptz) returns boolean language sql stable as
$$
    select split_part(kind, '.', 1) in ('account', 'membership', 'api_key', 'seat', 'notification')
        and happened_at < now() - make_interval(months => greatest(12, coalesce(
            (select (t.settings -> 'retention' ->> 'audit_months')::int from tenant t where t.id = tenant), 120)))
$$;
grant execute on function is_forgettable to helpdesk_worker;

create or replace function keep_history() returns trigger language plpgsql as $$
begin
    if not is_erasable(old.tenant_id) and not is_forgettable(old.tenant_id, old.kind, old.at) then
        raise exception 'The history of a tenant stays as long as the tenant.' using errcode = '42501';
    end if;
    return old;
end
$$;

create or replace function erase_tenant(tenant uuid) returns void language plpgsql as $$
declare
    place regclass;
    again boolean;
begin
    if not is_erasable(tenant) then
        raise exception 'The tenant is not deleted, or can still be restored.' using errcode = '42501';
    end if;
    loop
        again := false;
        for place in
            select c.oid::regclass from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
            where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace and c.oid <> 'audit_link'::regclass
            order by c.relname
        loop
            begin
                if place = 'event'::regclass then
                    delete from event where tenant_id = tenant and stream_id <> tenant; -- what became of the tenant itself stays
                else
                    execute format('delete from %s where tenant_id = $1', place) using tenant;
                end if;
            exception when foreign_key_violation then
                again := true; -- what it points to goes in the next round
            end;
        end loop;
        exit when not again;
    end loop;
end
$$;
comment on function erase_tenant is 'Every table with a tenant_id, whichever capability it belongs to, but the chain of the audit log: hashes, which prove what was erased.';
