drop table oidc_token;

create table refresh_token (
    tenant_id  uuid        not null,
    token_hash bytea       not null,
    session_id uuid        not null,
    created_at timestamptz not null,
    used_at    timestamptz,
    primary key (tenant_id, token_hash),
    foreign key (tenant_id, session_id) references session (tenant_id, id) on delete cascade
);
comment on table refresh_token is 'Every token that a session ever had, as SHA-256: one that comes back a second time was stolen, and ends the session.';
create index refresh_token_session on refresh_token (tenant_id, session_id);

alter table refresh_token enable row level security;
alter table refresh_token force row level security;
create policy refresh_token_app on refresh_token to helpdesk_app
    using (tenant_id = any (nullif(current_setting('helpdesk.tenants', true), '')::uuid[]));
create policy refresh_token_worker on refresh_token to helpdesk_worker using (true);
grant select, insert, update, delete on refresh_token to helpdesk_app;
grant select (tenant_id), delete on refresh_token to helpdesk_worker;

-- Sessions of programs and public clients have no place in the former schema.
create policy openid_down on session to helpdesk_owner using (true);
create policy openid_down on oidc_application to helpdesk_owner using (true);
delete from session where client_id is not null;
delete from oidc_application where secret_hash is null;
drop policy openid_down on session;
drop policy openid_down on oidc_application;

alter table session drop column client_id, drop column scopes;
alter table oidc_application drop constraint oidc_application_public, drop column redirect_uris, drop column post_logout_redirect_uris, alter column secret_hash set not null;
alter policy oidc_application_app on oidc_application rename to api_client_app;
alter policy oidc_application_worker on oidc_application rename to api_client_worker;
alter table oidc_application rename constraint oidc_application_pkey to api_client_pkey;
alter table oidc_application rename to api_client;
comment on table api_client is null;
comment on column api_client.secret_hash is 'SHA-256; the secret is random and kept nowhere.';
