-- The words of a text as search_part keeps them: those that the program found in it, and their stems.
create or replace function search_lexemes(tenant uuid, words text[], places integer[]) returns tsvector language sql immutable parallel safe as
$$
    with given as (
        select word, place, right(tenant::text, 12) as whose from unnest(words, places) given (word, place)
    )
    select coalesce(string_agg(quote_literal(lexeme) || ':' || place, ' '), '')::tsvector from (
        select whose || word as lexeme, place from given
        union
        select whose || 's' || stem, place from given cross join lateral unnest(search_base_forms(substr(word, 2))) stem where left(word, 1) = 'w'
    ) lexemes
$$;

grant execute on function search_lexemes to helpdesk_worker;
