delete from signing_key;

create table installation_secret (
    singleton boolean primary key default true check (singleton),
    value     bytea   not null check (length(value) >= 32)
);
comment on table installation_secret is 'One secret that all processes share; keys for cursors, grain calls and the like are derived from it.';
grant select, insert on installation_secret to helpdesk_app;

drop table sealing_key;
