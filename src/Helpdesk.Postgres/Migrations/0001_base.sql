-- The ground that every other migration stands on. Roles are the cluster's: deploy/database-roles.sql.
-- Nothing is open by default: every table and function says itself what helpdesk_app and helpdesk_worker may do with it.
revoke all on schema public from public;
grant usage on schema public to helpdesk_app, helpdesk_worker;

alter default privileges revoke all on tables from public;
alter default privileges revoke all on sequences from public;
alter default privileges revoke execute on functions from public;

-- The second wall between tenants, which every table with rows of tenants calls: helpdesk_app sees the tenants of its transaction, helpdesk_worker all.
create procedure tenant_table(place regclass, key name default 'tenant_id', erased boolean default true) language plpgsql as $$
declare
    label name := (select relname from pg_class where oid = place);
begin
    execute format('alter table %s enable row level security', place);
    -- The owner is bound as well.
    execute format('alter table %s force row level security', place);
    -- nullif, because a setting that was once set on a connection reads as '' afterwards.
    execute format(
        'create policy %I on %s to helpdesk_app using (%I = any (nullif(current_setting(''helpdesk.tenants'', true), '''')::uuid[]))',
        label || '_app', place, key);
    execute format('create policy %I on %s to helpdesk_worker using (true)', label || '_worker', place);
    if erased then
        -- What erase_tenant needs, and no more.
        execute format('grant select (%I), delete on %s to helpdesk_worker', key, place);
    end if;
end
$$;
comment on procedure tenant_table is 'key: the column that says whose a row is. erased: the rows go when their tenant is erased.';
