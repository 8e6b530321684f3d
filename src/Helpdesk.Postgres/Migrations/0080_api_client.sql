-- Programs that exchange a secret for access tokens.
create table api_client (
    tenant_id    uuid        not null,
    id           uuid        not null,
    secret_hash  bytea       not null,
    name         text        not null,
    scopes       text[]      not null,
    environment  text,
    created_by   uuid        not null,
    created_at   timestamptz not null,
    expires_at   timestamptz,
    revoked_at   timestamptz,
    last_used_at timestamptz,
    primary key (tenant_id, id)
);
comment on column api_client.secret_hash is 'SHA-256; the secret is random and kept nowhere.';

alter table api_client enable row level security;
alter table api_client force row level security;
create policy api_client_app on api_client to helpdesk_app
    using (tenant_id = any (nullif(current_setting('helpdesk.tenants', true), '')::uuid[]));
create policy api_client_worker on api_client to helpdesk_worker using (true);
grant select, insert, update on api_client to helpdesk_app;
grant select (tenant_id), delete on api_client to helpdesk_worker;
