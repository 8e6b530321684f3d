revoke select (id, prefix, secret_hash, expires_at, revoked_at) on api_key from helpdesk_worker;
drop index api_key_prefix;
