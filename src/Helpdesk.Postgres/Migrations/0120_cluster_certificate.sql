-- By which the processes of one cluster know each other (TLS between silos, and between silos and apis).
create table cluster_certificate (
    id             text        primary key,
    certificate    bytea       not null,
    private_key    bytea       not null,
    shown_from     timestamptz not null,
    accepted_until timestamptz not null
);
comment on column cluster_certificate.id is 'SHA-256 of the public key, in hex.';
comment on column cluster_certificate.private_key is 'PKCS#8, sealed with the master key, which is not in the database.';
grant select, insert, delete on cluster_certificate to helpdesk_app;
