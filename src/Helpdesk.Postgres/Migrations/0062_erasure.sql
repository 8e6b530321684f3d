-- Erasing a municipality: only after two people and its time of grace, only by the worker, and the database itself checks that.
alter table tenant add column erase_at timestamptz;
comment on column tenant.erase_at is 'Of a deleted tenant: from then on its data may be erased.';

create function is_erasable(tenant uuid) returns boolean language sql stable as
$$ select exists (select from tenant t where t.id = tenant and t.status = 'deleted' and t.erase_at <= now()) $$;
grant execute on function is_erasable to helpdesk_worker;

-- The history of a living tenant cannot be deleted, whoever has the right to delete.
create function keep_history() returns trigger language plpgsql as $$
begin
    if not is_erasable(old.tenant_id) then
        raise exception 'The history of a tenant stays as long as the tenant.' using errcode = '42501';
    end if;
    return old;
end
$$;
grant execute on function keep_history to helpdesk_worker;
create trigger event_stays before delete on event for each row when (current_user = 'helpdesk_worker') execute function keep_history();

create function erase_tenant(tenant uuid) returns void language plpgsql as $$
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
            where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace order by c.relname
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
comment on function erase_tenant is 'Every table with a tenant_id, whichever capability it belongs to.';
grant execute on function erase_tenant to helpdesk_worker;

-- Every table so far; a later one grants this itself, which a test asks for.
do $$
declare place regclass;
begin
    for place in
        select c.oid::regclass from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
        where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
    loop
        execute format('grant select (tenant_id), delete on %s to helpdesk_worker', place);
        if not exists (select from pg_policy p where p.polrelid = place and 'helpdesk_worker'::regrole = any (p.polroles)) then
            execute format('create policy erasure_worker on %s to helpdesk_worker using (true)', place);
        end if;
    end loop;
end
$$;
