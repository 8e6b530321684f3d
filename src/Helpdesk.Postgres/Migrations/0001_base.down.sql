drop procedure tenant_table;

alter default privileges grant execute on functions to public;

revoke usage on schema public from helpdesk_app, helpdesk_worker;
grant usage on schema public to public;
