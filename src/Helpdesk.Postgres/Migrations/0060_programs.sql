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

call tenant_table('api_key');
grant select, insert, update on api_key to helpdesk_app;

-- OpenID Connect: programs that exchange a secret for access tokens, programs that people sign in through, and the tokens that have a row.
create table oidc_application (
    tenant_id                 uuid        not null,
    id                        uuid        not null,
    secret_hash               bytea,
    name                      text        not null,
    scopes                    text[]      not null,
    redirect_uris             text[]      not null default '{}',
    post_logout_redirect_uris text[]      not null default '{}',
    environment               text,
    version                   integer     not null default 1,
    created_by                uuid        not null,
    created_at                timestamptz not null,
    expires_at                timestamptz,
    revoked_at                timestamptz,
    last_used_at              timestamptz,
    primary key (tenant_id, id),
    constraint oidc_application_public check (secret_hash is not null or redirect_uris <> '{}')
);
comment on table oidc_application is 'API clients. OpenIddict reads them through EF Core; they are made and revoked in plain SQL.';
comment on column oidc_application.secret_hash is 'SHA-256; the secret is random and kept nowhere. null: a public client, which keeps none.';
-- Who replaces a client's addresses names the version that they read.
comment on column oidc_application.version is 'Counts up when the redirect URIs are replaced.';

call tenant_table('oidc_application');
grant select, insert, update on oidc_application to helpdesk_app;

-- A session is what a program was allowed, so it has no twin.
alter table session add constraint session_client foreign key (tenant_id, client_id) references oidc_application (tenant_id, id);

create table oidc_token (
    tenant_id         uuid        not null,
    id                uuid        not null,
    session_id        uuid,
    application_id    uuid,
    type              text        not null,
    status            text        not null,
    subject           text        not null,
    created_at        timestamptz not null,
    expires_at        timestamptz not null,
    redeemed_at       timestamptz,
    reference_id      text,
    payload           text,
    concurrency_token text        not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, session_id) references session (tenant_id, id) on delete cascade,
    foreign key (tenant_id, application_id) references oidc_application (tenant_id, id)
);
comment on table oidc_token is 'Refresh tokens and authorization codes, written by OpenIddict through EF Core. Used-up ones stay until they are over: by its row is one recognized that comes back.';
comment on column oidc_token.payload is 'Of a code: sealed with keys that are not in the database. Refresh tokens are held by the client alone.';
create unique index oidc_token_reference on oidc_token (tenant_id, reference_id) where reference_id is not null;
create index oidc_token_session on oidc_token (tenant_id, session_id);
create index oidc_token_application on oidc_token (tenant_id, application_id) where application_id is not null;
create index oidc_token_expiry on oidc_token (expires_at);

call tenant_table('oidc_token');
grant select, insert, update on oidc_token to helpdesk_app;
-- The worker removes what is over.
grant select (id, expires_at) on oidc_token to helpdesk_worker;
