-- Three letters each, from two before the word to one behind it, with the tenant in front of them.
create or replace function search_grams(tenant uuid, key text) returns text[] language sql immutable strict parallel safe as
$$
    select array(select distinct right(tenant::text, 12) || substr('  ' || key || ' ', n, 3) from generate_series(1, length(key) + 1) n)
$$;

grant execute on function search_grams to helpdesk_app, helpdesk_worker;
