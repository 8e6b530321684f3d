drop table oidc_token;
alter table session drop constraint session_client;
drop table oidc_application;
drop table api_key;
