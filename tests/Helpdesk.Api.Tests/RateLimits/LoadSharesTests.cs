using Helpdesk.Api.RateLimits;

namespace Helpdesk.Api.Tests.RateLimits;

public sealed class LoadSharesTests
{
    public static TheoryData<int> Pools => [.. Enumerable.Range(LoadShares.SmallestPool, 200), 999, 1_000];

    [Theory]
    [MemberData(nameof(Pools))]
    public void Whatever_the_pool_a_tenant_has_a_quarter_at_most_an_account_less_and_heavy_ones_are_few(int pool)
    {
        var shares = LoadShares.Of(new(), pool);

        LoadShares.Faults(new(), pool).ShouldBeEmpty();
        (4 * shares.Tenant).ShouldBeLessThanOrEqualTo(pool);
        shares.Account.ShouldBeInRange(1, shares.Tenant - 1);
        shares.HeavyOfAccount.ShouldBeInRange(1, shares.Account);
        shares.HeavyOfTenant.ShouldBeInRange(1, shares.Heavy - 1);
        shares.HeavyOfTenant.ShouldBeInRange(shares.HeavyOfAccount, shares.Tenant);
        (4 * shares.Heavy).ShouldBeLessThanOrEqualTo(pool);
    }

    [Theory]
    [InlineData(40, 11, null, null, "TenantConcurrency")]
    [InlineData(40, 1, null, null, "TenantConcurrency")]
    [InlineData(40, null, 10, null, "AccountConcurrency")]
    [InlineData(40, 4, 4, null, "AccountConcurrency")]
    [InlineData(40, null, 0, null, "AccountConcurrency")]
    [InlineData(40, null, null, 11, "HeavyConcurrency")]
    [InlineData(40, null, null, 0, "HeavyConcurrency")]
    [InlineData(7, null, null, null, "ApplicationPool")]
    public void Settings_that_contradict_each_other_are_named(int pool, int? tenant, int? account, int? heavy, string setting)
    {
        var options = new RateLimitOptions { TenantConcurrency = tenant, AccountConcurrency = account, HeavyConcurrency = heavy };

        LoadShares.Faults(options, pool).ShouldContain(fault => fault.Contains($":{setting} must be", StringComparison.Ordinal));
    }
}
