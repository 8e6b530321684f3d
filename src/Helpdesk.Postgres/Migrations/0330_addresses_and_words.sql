-- What fold_word answers, and besides: the two small letters of Σ are one, so are the i of Turkish with and without its dot, and letters with marks that
-- have a small form in one character only (ΐ, ǰ). The same as TicketKeys.Fold of the program. It stands in a column, so it never changes. The program
-- before this one goes on with fold_word and ticket_tag.word. Named with its schema, like all that a column calls: a dump is read back without a path.
create function word_key(text) returns text language sql immutable strict parallel safe as
$$
    select case when octet_length($1) = length($1) then lower($1 collate "C")
        else replace(normalize(translate(public.fold_word($1), 'İıς', 'iiσ')), U&'i\0307', 'i') end
$$;
grant execute on function word_key to helpdesk_app, helpdesk_worker;

alter table ticket_tag add column word_key text not null generated always as (public.word_key(tag)) stored;
comment on column ticket_tag.word_key is 'What lists ask for. A column: an index over an expression would be kept out of the plan by the policies.';
create index ticket_tag_word_key on ticket_tag (tenant_id, word_key, ticket_id);

-- A label of a domain in its letters (RFC 3492): xn--mller-kva is müller. What is none stays as it is.
create function label_in_letters(label text) returns text language plpgsql immutable strict parallel safe as
$$
declare
    hyphen  int := length(label) - position('-' in reverse(label)) + 1;
    letters text := case when hyphen > 4 then substr(label, 5, hyphen - 5) else '' end;
    digits  text := substr(label, hyphen + 1);
    at      int := 1;
    code    int := 128;
    bias    int := 72;
    place   bigint := 0;
    before  bigint;
    weight  bigint;
    step    int;
    digit   int;
    limit_  int;
begin
    if label not like 'xn--%' then
        return label;
    end if;
    while at <= length(digits) loop
        before := place;
        weight := 1;
        step := 36;
        loop
            digit := position(substr(digits, at, 1) in 'abcdefghijklmnopqrstuvwxyz0123456789') - 1;
            if at > length(digits) or digit < 0 or weight > 1000000 or place > 100000000 then
                return label;
            end if;
            at := at + 1;
            place := place + digit * weight;
            limit_ := greatest(1, least(26, step - bias));
            exit when digit < limit_;
            weight := weight * (36 - limit_);
            step := step + 36;
        end loop;
        before := (place - before) / case when before = 0 then 700 else 2 end;
        before := before + before / (length(letters) + 1);
        bias := 0;
        while before > 455 loop
            before := before / 35;
            bias := bias + 36;
        end loop;
        bias := bias + (36 * before / (before + 38))::int;
        code := code + (place / (length(letters) + 1))::int;
        place := place % (length(letters) + 1);
        if code > 65535 or code between 55296 and 57343 then
            return label;
        end if;
        letters := substr(letters, 1, place::int) || chr(code) || substr(letters, place::int + 1);
        place := place + 1;
    end loop;
    return letters;
end
$$;

-- How addresses are searched: in letters, as names are (NameKey of the program), so that both ways of writing German letters find each other, before the @
-- and after it. Part of an address has the same key as it has in the whole.
create function address_key(address text) returns text language plpgsql immutable strict parallel safe as
$$
declare
    shown text := lower(address collate "C");
    label text;
begin
    for label in select part[1] from regexp_matches(shown, '(xn--[a-z0-9-]+)', 'g') part loop
        shown := replace(shown, label, public.label_in_letters(label));
    end loop;
    shown := public.word_key(normalize(shown, NFKC));
    if octet_length(shown) > length(shown) then
        shown := regexp_replace(normalize(shown, NFKD), U&'[\0300-\036F]', '', 'g');
    end if;
    return replace(replace(replace(shown, 'ae', 'a'), 'oe', 'o'), 'ue', 'u');
end
$$;
grant execute on function label_in_letters, address_key to helpdesk_app, helpdesk_worker;

alter table membership add column address_key text not null generated always as (public.address_key(email)) stored;
comment on column membership.address_key is 'What searches look into; two people can have the same. Who has an address says email_key.';
create index membership_address on membership (tenant_id, address_key);

-- NameKey takes the two small letters of Σ for one as well.
create policy membership_fill on membership to helpdesk_owner using (true) with check (true);
update membership set name_key = replace(name_key, 'ς', 'σ') where name_key like '%ς%';
drop policy membership_fill on membership;
