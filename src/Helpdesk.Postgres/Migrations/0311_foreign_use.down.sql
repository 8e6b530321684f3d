revoke select (id, secret_hash, expires_at, revoked_at) on oidc_application from helpdesk_worker;
drop index oidc_application_id;
revoke select (id) on session from helpdesk_worker;
drop index session_id;
