namespace Helpdesk.Api.RateLimits;

/// <summary>
/// How many requests are under way at once in a process, and whose. A request holds one connection to the database at a time, so these are
/// shares of the pool: whatever one tenant does, three quarters stay free for the others.
/// </summary>
/// <param name="Tenant">Of one tenant; its strangers, who have not signed in, have as many of their own.</param>
/// <param name="Account">Of one account or API key.</param>
/// <param name="Heavy">Heavy ones of all tenants together.</param>
internal sealed record LoadShares(int Tenant, int Account, int Heavy)
{
    /// <summary>The smallest pool that has a quarter with something less in it.</summary>
    public const int SmallestPool = 8;

    /// <summary>Heavy ones of one tenant: half, so that two do not wait for a third.</summary>
    public int HeavyOfTenant => Math.Max(1, Math.Min(Tenant, Heavy) / 2);

    /// <summary>Heavy ones of one account.</summary>
    public int HeavyOfAccount => Math.Max(1, Math.Min(Account, HeavyOfTenant) / 2);

    /// <param name="pool">Connections that serve requests.</param>
    public static LoadShares Of(RateLimitOptions options, int pool)
    {
        var tenant = options.TenantConcurrency ?? pool / 4;
        return new(tenant, options.AccountConcurrency ?? tenant / 2, options.HeavyConcurrency ?? Math.Max(2, pool / 8));
    }

    /// <summary>Where the settings contradict each other, in terms of the settings.</summary>
    public static IEnumerable<string> Faults(RateLimitOptions options, int pool)
    {
        const string section = RateLimitOptions.Section;
        var (quarter, pools) = (pool / 4, $"a quarter of Helpdesk:Database:ApplicationPool ({pool})");
        if (pool < SmallestPool)
        {
            yield return $"Helpdesk:Database:ApplicationPool must be at least {SmallestPool} where requests are served: a tenant gets at "
                + "most a quarter of it, and an account less.";
            yield break;
        }

        var shares = Of(options, pool);
        if (shares.Tenant < 2 || shares.Tenant > quarter)
            yield return $"{section}:TenantConcurrency must be 2 to {quarter}, {pools}.";
        if (shares.Account < 1 || shares.Account >= Math.Max(2, shares.Tenant))
            yield return $"{section}:AccountConcurrency must be at least 1 and less than TenantConcurrency ({shares.Tenant}).";
        if (shares.Heavy < 1 || shares.Heavy > quarter)
            yield return $"{section}:HeavyConcurrency must be 1 to {quarter}, {pools}.";
    }
}
