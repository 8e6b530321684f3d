-- Sessions stand in the tenant of the host at which somebody signed in: a tenant's own, or the platform's for desk and console.
create table session (
    tenant_id    uuid        not null,
    id           uuid        not null,
    account_id   uuid        not null,
    home_id      uuid        not null,
    host         text        not null,
    kind         text        not null check (kind in ('token', 'cookie')),
    secret_hash  bytea,
    created_at   timestamptz not null,
    proven_at    timestamptz not null,
    last_used_at timestamptz not null,
    ended_at     timestamptz,
    address      text,
    agent        text,
    primary key (tenant_id, id),
    foreign key (home_id, account_id) references account (tenant_id, id)
);
comment on column session.host is 'The only host at which the session is worth anything.';
comment on column session.secret_hash is 'SHA-256 of the cookie''s secret; null for sessions by token.';
comment on column session.proven_at is 'When the password was last proven in this session; compared with account.sessions_valid_from.';
comment on column session.last_used_at is 'Written at most every five minutes.';
create index session_account on session (tenant_id, account_id) where ended_at is null;
create index session_age on session (tenant_id, last_used_at);

alter table session enable row level security;
alter table session force row level security;
create policy session_app on session to helpdesk_app
    using (tenant_id = any (nullif(current_setting('helpdesk.tenants', true), '')::uuid[]));
create policy session_worker on session to helpdesk_worker using (true);
grant select, insert, update, delete on session to helpdesk_app;

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

create table sign_in_try (
    tenant_id uuid        not null,
    subject   bytea       not null,
    failures  integer     not null,
    last_at   timestamptz not null,
    primary key (tenant_id, subject)
);
comment on column sign_in_try.subject is 'SHA-256 of what is counted: account and network, account, network, or a known device. The same for accounts that do not exist.';
create index sign_in_try_age on sign_in_try (tenant_id, last_at);

alter table sign_in_try enable row level security;
alter table sign_in_try force row level security;
create policy sign_in_try_app on sign_in_try to helpdesk_app
    using (tenant_id = any (nullif(current_setting('helpdesk.tenants', true), '')::uuid[]));
create policy sign_in_try_worker on sign_in_try to helpdesk_worker using (true);
grant select, insert, update, delete on sign_in_try to helpdesk_app;

create table known_device (
    tenant_id    uuid        not null,
    account_id   uuid        not null,
    device_hash  bytea       not null,
    last_used_at timestamptz not null,
    primary key (tenant_id, account_id, device_hash)
);
comment on table known_device is 'Devices that signed in before: guesses from elsewhere do not slow them down.';

alter table known_device enable row level security;
alter table known_device force row level security;
create policy known_device_app on known_device to helpdesk_app
    using (tenant_id = any (nullif(current_setting('helpdesk.tenants', true), '')::uuid[]));
create policy known_device_worker on known_device to helpdesk_worker using (true);
grant select, insert, update, delete on known_device to helpdesk_app;

create table mailed_link (
    tenant_id  uuid        not null,
    token_hash bytea       not null,
    purpose    text        not null check (purpose in ('reset_password', 'accept_invitation', 'confirm_registration', 'confirm_email')),
    account_id uuid,
    email      text        not null,
    name       text,
    language   text        not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    primary key (tenant_id, token_hash)
);
comment on column mailed_link.token_hash is 'SHA-256; the token itself is in the mail only.';
comment on column mailed_link.account_id is 'null: the account is made when the link is followed.';
create index mailed_link_account on mailed_link (tenant_id, account_id) where used_at is null;
create index mailed_link_age on mailed_link (tenant_id, expires_at);

alter table mailed_link enable row level security;
alter table mailed_link force row level security;
create policy mailed_link_app on mailed_link to helpdesk_app
    using (tenant_id = any (nullif(current_setting('helpdesk.tenants', true), '')::uuid[]));
create policy mailed_link_worker on mailed_link to helpdesk_worker using (true);
grant select, insert, update, delete on mailed_link to helpdesk_app;
