-- The ground that every other migration stands on. Roles are the cluster's: deploy/database-roles.sql.
-- Nothing is open by default: every table and function says itself what helpdesk_app and helpdesk_worker may do with it.
revoke all on schema public from public;
grant usage on schema public to helpdesk_app, helpdesk_worker;

alter default privileges revoke all on tables from public;
alter default privileges revoke all on sequences from public;
alter default privileges revoke execute on functions from public;
