-- Seats: who holds one, and until when. The only definition there is; showing and enforcing both count it.
create view seat with (security_invoker = true) as
select tenant_id, account_id, case status when 'active' then 'infinity'::timestamptz else updated_at + interval '336 hours' end as until
from membership
where role in ('agent', 'manager', 'admin') and status in ('active', 'invited');
comment on view seat is 'An invitation holds a seat for 14 days from when it was last sent or changed.';
grant select on seat to helpdesk_app, helpdesk_worker;
