-- What a licence contains decides flags, so a new one is a nudge as well.
create trigger aggregate_licence_nudges_flags after insert or update on aggregate
    for each row when (new.kind = 'licence') execute function nudge_flags();
