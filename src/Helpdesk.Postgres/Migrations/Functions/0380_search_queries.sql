-- What to look for: one query for each term, in their order. A term is words with spaces between them, one behind the other; with * at its end the
-- beginning of the last one will do, and of a word by itself its stem, or from three letters on the middle or end of a word. Words are letters and digits,
-- so nothing in them is a sign.
create or replace function search_queries(tenant uuid, terms text[], exact boolean) returns tsquery[] language sql immutable parallel safe as
$$
    select array_agg((case
        when term like '% %' or term not like '%*' or exact then (
            select string_agg(quote_literal(whose || 'w' || rtrim(word, '*')) || case when word like '%*' and not exact then ':*' else '' end, ' <-> ' order by m)
            from unnest(string_to_array(term, ' ')) with ordinality words (word, m))
        else quote_literal(whose || 'w' || one) || ':*' || case when length(one) < 3 then '' else ' | ' || quote_literal(whose || 'i' || one) || ':*' end || coalesce((
            select string_agg(' | ' || quote_literal(whose || 's' || stem) || ' | ' || quote_literal(whose || 'w' || stem), '')
            from unnest(search_base_forms(one)) stem), '')
    end)::tsquery order by n)
    from unnest(terms) with ordinality t (term, n), lateral (select right(tenant::text, 12) as whose, rtrim(term, '*') as one) of_term
$$;

grant execute on function search_queries to helpdesk_app;
