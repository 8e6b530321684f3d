drop trigger tenant_nudges_flags on tenant;
drop trigger aggregate_nudges_flags on aggregate;
drop function nudge_flags;
drop index aggregate_flag_set;
