using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Postgres.Notifications;

internal sealed class OwedNotifications(Database database) : IOwedNotifications
{
    private const string Insert = """
        with staff as (
            select account_id, role, muted, home_id from membership
            where tenant_id = $1 and status = 'active' and role in ('agent', 'manager', 'admin', 'operator')
        )
        insert into notification_item (tenant_id, stream_id, version, recipient, account_id, kind, about, due_at, at, tell_at, mail_at,
            push_at)
        select $1, $2, $3, account_id::text, account_id, $4, jsonb_build_object('kind', $5::text, 'data', $6), $7, $7, $7,
            case when $10 then null else $7::timestamptz end,
            case when not $10 and (staff.home_id <> $1 or exists (
                select from push_subscription p where p.tenant_id = $1 and p.account_id = staff.account_id)) then $7::timestamptz end
        from staff
        where not ($4 = any (muted))
          and case when exists (select from staff where account_id = $8::uuid) then account_id = $8::uuid else role = $9 end
        on conflict (tenant_id, stream_id, version, recipient) do nothing
        """;

    public Task Owe(OwedNotification notice, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForWorker();
        batch.Add(Insert)
            .With(notice.Tenant.Value).With(notice.Stream).With(notice.Version).With(Words<NotificationKind>.Of(notice.Kind)).With(
                notice.EventKind)
            .WithJson(notice.Data).With(notice.At).With(notice.To?.Value).With(notice.Tenant == TenantId.Platform ? "operator"
                : "admin").With(
                notice.IsLoaded);
        return await batch.ExecuteAsync(cancellation);
    });
}
