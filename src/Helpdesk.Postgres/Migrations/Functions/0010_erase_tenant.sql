-- Erases a municipality everywhere.
create or replace function erase_tenant(tenant uuid) returns void language plpgsql as $$
declare
    place regclass;
    key   name;
    again boolean;
begin
    if not is_erasable(tenant) then
        raise exception 'The tenant is not deleted, or can still be restored.' using errcode = '42501';
    end if;
    loop
        again := false;
        for place, key in select t.place, t.key from tables_to_erase() t loop
            begin
                if place = 'event'::regclass then
                    delete from event where tenant_id = tenant and stream_id <> tenant; -- what became of the tenant itself stays
                else
                    execute format('delete from %s where %I = $1', place, key) using tenant;
                end if;
            exception when foreign_key_violation then
                again := true; -- what it points to goes in the next round
            end;
        end loop;
        exit when not again;
    end loop;
end
$$;
comment on function erase_tenant is 'Every table of tables_to_erase; the tenant''s row, its own history and the chain of the audit log stay.';

grant execute on function erase_tenant to helpdesk_worker;
