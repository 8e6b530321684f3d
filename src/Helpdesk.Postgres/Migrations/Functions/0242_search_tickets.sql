-- Tickets in which each of the words begins some word; for customers in what they may read. With the owner's rights, see ticket_text; so it applies the
-- tenants of the transaction itself. A sigma is one letter, whichever of its two small forms a word ends with: texts are kept with either.
create or replace function search_tickets(tenant uuid, body text, for_staff boolean) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, public rows 50 as
$$
    select found.ticket_id from (
        select distinct t.ticket_id, word
        from unnest(folded_words(body)) word
        join ticket_text t on t.words @@ (quote_literal(right(tenant::text, 12) || replace(word, 'ς', 'σ')) || ':*'
            || case when word ~ '[σς]$' then ' | ' || quote_literal(right(tenant::text, 12) || replace(left(word, -1), 'ς', 'σ') || 'ς') || ':*'
                else '' end)::tsquery
        where t.tenant_id = tenant and (for_staff or not t.internal)
          and tenant = any (nullif(current_setting('helpdesk.tenants', true), '')::uuid[])
    ) found group by found.ticket_id having count(*) = cardinality(folded_words(body))
$$;

grant execute on function search_tickets to helpdesk_app;
