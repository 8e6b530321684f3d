using Helpdesk.Api.RateLimits;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Api.Tests.RateLimits;

/// <summary>Places for ten of a tenant, five of an account; heavy ones for five, two, one.</summary>
public sealed class AdmissionTests : IDisposable
{
    private readonly TenantId tenant = Some.Tenant();
    private readonly TenantId neighbour = Some.Tenant();
    private readonly Guid agent = Some.Account().Value;
    private readonly Admission admission =
        new(LoadShares.Of(new(), 40), new() { QueueLength = 3, HeavyQueueLength = 3, QueueTime = TimeSpan.FromMinutes(5) });

    [Fact]
    public async Task One_account_leaves_places_to_others_of_its_tenant_and_the_tenant_leaves_places_to_its_neighbours()
    {
        var own = Ask(7, Quick);
        In(own).ShouldBe(5);
        var others = Enumerable.Range(0, 8).Select(_ => Enter(RateLimitsTests.Member(tenant, Some.Account().Value))).ToList();
        In(others).ShouldBe(5);

        (await Enter(RateLimitsTests.Member(neighbour, agent))).Refusal.ShouldBeNull("the same account, elsewhere");
        (await Enter(RateLimitsTests.Member(neighbour, Some.Account().Value))).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Who_waits_gets_the_place_of_who_has_been_answered_and_who_finds_too_many_waiting_is_refused_at_once()
    {
        var all = Ask(10, Quick);

        In(all).ShouldBe(5);
        all.Count(one => one.IsCompleted && one.Result.Refusal == HttpErrors.TooManyAtOnce).ShouldBe(2);
        (await all[0]).Dispose();
        (await all[5].WaitAsync(TimeSpan.FromMinutes(1))).Refusal.ShouldBeNull();
        all[6].IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Nobody_waits_longer_than_allowed()
    {
        using var impatient = new Admission(LoadShares.Of(new(), 8), new() { QueueTime = TimeSpan.FromMilliseconds(1) });
        using var first = await impatient.Enter(Quick());

        using var second = await impatient.Enter(Quick());

        second.Refusal.ShouldBe(HttpErrors.TooManyAtOnce);
    }

    [Fact]
    public async Task Heavy_requests_of_an_account_wait_for_each_other_and_its_quick_ones_pass_them_by()
    {
        var heavy = Ask(4, Heavy);
        In(heavy).ShouldBe(1);

        var quick = Ask(4, Quick);

        In(quick).ShouldBe(4);
        (await heavy[0]).Dispose();
        (await heavy[1].WaitAsync(TimeSpan.FromMinutes(1))).Refusal.ShouldBeNull();
    }

    [Fact]
    public void One_tenants_heavy_requests_leave_places_for_anothers()
    {
        In([.. Enumerable.Range(0, 5).Select(_ => Enter(Marked(RateLimitsTests.Member(tenant, Some.Account().Value))))]).ShouldBe(2);
        In([.. Enumerable.Range(0, 5).Select(_ => Enter(Marked(RateLimitsTests.Member(neighbour, Some.Account().Value))))]).ShouldBe(2);
    }

    [Fact]
    public async Task Who_goes_away_while_waiting_leaves_the_queue_and_gives_back_what_they_had()
    {
        var heavy = Ask(1, Heavy);
        using var gone = new CancellationTokenSource();
        var waiting = Heavy();
        waiting.RequestAborted = gone.Token;
        var left = Enter(waiting);
        var next = Enter(Heavy());

        await gone.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(left);
        (await heavy[0]).Dispose();

        (await next.WaitAsync(TimeSpan.FromMinutes(1))).Refusal.ShouldBeNull();
    }

    [Fact]
    public void A_search_is_heavy_by_its_parameter()
    {
        var context = RateLimitsTests.Member(tenant, agent);
        context.SetEndpoint(new(null, new(new HeavyRequest("text")), "list"));

        HeavyRequest.Is(context).ShouldBeFalse();
        context.Request.QueryString = new("?text=drucker");
        HeavyRequest.Is(context).ShouldBeTrue();
    }

    [Fact]
    public async Task Where_nobody_waits_a_request_costs_a_few_small_objects_and_no_more()
    {
        var context = Quick();
        (await admission.Enter(context)).Dispose(); // its lanes are there
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var times = 0; times < 100; times++)
        {
            var entering = admission.Enter(context);
            entering.IsCompleted.ShouldBeTrue();
            (await entering).Dispose();
        }

        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / 100;
        each.ShouldBeLessThanOrEqualTo(500, "two leases, what holds them, and what a debug build makes of two awaits");
    }

    public void Dispose() => admission.Dispose();

    private List<Task<Admitted>> Ask(int count, Func<HttpContext> next) => [.. Enumerable.Range(0, count).Select(_ => Enter(next()))];

    private Task<Admitted> Enter(HttpContext context) => admission.Enter(context).AsTask();

    private HttpContext Quick() => RateLimitsTests.Member(tenant, agent);

    private HttpContext Heavy() => Marked(RateLimitsTests.Member(tenant, agent));

    private static HttpContext Marked(HttpContext context)
    {
        context.SetEndpoint(new(null, new(new HeavyRequest(null)), "report"));
        return context;
    }

    private static int In(IReadOnlyList<Task<Admitted>> asked) => asked.Count(one => one.IsCompleted && one.Result.Refusal is null);
}
