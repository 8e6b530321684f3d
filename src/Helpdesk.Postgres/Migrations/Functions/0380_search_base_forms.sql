-- What a word is without its endings, by the rules of German and of English; the word itself is none. Only of what can have endings.
create or replace function search_base_forms(word text) returns text[] language sql immutable strict parallel safe as
$$
    select array(
        select distinct stem from unnest(ts_lexize('pg_catalog.german_stem', word) || ts_lexize('pg_catalog.english_stem', word)) stem
        where stem <> word and length(stem) > 2 and length(word) > 3 and word !~ '[0-9]')
$$;

grant execute on function search_base_forms to helpdesk_app, helpdesk_worker;
