-- Hosts of municipalities' own, beside their subdomains. Like a slug a host is one tenant's over the whole platform, so its key has no tenant in front;
-- only what is proven is in it.
create table own_host (
    host   text not null check (host ~ '^[a-z0-9.-]{4,253}$'),
    tenant uuid not null references tenant (id),
    constraint own_host_taken primary key (host)
);
create index own_host_of on own_host (tenant);

alter table own_host enable row level security;
alter table own_host force row level security;
create policy own_host_app on own_host to helpdesk_app
    using (tenant = any (nullif(current_setting('helpdesk.tenants', true), '')::uuid[]));
create policy own_host_worker on own_host to helpdesk_worker using (true);
grant select, insert, delete on own_host to helpdesk_app;
grant select, delete on own_host to helpdesk_worker;

create or replace function erase_tenant(tenant uuid) returns void language plpgsql as $$
declare
    place regclass;
    again boolean;
begin
    if not is_erasable(tenant) then
        raise exception 'The tenant is not deleted, or can still be restored.' using errcode = '42501';
    end if;
    delete from own_host h where h.tenant = erase_tenant.tenant;
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
