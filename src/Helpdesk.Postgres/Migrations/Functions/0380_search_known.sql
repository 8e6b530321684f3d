-- Those of the words that stand, whole, in a text which the reader may find: for them nothing else is suggested. With the owner's rights, as search_texts.
create or replace function search_known(tenant uuid, asked text[], for_staff boolean, reader uuid, by_address boolean) returns text[]
    language sql stable security definer set search_path = pg_catalog, public as
$$
    select array(select word from unnest(asked) word
        where tenant = any (nullif(current_setting('helpdesk.tenants', true), '')::uuid[]) and exists (
            select from search_part p
            where p.words @@ quote_literal(right(tenant::text, 12) || 'w' || word)::tsquery and p.tenant_id = tenant
              and (for_staff or (p.owner = reader and not p.internal)) and (by_address or p.part <> 'email')))
$$;

grant execute on function search_known to helpdesk_app;
