-- Credentials of programs.
create table api_key (
    tenant_id    uuid        not null,
    id           uuid        not null,
    prefix       text        not null,
    secret_hash  bytea       not null,
    name         text        not null,
    scopes       text[]      not null,
    environment  text,
    created_by   uuid        not null,
    created_at   timestamptz not null,
    expires_at   timestamptz,
    revoked_at   timestamptz,
    last_used_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, prefix)
);
comment on column api_key.prefix is 'Finds the key and is shown in lists; the secret is kept as SHA-256 only.';

alter table api_key enable row level security;
alter table api_key force row level security;
create policy api_key_app on api_key to helpdesk_app
    using (tenant_id = any (nullif(current_setting('helpdesk.tenants', true), '')::uuid[]));
create policy api_key_worker on api_key to helpdesk_worker using (true);
grant select, insert, update on api_key to helpdesk_app;

-- The platform's keys for access tokens. Public halves are published as JWKS.
create table signing_key (
    id              text        primary key,
    public_key      bytea       not null,
    private_key     bytea       not null,
    signs_from      timestamptz not null,
    signs_until     timestamptz not null,
    published_until timestamptz not null
);
comment on column signing_key.private_key is 'PKCS#8, sealed with the master key, which is not in the database.';
grant select, insert, delete on signing_key to helpdesk_app;
