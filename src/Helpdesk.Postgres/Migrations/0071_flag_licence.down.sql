drop trigger aggregate_licence_nudges_flags on aggregate;
