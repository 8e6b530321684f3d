-- A municipality may be erased only after two people and its time of grace, and the database itself checks that.
create or replace function is_erasable(tenant uuid) returns boolean language sql stable as
$$ select exists (select from tenant t where t.id = tenant and t.status = 'deleted' and t.erase_at <= now()) $$;

grant execute on function is_erasable to helpdesk_worker;
