-- Where rows of a tenant are: every table with a tenant_id and, of those without one, every table that points to tenant. Read from the catalogue, so
-- that a new table cannot be forgotten; CatalogCheck proves that none is missing and that each can be emptied.
create or replace function tables_to_erase() returns table (place regclass, key name) language sql stable as
$$
    select c.oid::regclass, a.attname
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace
      and case when exists (select from pg_attribute t where t.attrelid = c.oid and t.attname = 'tenant_id' and not t.attisdropped)
          then a.attname = 'tenant_id'
          else exists (
            select from pg_constraint f
            where f.contype = 'f' and f.confrelid = 'public.tenant'::regclass and f.conrelid = c.oid and f.conkey = array[a.attnum])
          end
      and c.relname <> 'audit_link' -- hashes, which prove what was erased
    order by c.relname
$$;

grant execute on function tables_to_erase to helpdesk_worker;
