-- What a word is without its endings, by the rules of German and of English; the word itself is none. Only of what can have endings. One expression, so
-- that whoever calls it for each word of a text pays for no call.
create or replace function search_base_forms(word text) returns text[] language sql immutable parallel safe as
$$
    select case when length(word) > 3 and word !~ '[0-9]'
        then array_remove(ts_lexize('pg_catalog.german_stem', word) || ts_lexize('pg_catalog.english_stem', word), word) else '{}' end
$$;

grant execute on function search_base_forms to helpdesk_app, helpdesk_worker;
