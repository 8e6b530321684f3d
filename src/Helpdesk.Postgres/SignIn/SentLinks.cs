using Helpdesk.Domain.Mail;
using Helpdesk.Domain.People;
using Helpdesk.Domain.SignIn;
using Helpdesk.Postgres.People;

namespace Helpdesk.Postgres.SignIn;

/// <summary>A link that somebody opens, with all that decides whether it is good.</summary>
internal static class SentLinks
{
    // The row is read whether or not it is good: the rules decide, and say why not.
    public static async Task<Result<MailedLink>> Find(
        Database database, TenantId tenant, LinkPurpose purpose, string token, Instant now, CancellationToken cancellation)
    {
        await using var batch = database.ForTenants([tenant, TenantId.Platform]);
        batch.Add("""
            select l.account_id, m.home_id, l.email, coalesce(m.name, l.name), coalesce(m.language, l.language),
                coalesce(a.two_factor_enabled, false), l.created_at, l.expires_at, l.used_at, nullif(a.links_valid_from, '-infinity'),
                (select max(n.created_at) from mailed_link n where n.tenant_id = l.tenant_id and n.purpose = l.purpose
                    and n.email = l.email and n.used_at is null and n.expires_at > $4
                    and n.created_at >= coalesce(a.links_valid_from, '-infinity')),
                m.status, h.status, coalesce(a.email = l.email, false)
            from mailed_link l
            left join membership m on m.tenant_id = l.tenant_id and m.account_id = l.account_id
            left join membership h on h.tenant_id = m.home_id and h.account_id = m.account_id
            left join account a on a.tenant_id = m.home_id and a.id = m.account_id
            where l.tenant_id = $1 and l.token_hash = $2 and l.purpose = $3
            """).With(tenant.Value).With(MailedLink.Hash(token)).With(Words<LinkPurpose>.Of(purpose)).With(now);
        await using var reader = await batch.ReadAsync(cancellation);
        if (!await reader.ReadAsync(cancellation))
            return PeopleErrors.LinkVoid;
        return LinkRules.Refusal(Sent(reader, purpose), now) is { } refusal ? refusal : new MailedLink(
            tenant, purpose, reader.GetGuidOrNull(0) is { } account ? new(account) : null, new(reader.GetGuidOrNull(1) ?? tenant.Value),
            MembershipRow.Address(reader.GetString(2)), reader.GetString(3), reader.GetString(4), reader.GetBoolean(5));
    }

    private static SentLink Sent(NpgsqlDataReader reader, LinkPurpose purpose) => new()
    {
        Purpose = purpose,
        SentAt = reader.GetInstant(6),
        ExpiresAt = reader.GetInstant(7),
        UsedAt = reader.GetInstantOrNull(8),
        ValidFrom = reader.GetInstantOrNull(9) ?? Instant.MinValue,
        NewerSentAt = reader.GetInstantOrNull(10),
        Here = Status(reader.GetStringOrNull(11)),
        AtHome = Status(reader.GetStringOrNull(12)),
        IsOfPresentAddress = reader.GetBoolean(13),
    };

    private static MembershipStatus? Status(string? stored) =>
        stored is null ? null : MembershipRow.Word<MembershipStatus>(stored);
}
