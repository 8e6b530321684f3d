-- The words of a text as they are searched: upper and lower case are one, and so are the two ways of writing German letters. The same as search_key, but
-- by itself: what it answered stands in ticket_text, so it never changes.
create or replace function folded_words(text) returns text[] language sql immutable strict parallel safe as
$$
    select array(select distinct left(word, 60) from regexp_split_to_table(
        replace(replace(replace(
            translate(
                replace(replace(lower($1), 'ß', 'ss'), 'ẞ', 'ss'),
                'äöüÄÖÜáàâãåçéèêëíìîïñóòôõøúùûýÿ', 'aouaouaaaaaceeeeiiiinooooouuuyy'),
            'ae', 'a'), 'oe', 'o'), 'ue', 'u'),
        '[^[:alnum:]]+') word where word <> '')
$$;

grant execute on function folded_words to helpdesk_app;
