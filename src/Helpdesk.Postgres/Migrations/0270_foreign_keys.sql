-- A key that is shown at another municipality's host: whose it is, so that their audit log learns of it.
create index api_key_prefix on api_key (prefix);
grant select (tenant_id, id, prefix, secret_hash, expires_at, revoked_at) on api_key to helpdesk_worker;
