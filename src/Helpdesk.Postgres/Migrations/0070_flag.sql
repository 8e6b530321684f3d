-- Feature flags. Sets stand in `aggregate`; every process keeps all of them in memory, compares versions every second, and is nudged in between.
create index aggregate_flag_set on aggregate (tenant_id, version) where kind = 'flag_set';

create function nudge_flags() returns trigger language plpgsql as $$
begin
    perform pg_notify('helpdesk_flags', '');
    return null;
end
$$;
comment on function nudge_flags is 'Equal nudges of one transaction are one. What changed is found by comparing versions: a lost nudge costs a second, not a change.';

create trigger aggregate_nudges_flags after insert or update on aggregate
    for each row when (new.kind = 'flag_set') execute function nudge_flags();
create trigger tenant_nudges_flags after insert or update on tenant
    for each row execute function nudge_flags();
