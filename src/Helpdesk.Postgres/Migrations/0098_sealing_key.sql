-- The keys of ASP.NET Core Data Protection, each sealed with the master key, which is not in the database.
create table sealing_key (
    name    text        primary key,
    xml     text        not null,
    made_at timestamptz not null default clock_timestamp()
);
comment on table sealing_key is 'Never delete one: what it sealed opens with nothing else.';
grant select, insert on sealing_key to helpdesk_app;

-- From it links, cursors and passes could be forged by whoever had a copy of the database.
drop table installation_secret;

-- Sealed in the envelope of before; the first host that starts makes a new one.
delete from signing_key;
