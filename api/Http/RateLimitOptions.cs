using System.Threading.RateLimiting;

namespace Helpdesk.Api.Http;

/// <summary>
/// How much is answered in a short time. Section <c>Helpdesk:RateLimits</c>. The defaults suit production; in Development every rate is
/// 100,000 per second, so that a benchmark meets the platform and not its limits. How many are under way at once is limited everywhere.
/// </summary>
public sealed class RateLimitOptions
{
    public const string Section = "Helpdesk:RateLimits";

    /// <summary>The limit for one person or API key. Default 50 requests per second, 200 at once.</summary>
    public RateLimit Account { get; set; } = new() { PerSecond = 50, Burst = 200 };

    /// <summary>The limit for all members of one tenant together. Default 500 requests per second, 1,000 at once.</summary>
    public RateLimit Tenant { get; set; } = new() { PerSecond = 500, Burst = 1_000 };

    /// <summary>
    /// The limit for requests without a valid credential, by network: one IPv4 address or one IPv6 /64. A town hall behind one address
    /// shares it, but only until people are signed in. Default 20 requests per second, 200 at once.
    /// </summary>
    public RateLimit Address { get; set; } = new() { PerSecond = 20, Burst = 200 };

    /// <summary>
    /// The limit for <c>/health/live</c> and <c>/health/ready</c>, by network: apart from all others, so that whoever supervises always
    /// gets an answer, and nobody has the database asked without end. Default 20 requests per second, 200 at once.
    /// </summary>
    public RateLimit Probe { get; set; } = new() { PerSecond = 20, Burst = 200 };

    /// <summary>
    /// How many requests of one tenant are under way at once in a process, so that they cannot take every connection to the database; 2 to
    /// a quarter of <c>Helpdesk:Database:ApplicationPool</c>. Default: that quarter.
    /// </summary>
    public int? TenantConcurrency { get; set; }

    /// <summary>The same of one account or API key; at least 1, less than the tenant's. Default: half of the tenant's.</summary>
    public int? AccountConcurrency { get; set; }

    /// <summary>
    /// How many heavy requests (reports, exports, imports, searches for text) of all tenants are under way at once in a process; 1 to a
    /// quarter of the pool. One tenant gets half of them, an account half of that, at least one. Default: an eighth of the pool, at
    /// least 2.
    /// </summary>
    public int? HeavyConcurrency { get; set; }

    /// <summary>How many requests of one account or tenant wait for a place; the next is refused. Default 100; 0 to 10,000.</summary>
    public int QueueLength { get; set; } = 100;

    /// <summary>The same of heavy ones. Default 16; 0 to 10,000.</summary>
    public int HeavyQueueLength { get; set; } = 16;

    /// <summary>How long a request waits for places before it is refused. Default 10 s; more than 0, at most 30 s.</summary>
    public TimeSpan QueueTime { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How many names of hosts are looked up in the database at once when they are not known in this process: nobody has signed in there
    /// yet. One network may ask for as many new names as <see cref="Address"/> says. Default 8; 1 to 1,000.
    /// </summary>
    public int LookupConcurrency { get; set; } = 8;

    internal void UseDevelopmentDefaults()
    {
        Account = Tenant = Address = Probe = new() { PerSecond = 100_000, Burst = 100_000 };
    }
}

/// <summary>A bucket of tokens: each request takes one, and they come back at an even rate.</summary>
public sealed class RateLimit
{
    /// <summary>Requests per second in the long run; 1 to 1,000,000.</summary>
    public int PerSecond { get; set; }

    /// <summary>Requests at once after a pause: the size of the bucket; 1 to 1,000,000.</summary>
    public int Burst { get; set; }

    /// <summary>Makes the bucket of one key. Whoever holds it fills it up again.</summary>
    internal Func<TKey, RateLimiter> Bucket<TKey>()
    {
        var options = new TokenBucketRateLimiterOptions
        {
            TokenLimit = Burst,
            TokensPerPeriod = PerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            AutoReplenishment = false,
        };
        return _ => new TokenBucketRateLimiter(options);
    }
}
