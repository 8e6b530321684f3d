-- Texts in which one of the terms stands: for staff all, for a customer those of their own that are not internal; addresses of people only where they may
-- be matched, which is never so for programs. With the owner's rights, since @@ under a policy is asked of every row of a tenant; so it applies the tenants
-- of the transaction itself. Whoever asks checks each hit against how things stand.
create or replace function search_texts(tenant uuid, terms text[], for_staff boolean, reader uuid, by_address boolean)
    returns table (document uuid, part text, source text, digest text, term bigint, is_exact boolean)
    language sql stable security definer set search_path = pg_catalog, public rows 50 as
$$
    select p.document, p.part, p.source, p.digest, asked.n, p.words @@ asked.exact
    from unnest(search_queries(tenant, terms, false), search_queries(tenant, terms, true)) with ordinality asked (query, exact, n)
    join search_part p on p.words @@ asked.query
    where p.tenant_id = tenant and (for_staff or (p.owner = reader and not p.internal)) and (by_address or p.part <> 'email')
      and tenant = any (nullif(current_setting('helpdesk.tenants', true), '')::uuid[])
$$;

grant execute on function search_texts to helpdesk_app;
