-- OpenID Connect: programs that people sign in through, and the tokens that have a row. A session is what was allowed, so it has no twin.
alter table api_client rename to oidc_application;
alter table oidc_application rename constraint api_client_pkey to oidc_application_pkey;
alter policy api_client_app on oidc_application rename to oidc_application_app;
alter policy api_client_worker on oidc_application rename to oidc_application_worker;
alter table oidc_application
    alter column secret_hash drop not null,
    add column redirect_uris             text[] not null default '{}',
    add column post_logout_redirect_uris text[] not null default '{}',
    add constraint oidc_application_public check (secret_hash is not null or redirect_uris <> '{}');
comment on table oidc_application is 'API clients. OpenIddict reads them through EF Core; they are made and revoked in plain SQL.';
comment on column oidc_application.secret_hash is 'SHA-256; the secret is random and kept nowhere. null: a public client, which keeps none.';

alter table session
    add column client_id uuid,
    add column scopes    text[],
    add constraint session_client foreign key (tenant_id, client_id) references oidc_application (tenant_id, id);
comment on column session.client_id is 'The program that the person lets act for them; null: the person''s own session.';
comment on column session.scopes is 'What the program was allowed; a token may say less.';
create index session_of_client on session (tenant_id, client_id, account_id) where client_id is not null;

drop table refresh_token;

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

alter table oidc_token enable row level security;
alter table oidc_token force row level security;
create policy oidc_token_app on oidc_token to helpdesk_app
    using (tenant_id = any (nullif(current_setting('helpdesk.tenants', true), '')::uuid[]));
create policy oidc_token_worker on oidc_token to helpdesk_worker using (true);
grant select, insert, update on oidc_token to helpdesk_app;
grant select (tenant_id, id, expires_at), delete on oidc_token to helpdesk_worker;
