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

drop table own_host;
