-- How text is searched: upper and lower case are one, and so are the two ways of writing German letters (mueller, Müller; strasse, Straße).
-- The same as NameKey of the program has for names. Text is stored composed (NFC).
create or replace function search_key(text) returns text language sql immutable strict parallel safe as
$$
    select replace(replace(replace(
        translate(
            replace(replace(lower($1), 'ß', 'ss'), 'ẞ', 'ss'),
            'äöüÄÖÜáàâãåçéèêëíìîïñóòôõøúùûýÿ', 'aouaouaaaaaceeeeiiiinooooouuuyy'),
        'ae', 'a'), 'oe', 'o'), 'ue', 'u')
$$;

grant execute on function search_key to helpdesk_app, helpdesk_worker;
