using System.Threading.RateLimiting;
using Helpdesk.Api.RateLimits;
using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Helpdesk.Api.Tests.RateLimits;

public sealed class RateLimitsTests
{
    private readonly TenantId tenant = Some.Tenant();
    private readonly TenantId neighbour = Some.Tenant();

    [Fact]
    public void Who_has_used_up_a_burst_is_refused_and_told_when_to_come_back()
    {
        using var limits = Limits(account: 3);
        var account = Some.Account().Value;

        Answered(limits, 10, () => Member(tenant, account)).ShouldBe(3);

        using var refused = limits.AttemptAcquire(Member(tenant, account));
        refused.TryGetMetadata(MetadataName.RetryAfter, out var wait).ShouldBeTrue();
        wait.ShouldBeInRange(TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void Members_of_a_tenant_share_its_limit_and_a_neighbour_keeps_its_own()
    {
        using var limits = Limits(tenant: 5);

        Answered(limits, 10, () => Member(tenant, Some.Account().Value)).ShouldBe(5);
        Answered(limits, 5, () => Member(neighbour, Some.Account().Value)).ShouldBe(5);
    }

    [Fact]
    public void Strangers_share_by_network_and_take_nothing_from_members()
    {
        using var limits = Limits(address: 2);

        Answered(limits, 3, () => Stranger("203.0.113.7")).ShouldBe(2);
        Answered(limits, 3, () => Stranger("::ffff:203.0.113.7")).ShouldBe(0, "the same address in other clothes");
        Answered(limits, 3, () => Stranger("203.0.113.8")).ShouldBe(2);
        Answered(limits, 3, () => Stranger($"2001:db8:1:2::{Some.Number():x}")).ShouldBe(2, "one subscriber has the whole /64");
        Answered(limits, 3, () => Stranger("2001:db8:1:3::1")).ShouldBe(2);
        Answered(limits, 9, () => Member(tenant, Some.Account().Value, "203.0.113.7")).ShouldBe(9);
    }

    [Fact]
    public void Every_fault_of_the_settings_is_named_at_once()
    {
        var settings = new RateLimitOptions
        {
            Account = new()
            { PerSecond = 0, Burst = 5 },
            Tenant = new() { PerSecond = 5, Burst = 2_000_000 },
            TenantConcurrency = 11,
            AccountConcurrency = 11,
            HeavyConcurrency = 0,
            QueueTime = TimeSpan.Zero,
        };

        var validator = new RateLimitOptionsValidator(Options.Create(new DatabaseOptions()));

        var faults = validator.Validate(null, settings).Failures!.ToList();

        faults.Select(fault => fault[..fault.IndexOf(" must", StringComparison.Ordinal)]).ShouldBe(
            [
                "Helpdesk:RateLimits:Account:PerSecond", "Helpdesk:RateLimits:Tenant:Burst", "Helpdesk:RateLimits:QueueTime",
                "Helpdesk:RateLimits:TenantConcurrency", "Helpdesk:RateLimits:AccountConcurrency", "Helpdesk:RateLimits:HeavyConcurrency",
            ]);
        validator.Validate(null, new()).Succeeded.ShouldBeTrue();
    }

    // One token a second: none comes back within a test.
    private static PartitionedRateLimiter<HttpContext> Limits(
        int account = 1_000, int tenant = 1_000, int address = 1_000) =>
        Helpdesk.Api.RateLimits.RateLimits.Of(new()
        {
            Account = new() { PerSecond = 1, Burst = account },
            Tenant = new() { PerSecond = 1, Burst = tenant },
            Address = new() { PerSecond = 1, Burst = address },
        });

    private static int Answered(PartitionedRateLimiter<HttpContext> limits, int requests, Func<HttpContext> next) =>
        Enumerable.Range(0, requests).Count(_ => Acquired(limits, next()));

    private static bool Acquired(PartitionedRateLimiter<HttpContext> limits, HttpContext context)
    {
        using var lease = limits.AttemptAcquire(context);
        return lease.IsAcquired;
    }

    internal static DefaultHttpContext Stranger(string address) => new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };

    internal static DefaultHttpContext Member(TenantId tenant, Guid account, string address = "198.51.100.1")
    {
        var context = Stranger(address);
        context.SetCredential(Credential.Of(new SessionAccess
        {
            Id = Guid.CreateVersion7(),
            Kind = SessionKind.Token,
            Host = "some.localhost",
            Account = new(account),
            Home = tenant,
            SecretHash = null,
            ExpiresAt = Instant.MaxValue,
            Tenant = tenant,
            Role = Role.Customer,
            Serves = new Dictionary<TenantId, Role>(),
        }));
        context.SetTenant(new(HostKind.Tenant, tenant, "some", "some.localhost", tenant, new()));
        return context;
    }
}
