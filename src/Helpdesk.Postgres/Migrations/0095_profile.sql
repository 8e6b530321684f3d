-- What a tenant knows of a person besides name, address and language.
alter table membership
    add column time_zone       text,
    add column requester_group text,
    add column external_id     text,
    add column muted           text[] not null default '{}';
comment on column membership.time_zone is 'IANA name; null: the tenant''s. A copy of the account''s for service staff, as name and language are.';
comment on column membership.requester_group is 'A free word of the tenant''s; SLA policies may ask for it.';
comment on column membership.external_id is 'What the tenant''s own records call the person: an import finds them by it.';
comment on column membership.muted is 'Kinds of notifications that the person has switched off.';
create unique index membership_external on membership (tenant_id, external_id) where external_id is not null;
create index membership_group on membership (tenant_id, requester_group) where requester_group is not null;
