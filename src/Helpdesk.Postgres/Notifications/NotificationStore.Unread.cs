using Helpdesk.Domain.Notifications;

namespace Helpdesk.Postgres.Notifications;

/// <summary>How many nobody has read yet, for many people at once.</summary>
internal sealed partial class NotificationStore
{
    // What was not gathered yet joins the one that is open, or makes one: as a page would have it.
    private const string UnreadOfMany = $"""
        select w.tenant_id, w.account_id,
            (select count(*) from notification n where n.tenant_id = w.tenant_id and n.account_id = w.account_id and {IsUnread}
                and (w.staff or n.kind = any ($4)))
            + (select count(distinct i.kind) from notification_item i
                where i.tenant_id = w.tenant_id and i.account_id = w.account_id and i.notification_id is null and i.tell_at <= $5
                    and i.withdrawn_at is null and (w.staff or i.kind = any ($4))
                    and not exists (select from notification n where n.tenant_id = i.tenant_id and n.account_id = i.account_id
                        and n.kind = i.kind and n.is_open and n.first_at > $6 and {IsUnread}))
        from unnest($1::uuid[], $2::uuid[], $3::boolean[]) w (tenant_id, account_id, staff)
        """;

    public Task<IReadOnlyDictionary<(TenantId Tenant, AccountId Account), int>> Unread(
        IReadOnlyCollection<Member> readers, Instant now, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        var unread = new Dictionary<(TenantId, AccountId), int>();
        await using var batch = database.ForTenants([.. readers.Select(one => one.Tenant).Distinct()]);
        batch.Add(UnreadOfMany).With(readers.Select(one => one.Tenant.Value).ToArray())
            .With(readers.Select(one => one.Account.Value).ToArray())
            .With(readers.Select(one => one.IsStaff).ToArray())
            .With(NotificationRules.KindsFor(Role.Customer).Select(Words<NotificationKind>.Of).ToArray())
            .With(now).With(now - NotificationRules.Window);
        await using var reader = await batch.ReadAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            unread[(new(reader.GetGuid(0)), new(reader.GetGuid(1)))] = (int)reader.GetInt64(2);
        return (IReadOnlyDictionary<(TenantId, AccountId), int>)unread;
    });
}
