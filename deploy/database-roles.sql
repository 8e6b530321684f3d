-- The roles of Helpdesk, for a PostgreSQL 15 or newer of your own. Run once per cluster as superuser, then make the database:
--
--   psql -f deploy/database-roles.sql
--   psql -c "alter role helpdesk_owner  login password '…'"
--   psql -c "alter role helpdesk_app    login password '…'"
--   psql -c "alter role helpdesk_worker login password '…'"
--   psql -c "create database helpdesk owner helpdesk_owner template template0 encoding 'UTF8' locale 'C.UTF-8'"
--
-- Safe to run again. The private server that Helpdesk starts by itself runs this very file.
do $$
declare
    name text;
begin
    foreach name in array array['helpdesk_owner', 'helpdesk_app', 'helpdesk_worker'] loop
        if not exists (select from pg_roles where rolname = name) then
            execute format('create role %I nologin', name);
        end if;
        -- Said again for roles that were there before: the second wall between tenants stands on these words.
        execute format('alter role %I nosuperuser nobypassrls nocreatedb nocreaterole noreplication', name);
    end loop;
end
$$;
