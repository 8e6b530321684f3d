-- The history of a living tenant cannot be deleted, whoever has the right to delete.
create or replace function keep_history() returns trigger language plpgsql as $$
begin
    if not is_erasable(old.tenant_id) and not is_forgettable(old.tenant_id, old.kind, old.at) then
        raise exception 'The history of a tenant stays as long as the tenant.' using errcode = '42501';
    end if;
    return old;
end
$$;

grant execute on function keep_history to helpdesk_worker;

create or replace trigger event_stays before delete on event
    for each row when (current_user = 'helpdesk_worker') execute function keep_history();
