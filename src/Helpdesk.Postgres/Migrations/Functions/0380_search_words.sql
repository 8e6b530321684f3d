-- Words that look like this one, the most alike first, of those that stand in a text which the reader may find. With the owner's rights, as search_texts.
create or replace function search_words(tenant uuid, asked text, for_staff boolean, reader uuid, by_address boolean)
    returns table (key text, word text, alike real)
    language sql stable security definer set search_path = pg_catalog, public rows 5 as
$$
    select near.key, near.word, near.alike from (
        select w.key, w.word, (shared.n::real / (cardinality(w.grams) + cardinality(wanted.grams) - shared.n))::real as alike
        from (select search_grams(tenant, asked) as grams) wanted
        join search_word w on w.grams && wanted.grams
        cross join lateral (select count(*) as n from unnest(w.grams) gram where gram = any (wanted.grams)) shared
        where w.tenant_id = tenant and tenant = any (nullif(current_setting('helpdesk.tenants', true), '')::uuid[])
        order by 3 desc, 1 limit 50
    ) near
    where near.alike >= 0.25 and exists (
        select from search_part p
        where p.words @@ quote_literal(right(tenant::text, 12) || 'w' || near.key)::tsquery and p.tenant_id = tenant
          and (for_staff or (p.owner = reader and not p.internal)) and (by_address or p.part <> 'email'))
    order by near.alike desc, near.key limit 5
$$;

grant execute on function search_words to helpdesk_app;
