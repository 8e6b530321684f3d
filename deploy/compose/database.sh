#!/bin/sh
# Runs once, on the empty volume, after database-roles.sql: passwords for the roles, and the database.
set -eu
psql --set ON_ERROR_STOP=1 --no-psqlrc \
  --set app="$HELPDESK_APP_PASSWORD" --set worker="$HELPDESK_WORKER_PASSWORD" --set owner="$HELPDESK_OWNER_PASSWORD" \
  --username "${POSTGRES_USER:-postgres}" --dbname postgres <<'SQL'
alter role helpdesk_app login password :'app';
alter role helpdesk_worker login password :'worker';
alter role helpdesk_owner login password :'owner';
create database helpdesk owner helpdesk_owner template template0 encoding 'UTF8' locale 'C.UTF-8';
revoke all on database helpdesk from public;
grant connect on database helpdesk to helpdesk_app, helpdesk_worker;
SQL
