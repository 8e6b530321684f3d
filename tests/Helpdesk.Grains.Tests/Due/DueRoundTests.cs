using System.Collections.Concurrent;
using Helpdesk.Domain.Due;
using Helpdesk.Grains.Due;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Helpdesk.Grains.Tests.Due;

public sealed class DueRoundTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 18, 11, 0, 0, TimeSpan.Zero));
    private readonly PaperDue store = new();

    [Fact]
    public async Task What_fails_or_cannot_be_read_stops_nobody_else()
    {
        var (spoilt, good) = (Due(Some.Tenant()), Due(Some.Tenant()));

        var settled = await Tell(
            [spoilt, good], (due, _) => due == spoilt ? throw new UnreadableException("It is no ticket.") : Task.CompletedTask);

        settled.ShouldBe(1);
        store.Parked.ShouldBeEmpty();
    }

    [Fact]
    public async Task After_so_many_attempts_it_is_parked_with_its_reason()
    {
        var last = Due(Some.Tenant(), Retries.Most);

        await Tell([last], (_, _) => throw new UnreadableException("It is no ticket."));

        store.Parked.ShouldHaveSingleItem().ShouldBe(
            (last, new Mishap(MishapReason.Unreadable, "UnreadableException: It is no ticket.")));
    }

    [Fact]
    public async Task What_it_needs_may_be_away_for_longer()
    {
        await Tell([Due(Some.Tenant(), Retries.Most)], (_, _) => throw new TimeoutException());
        store.Parked.ShouldBeEmpty();

        await Tell([Due(Some.Tenant(), Retries.MostWhileUnavailable)], (_, _) => throw new TimeoutException());
        store.Parked.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Who_never_says_how_it_went_is_not_told_for_ever()
    {
        var asked = 0;

        await Tell([Due(Some.Tenant(), Retries.MostWhileUnavailable + 1)], (_, _) => Task.FromResult(asked++));

        asked.ShouldBe(0);
        store.Parked.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_never_ends_holds_up_its_own_tenant_for_a_round_and_the_others_for_a_moment()
    {
        var (slow, quick) = (Some.Tenant(), Some.Tenant());
        var hanging = Due(slow);
        DueSubject[] behind = [Due(slow), Due(slow), Due(slow)];
        var told = new ConcurrentQueue<DueSubject>();

        var settled = await Tell([hanging, .. behind, Due(quick)], (due, _) =>
        {
            told.Enqueue(due);
            return due == hanging ? Task.Delay(Timeout.Infinite, CancellationToken.None) : Task.CompletedTask;
        });

        settled.ShouldBe(1);
        told.Count.ShouldBe(2);
        store.Postponed.ShouldBe(behind, ignoreOrder: true);
    }

    private async Task<int> Tell(IReadOnlyList<DueSubject> due, Func<DueSubject, CancellationToken, Task> look)
    {
        // One after the other, so that what is behind is behind.
        var options = new SweeperOptions { Concurrency = 1, Patience = TimeSpan.FromMilliseconds(100) };
        using var pace = new SweepPace(Options.Create(options));
        return await new DueRound(store, pace, options, clock, null, look, NullLogger.Instance).Tell(due, default);
    }

    private DueSubject Due(TenantId tenant, int attempts = 1) =>
        new(tenant, Guid.NewGuid(), "ticket", "breach", Instant.FromDateTimeOffset(clock.GetUtcNow()), attempts);

    private sealed class PaperDue : IDueStore
    {
        public ConcurrentQueue<(DueSubject Due, Mishap Why)> Parked { get; } = new();

        public ConcurrentQueue<DueSubject> Postponed { get; } = new();

        public Task<IReadOnlyList<DueSubject>> Claim(int shard, Instant? given, int limit, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<DueSubject>>([]);

        public Task Postpone(IReadOnlyList<DueSubject> due, Instant until, CancellationToken cancellation)
        {
            foreach (var one in due)
                Postponed.Enqueue(one);
            return Task.CompletedTask;
        }

        public Task Park(DueSubject due, Mishap why, Instant? given, CancellationToken cancellation)
        {
            Parked.Enqueue((due, why));
            return Task.CompletedTask;
        }
    }
}
