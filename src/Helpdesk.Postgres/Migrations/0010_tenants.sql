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
    updated_at    timestamptz not null,
    erase_at      timestamptz
);
comment on column tenant.slug is 'Outward name and subdomain. Stays taken after deletion: a slug is never reused.';
comment on column tenant.erase_at is 'Of a deleted tenant: from then on its data may be erased.';

-- The row of a tenant stays when its data is erased.
call tenant_table('tenant', key => 'id', erased => false);
create policy tenant_owner on tenant to helpdesk_owner using (true);
grant select, insert, update on tenant to helpdesk_app;
grant select on tenant to helpdesk_worker;

-- The home of service staff and operators.
insert into tenant (id, slug, name, number_prefix, status, version, settings, state, created_at, updated_at)
values ('00000000-0000-7000-8000-000000000001', 'platform', 'Platform', 'PLAT', 'active', 0, '{}', '{}', now(), now());

-- Hosts of municipalities' own, beside their subdomains. Like a slug a host is one tenant's over the whole platform, so its key has no tenant in front;
-- only what is proven is in it.
create table own_host (
    host   text not null check (host ~ '^[a-z0-9.-]{4,253}$'),
    tenant uuid not null references tenant (id),
    constraint own_host_taken primary key (host)
);
create index own_host_of on own_host (tenant);

call tenant_table('own_host', key => 'tenant');
grant select, insert, delete on own_host to helpdesk_app;
grant select on own_host to helpdesk_worker;
