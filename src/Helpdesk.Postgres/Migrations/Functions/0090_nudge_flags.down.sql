drop trigger tenant_nudges_flags on tenant;
drop trigger aggregate_licence_nudges_flags on aggregate;
drop trigger aggregate_nudges_flags on aggregate;
drop function nudge_flags;
