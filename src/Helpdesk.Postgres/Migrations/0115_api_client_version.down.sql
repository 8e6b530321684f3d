alter table oidc_application drop column version;
