-- Accounts: how a person signs in. The row stands in the home tenant; what a tenant knows of the person is the membership.
create table account (
    tenant_id           uuid        not null,
    id                  uuid        not null,
    email               text        not null,
    email_key           text        not null,
    password_hash       text,
    password_changed_at timestamptz,
    security_stamp      text        not null,
    concurrency_stamp   text        not null,
    two_factor_enabled  boolean     not null default false,
    totp_secret         bytea,
    totp_pending        bytea,
    totp_last_step      bigint      not null default 0,
    recovery_codes      bytea[]     not null default '{}',
    sessions_valid_from timestamptz not null,
    created_at          timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, email_key)
);
comment on table account is 'ASP.NET Core Identity reads and writes it through EF Core; new rows come with the first membership.';
comment on column account.tenant_id is 'The home tenant.';
comment on column account.email_key is 'NFKC and case-folded, domain as punycode: what makes two addresses one.';
comment on column account.totp_secret is 'Sealed with the master key, which is not in the database.';
comment on column account.totp_last_step is 'Codes up to this step are used up.';
comment on column account.recovery_codes is 'SHA-256 of each code that is left.';
comment on column account.sessions_valid_from is 'Sessions proven before are over, at every host: one write ends them all.';

call tenant_table('account');
grant select, insert, update on account to helpdesk_app;

-- Memberships: account × tenant → role. Name, address, language and time zone are copies, so that a tenant's lists read no other tenant's rows.
create table membership (
    tenant_id       uuid        not null,
    account_id      uuid        not null,
    home_id         uuid        not null,
    role            text        not null check (role in ('customer', 'agent', 'manager', 'admin', 'operator')),
    status          text        not null check (status in ('active', 'suspended', 'invited', 'ended')),
    email           text        not null,
    email_key       text        not null,
    name            text        not null,
    name_key        text        not null,
    language        text        not null,
    time_zone       text,
    requester_group text,
    external_id     text,
    muted           text[]      not null default '{}',
    version         integer     not null check (version > 0),
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    primary key (tenant_id, account_id),
    unique (tenant_id, email_key),
    foreign key (home_id, account_id) references account (tenant_id, id)
);
comment on column membership.home_id is 'The tenant of the account: this one, or the platform for service staff.';
comment on column membership.name_key is 'Lower case without marks, for sorting and searching.';
comment on column membership.time_zone is 'IANA name; null: the tenant''s. A copy of the account''s for service staff, as name and language are.';
comment on column membership.requester_group is 'A free word of the tenant''s; SLA policies may ask for it.';
comment on column membership.external_id is 'What the tenant''s own records call the person: an import finds them by it.';
comment on column membership.muted is 'Kinds of notifications that the person has switched off.';
comment on column membership.version is 'The ETag of the person in this tenant.';
create index membership_name on membership (tenant_id, name_key, account_id) where status <> 'ended';
create index membership_role on membership (tenant_id, role, status);
create index membership_serve on membership (home_id, account_id) where home_id <> tenant_id;
create unique index membership_external on membership (tenant_id, external_id) where external_id is not null;
create index membership_group on membership (tenant_id, requester_group) where requester_group is not null;

call tenant_table('membership');
-- A home tenant sees where its own people serve, and as what. Needed to know an agent's desk; it opens nothing else of the tenants served.
create policy membership_home on membership for select to helpdesk_app
    using (home_id = any (nullif(current_setting('helpdesk.tenants', true), '')::uuid[]));
grant select, insert, update on membership to helpdesk_app;
grant select on membership to helpdesk_worker;

-- One row per tenant, locked and counted up by every change that touches staff: what was counted for a decision still holds at its commit.
create table people (
    tenant_id uuid    primary key,
    version   integer not null
);

call tenant_table('people');
grant select, insert, update on people to helpdesk_app;

-- Seats: who holds one, and until when. The only definition there is; showing and enforcing both count it.
create view seat with (security_invoker = true) as
select tenant_id, account_id, case status when 'active' then 'infinity'::timestamptz else updated_at + interval '336 hours' end as until
from membership
where role in ('agent', 'manager', 'admin') and status in ('active', 'invited');
comment on view seat is 'An invitation holds a seat for 14 days from when it was last sent or changed.';
grant select on seat to helpdesk_app, helpdesk_worker;
