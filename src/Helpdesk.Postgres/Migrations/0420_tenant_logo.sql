-- Logos of municipalities, drawn anew and small; named by the hash of their content, so that what a browser keeps is never wrong.
create table tenant_logo (
    tenant_id uuid not null,
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    content bytea not null check (octet_length(content) between 1 and 8388608),
    kept_at timestamptz not null,
    primary key (tenant_id, hash)
);
comment on table tenant_logo is 'The last few logos of each tenant; which one holds is in the tenant''s own state.';
call tenant_table('tenant_logo');
grant select, insert, update, delete on tenant_logo to helpdesk_app;
