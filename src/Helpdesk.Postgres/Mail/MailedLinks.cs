namespace Helpdesk.Postgres.Mail;

/// <summary>Links that were mailed: used up, and ended when their reason is gone.</summary>
internal static class MailedLinks
{
    // All of one purpose are used by the one that was followed. Locked in one order: two of them at once would wait for each other.
    private const string Use = """
        with followed as (select purpose, email, account_id from mailed_link where tenant_id = $1 and token_hash = $2),
        locked as (
            select l.token_hash, l.used_at, l.expires_at from mailed_link l, followed f
            where l.tenant_id = $1 and l.purpose = f.purpose and (l.email = f.email or l.account_id = f.account_id)
            order by l.token_hash for update of l),
        used as (
            update mailed_link l set used_at = $3 from locked k
            where l.tenant_id = $1 and l.token_hash = k.token_hash and k.used_at is null
                and exists (select from locked own where own.token_hash = $2 and own.used_at is null and own.expires_at > $3)
            returning l.token_hash)

        """;

    /// <summary>Uses a link, or undoes what stands with it in the transaction (<c>HD410</c>).</summary>
    public static void AddUse(Func<string, BatchStatement> add, TenantId tenant, byte[] link, Instant now) =>
        add($"{Use} select refuse_unless(exists (select from used where token_hash = $2), 'HD410')").With(tenant.Value).With(link)
            .With(now);

    /// <returns><c>false</c>: it is void.</returns>
    public static async Task<bool> TryUse(
        TenantTransaction transaction, TenantId tenant, byte[] link, Instant now, CancellationToken cancellation)
    {
        await using var batch = transaction.Batch();
        batch.Add($"{Use} select exists (select from used where token_hash = $2)").With(tenant.Value).With(link).With(now);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation) && reader.GetBoolean(0);
    }

    /// <summary>Ends what was sent to somebody: in this tenant, and at home for all tenants.</summary>
    /// <param name="home">Of the account; another than <paramref name="tenant"/>: only what was asked for in that one ends.</param>
    public static void AddEnd(Func<string, BatchStatement> add, TenantId tenant, TenantId? home, AccountId account, Instant now)
    {
        add("update mailed_link set used_at = $3 where tenant_id = $1 and account_id = $2 and used_at is null").With(tenant.Value)
            .With(account.Value).With(now);
        if (home is { } whole)
            add("update account set links_valid_from = $3 where tenant_id = $1 and id = $2").With(whole.Value).With(account.Value)
                .With(now);
    }
}
