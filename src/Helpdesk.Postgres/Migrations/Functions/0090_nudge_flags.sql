-- Tells every process that flags, licences or tenants have changed.
create or replace function nudge_flags() returns trigger language plpgsql as $$
begin
    perform pg_notify('helpdesk_flags', '');
    return null;
end
$$;
comment on function nudge_flags is 'Equal nudges of one transaction are one. What changed is found by comparing versions: a lost nudge costs a second, not a change.';

create or replace trigger aggregate_nudges_flags after insert or update on aggregate
    for each row when (new.kind = 'flag_set') execute function nudge_flags();
-- What a licence contains decides flags, so a new one is a nudge as well.
create or replace trigger aggregate_licence_nudges_flags after insert or update on aggregate
    for each row when (new.kind = 'licence') execute function nudge_flags();
create or replace trigger tenant_nudges_flags after insert or update on tenant
    for each row execute function nudge_flags();
