-- Sessions stand in the tenant of the host at which somebody signed in: a tenant's own, or the platform's for desk and console.
create table session (
    tenant_id    uuid        not null,
    id           uuid        not null,
    account_id   uuid        not null,
    home_id      uuid        not null,
    host         text        not null,
    kind         text        not null check (kind in ('token', 'cookie')),
    secret_hash  bytea,
    client_id    uuid,
    scopes       text[],
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
comment on column session.client_id is 'The program that the person lets act for them; null: the person''s own session.';
comment on column session.scopes is 'What the program was allowed; a token may say less.';
comment on column session.proven_at is 'When the password was last proven in this session; compared with account.sessions_valid_from.';
comment on column session.last_used_at is 'Written at most every five minutes.';
create index session_account on session (tenant_id, account_id) where ended_at is null;
create index session_age on session (tenant_id, last_used_at);
create index session_of_client on session (tenant_id, client_id, account_id) where client_id is not null;

call tenant_table('session');
grant select, insert, update, delete on session to helpdesk_app;

create table sign_in_try (
    tenant_id uuid        not null,
    subject   bytea       not null,
    failures  integer     not null,
    last_at   timestamptz not null,
    primary key (tenant_id, subject)
);
comment on column sign_in_try.subject is 'SHA-256 of what is counted: account and network, account, network, or a known device. The same for accounts that do not exist.';
create index sign_in_try_age on sign_in_try (tenant_id, last_at);

call tenant_table('sign_in_try');
grant select, insert, update, delete on sign_in_try to helpdesk_app;

create table known_device (
    tenant_id    uuid        not null,
    account_id   uuid        not null,
    device_hash  bytea       not null,
    last_used_at timestamptz not null,
    primary key (tenant_id, account_id, device_hash)
);
comment on table known_device is 'Devices that signed in before: guesses from elsewhere do not slow them down.';

call tenant_table('known_device');
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

call tenant_table('mailed_link');
grant select, insert, update, delete on mailed_link to helpdesk_app;

-- The platform's keys for access tokens. Public halves are published as JWKS.
create table signing_key (
    id              text        primary key,
    public_key      bytea       not null,
    private_key     bytea       not null,
    signs_from      timestamptz not null,
    signs_until     timestamptz not null,
    published_until timestamptz not null
);
comment on column signing_key.private_key is 'PKCS#8, sealed with the master key, which is not in the database.';
grant select, insert, delete on signing_key to helpdesk_app;

-- The keys of ASP.NET Core Data Protection, each sealed with the master key, which is not in the database.
create table sealing_key (
    name    text        primary key,
    xml     text        not null,
    made_at timestamptz not null default clock_timestamp()
);
comment on table sealing_key is 'Never delete one: what it sealed opens with nothing else.';
grant select, insert on sealing_key to helpdesk_app;
