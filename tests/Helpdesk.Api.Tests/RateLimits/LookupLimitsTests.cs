using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.Feed;
using Helpdesk.Hosting.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Helpdesk.Api.Tests.RateLimits;

/// <summary>Names of hosts come from anybody: what they may cost the database.</summary>
public sealed class LookupLimitsTests
{
    private readonly Directory directory = new("musterstadt", "beispielburg");
    private readonly ShiftedTime time = new();

    [Fact]
    public async Task One_network_looks_up_so_many_names_and_then_waits_while_known_tenants_and_others_go_on()
    {
        var cache = Cache(burst: 5);
        (await cache.Find("musterstadt", From("198.51.100.1"))).Tenant.ShouldNotBeNull();

        var answers = new List<string?>();
        for (var i = 0; i < 100; i++)
            answers.Add((await cache.Find($"stranger-{i}", From("203.0.113.7"))).Refusal?.Code);

        answers.Count(code => code == "rate-limited").ShouldBe(95);
        directory.Asked.ShouldBe(6);
        (await cache.Find("musterstadt", From("203.0.113.7"))).Tenant.ShouldNotBeNull();
        (await cache.Find("beispielburg", From("203.0.113.7"))).Refusal!.Code.ShouldBe("rate-limited");
        (await cache.Find("beispielburg", From("203.0.113.8"))).Tenant.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_name_that_no_tenant_can_have_is_never_looked_up()
    {
        var cache = Cache();

        foreach (var name in new[] { "a", "-a", "A", "xn--mnchen-3ya", "a_b", new string('a', 63) })
            (await cache.Find(name, From("203.0.113.7"))).ShouldBe((null, null));

        directory.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task An_unknown_name_is_asked_once_while_the_answer_is_fresh()
    {
        var cache = Cache();
        for (var i = 0; i < 10; i++)
            await cache.Find("niemandsstadt", From($"203.0.113.{i}"));
        directory.Asked.ShouldBe(1);

        directory.Slugs.Add("niemandsstadt");
        time.Advance(TimeSpan.FromSeconds(3));

        (await cache.Find("niemandsstadt", From("203.0.113.1"))).Tenant.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_flood_of_strange_names_does_not_make_a_tenant_forgotten()
    {
        var cache = Cache(burst: 1_000_000);
        await cache.Find("musterstadt", From("203.0.113.7"));
        for (var i = 0; i < 25_000; i++)
            await cache.Find($"stranger-{i}", From("203.0.113.7"));

        directory.IsAway = true;
        time.Advance(TimeSpan.FromMinutes(1));

        (await cache.Find("musterstadt", From("203.0.113.7"))).Tenant.ShouldNotBeNull(
            "what was known last is used while the database is away");
        await Should.ThrowAsync<StorageException>(async () => await cache.Find("stranger-1", From("203.0.113.7")));
    }

    [Fact]
    public async Task Only_so_many_lookups_are_under_way_at_once_and_the_rest_waits_or_is_refused()
    {
        var cache = Cache(burst: 1_000_000, concurrency: 2);
        directory.Gate = new();

        var all = Enumerable.Range(0, 300).Select(i => cache.Find($"stranger-{i}", From("203.0.113.7")).AsTask()).ToList();

        directory.Asked.ShouldBe(2);
        all.Count(one => one.IsCompleted && one.Result.Refusal?.Code == "overloaded").ShouldBe(98);
        directory.Gate.SetResult();
        (await Task.WhenAll(all)).Count(one => one.Refusal is null).ShouldBe(202);
    }

    // One token a second: none comes back within a test.
    private TenantCache Cache(int burst = 100, int concurrency = 8) => new(
        directory,
        new(Options.Create(new RateLimitOptions { Address = new() { PerSecond = 1, Burst = burst }, LookupConcurrency = concurrency })),
        Options.Create(new TenancyOptions()), time);

    private static DefaultHttpContext From(string address) => new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };

    private sealed class Directory(params IEnumerable<string> slugs) : ITenantDirectory
    {
        private int asked;

        public HashSet<string> Slugs { get; } = [.. slugs];

        public int Asked => asked;

        public bool IsAway { get; set; }

        public TaskCompletionSource? Gate { get; set; }

        public async Task<TenantRecord?> FindBySlug(string slug, CancellationToken cancellation)
        {
            Interlocked.Increment(ref asked);
            if (IsAway)
                throw new StorageException("It is away.", new TimeoutException());
            if (Gate is { } gate)
                await gate.Task;
            return Slugs.Contains(slug) ? new(Some.Tenant(), Named(slug)) : null;
        }

        private static Tenant Named(string slug) =>
            new() { Slug = slug, Name = slug, NumberPrefix = "X", Settings = new(), CreatedAt = Some.Moment() };

        public Task<TenantRecord?> Find(TenantId tenant, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<(IReadOnlyList<TenantOverview> Tenants, int Total)> List(
            string? text, string after, int limit, Instant now, CancellationToken cancellation) =>
            throw new NotSupportedException();
    }
}
