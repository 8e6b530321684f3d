-- Passkeys: keys of people's devices that sign them in at one host.
create table passkey (
    tenant_id       uuid        not null,
    id              uuid        not null,
    account_id      uuid        not null,
    relying_party   text        not null,
    credential_id   bytea       not null check (octet_length(credential_id) between 1 and 1023),
    public_key      bytea       not null,
    sign_count      bigint      not null check (sign_count between 0 and 4294967295),
    backup_eligible boolean     not null,
    backed_up       boolean     not null,
    name            text        not null,
    created_at      timestamptz not null,
    last_used_at    timestamptz,
    primary key (tenant_id, id),
    constraint passkey_credential unique (tenant_id, credential_id)
);
comment on table passkey is 'In the tenant of the host at which it signs in. The public key opens nothing.';
comment on column passkey.relying_party is 'The host without its port, to which the device bound it.';
create index passkey_account on passkey (tenant_id, account_id);
call tenant_table('passkey');
grant select, insert, update, delete on passkey to helpdesk_app;

create table passkey_answer (
    tenant_id uuid        not null,
    asked     bytea       not null,
    used_at   timestamptz not null,
    primary key (tenant_id, asked)
);
comment on table passkey_answer is 'Hashes of what devices were asked and have answered: each answer is good once. Forgotten when the question has expired.';
call tenant_table('passkey_answer');
grant select, insert, delete on passkey_answer to helpdesk_app;

alter table session add column by_passkey boolean not null default false;
comment on column session.by_passkey is 'A passkey proved who it is: that counts as both factors, as long as the account has one here.';
