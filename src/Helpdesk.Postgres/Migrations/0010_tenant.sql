-- Tenants. The row is what the host of a request is resolved with; what a tenant chose is in its settings.
create table tenant (
    id            uuid        primary key,
    slug          text        not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$'),
    name          text        not null,
    number_prefix text        not null,
    status        text        not null check (status in ('active', 'suspended', 'deleted')),
    version       integer     not null,
    settings      jsonb       not null,
    state         jsonb       not null,
    created_at    timestamptz not null,
    updated_at    timestamptz not null
);
comment on column tenant.slug is 'Outward name and subdomain. Stays taken after deletion: a slug is never reused.';

alter table tenant enable row level security;
alter table tenant force row level security;
create policy tenant_app on tenant to helpdesk_app
    using (id = any (nullif(current_setting('helpdesk.tenants', true), '')::uuid[]));
create policy tenant_worker on tenant to helpdesk_worker using (true);
create policy tenant_owner on tenant to helpdesk_owner using (true);
grant select, insert, update on tenant to helpdesk_app;
grant select on tenant to helpdesk_worker;

-- The home of service staff and operators.
insert into tenant (id, slug, name, number_prefix, status, version, settings, state, created_at, updated_at)
values ('00000000-0000-7000-8000-000000000001', 'platform', 'Platform', 'PLAT', 'active', 0, '{}', '{}', now(), now());
