-- The words of a text as they are searched: those of its search_key, each once. What it answered stands in ticket_text, so neither ever changes its
-- meaning.
create or replace function folded_words(text) returns text[] language sql immutable strict parallel safe as
$$
    select array(select distinct left(word, 60) from regexp_split_to_table(search_key($1), '[^[:alnum:]]+') word where word <> '')
$$;

grant execute on function folded_words to helpdesk_app;
