-- What only the log has may go when the tenant's own setting says so, not before a year; the same words as AuditRetention.Forgettable. What became of
-- tickets, flags and the tenant itself stays as long as they do.
create or replace function is_forgettable(tenant uuid, kind text, happened_at timestamptz) returns boolean language sql stable as
$$
    select split_part(kind, '.', 1) in ('account', 'membership', 'api_key', 'seat', 'notification')
        and happened_at < now() - make_interval(months => greatest(12, coalesce(
            (select (t.settings -> 'retention' ->> 'audit_months')::int from tenant t where t.id = tenant), 120)))
$$;

grant execute on function is_forgettable to helpdesk_worker;
