using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.Tenants;
using Helpdesk.Postgres.People;

namespace Helpdesk.Postgres.Notifications;

internal sealed class Recipients(Database database) : IRecipients
{
    private const string One = """
        select m.account_id, m.role, m.email, m.language, m.time_zone, m.status = 'active' and coalesce(h.status, m.status) = 'active',
            m.status in ('invited', 'contact'), m.muted, m.mails_off, m.mail_digest, m.mail_hold, m.name, b.until is not null,
            w.quiet_from, w.quiet_to, w.urgent_breaches_pass
        from membership m
        left join membership h on h.tenant_id = m.home_id and h.account_id = m.account_id
        left join notification_wish w on w.tenant_id = m.tenant_id and w.account_id = m.account_id
        left join mail_block b on b.tenant_id = m.tenant_id and b.address = lower(m.email) and b.until > $3
        where m.tenant_id = $1 and m.account_id = $2
        """;

    public Task<PreviewedReader?> Find(TenantId tenant, AccountId account, Instant now, CancellationToken cancellation) =>
        Storage.Ask(async () =>
    {
        await using var batch = database.ForWorker();
        batch.Add(One).With(tenant.Value).With(account.Value).With(now);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? Read(reader) : null;
    });

    private static PreviewedReader Read(NpgsqlDataReader row)
    {
        var isExpected = row.GetBoolean(6);
        var who = new NoticeReader
        {
            Account = new(row.GetGuid(0)),
            Role = MembershipRow.Word<Role>(row.GetString(1)),
            Email = MembershipRow.Address(row.GetString(2)),
            Language = row.GetString(3),
            TimeZone = row.GetStringOrNull(4),
            IsHere = row.GetBoolean(5) || isExpected,
            IsExpected = isExpected,
            Muted = MembershipRow.Kinds(row.GetFieldValue<string[]>(7)),
            Mails = MembershipRow.Wishes(row.GetFieldValue<string[]>(8), row.GetString(9), row.GetInt32(10)),
            Quiet = row.IsDBNull(13) ? null : NotificationWishStore.Hours(row.GetInt32(13), row.GetInt32(14), row.GetBoolean(15)),
        };
        return new(who, row.GetString(11), row.GetBoolean(12));
    }
}
