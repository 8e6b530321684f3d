create table known_network (
    tenant_id    uuid        not null,
    account_id   uuid        not null,
    network_hash bytea       not null,
    last_used_at timestamptz not null,
    primary key (tenant_id, account_id, network_hash)
);
comment on table known_network is 'Networks from which somebody signed in before, or followed a link: guesses from elsewhere do not slow them down.';
comment on column known_network.network_hash is 'SHA-256 of the network, as it is counted.';

call tenant_table('known_network');
grant select, insert, update, delete on known_network to helpdesk_app;
