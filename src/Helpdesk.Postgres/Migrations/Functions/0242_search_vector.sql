-- Where an index cannot have two columns, the word says whose it is. A word counts from each of its letters on where endings are wanted as well: a subject
-- with Netzwerkdrucker is found by drucker.
create or replace function search_vector(tenant uuid, body text, inner_words boolean) returns tsvector language sql immutable parallel safe as
$$
    select array_to_tsvector(array(
        select distinct right(tenant::text, 12) || substr(word, first)
        from unnest(folded_words(body)) word, generate_series(1, case when inner_words then greatest(length(word) - 2, 1) else 1 end) first))
$$;

grant execute on function search_vector to helpdesk_app;
