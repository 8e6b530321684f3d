-- A session or a client's secret that is shown at another municipality's host: whose it is, so that their audit log learns of it.
create index session_id on session (id);
grant select (tenant_id, id) on session to helpdesk_worker;
create index oidc_application_id on oidc_application (id);
grant select (tenant_id, id, secret_hash, expires_at, revoked_at) on oidc_application to helpdesk_worker;
