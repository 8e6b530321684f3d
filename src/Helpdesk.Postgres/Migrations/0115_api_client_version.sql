-- Who replaces a client's addresses names the version that they read.
alter table oidc_application add column version integer not null default 1;
comment on column oidc_application.version is 'Counts up when the redirect URIs are replaced.';
