using System.Collections.Concurrent;
using Helpdesk.Grains.Feed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Helpdesk.Grains.Tests.Feed;

public sealed class FeedRunnerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly NotingClock clock = new(new DateTimeOffset(2026, 11, 18, 11, 0, 0, TimeSpan.Zero));
    private readonly PaperFeed feed = new();

    [Fact]
    public async Task Every_event_is_handled_once_in_order_and_the_place_is_saved()
    {
        var consumer = new Collecting();
        await using var _ = await Start(consumer);
        feed.Add(5, Now);

        await consumer.Until(5, clock);
        await Until(() => feed.Saved("collecting") == 5);

        consumer.Handled.ShouldBe([1, 2, 3, 4, 5]);
    }

    [Fact]
    public async Task Whoever_lost_what_it_was_given_is_given_everything_again()
    {
        feed.Add(5, Now);
        await using (await Start(new Collecting()))
            await Until(() => feed.Saved("collecting") == 5);

        var consumer = new Collecting { HasLost = true };
        await using var _ = await Start(consumer);
        await consumer.Until(5, clock);

        consumer.Handled.ShouldBe([1, 2, 3, 4, 5]);
    }

    [Fact]
    public async Task What_fails_comes_again_later_and_what_is_behind_it_passes()
    {
        var consumer = new Collecting { FailsOnceAt = 3 };
        await using var _ = await Start(consumer);
        feed.Add(5, Now);

        await consumer.Until(6, clock);
        await Until(() => feed.Saved("collecting") == 5 && feed.Aside.IsEmpty);

        consumer.Handled.ShouldBe([1, 2, 3, 4, 5, 3]);
    }

    [Fact]
    public async Task What_always_fails_is_tried_less_and_less_often_and_parked_at_last_with_its_reason()
    {
        var consumer = new Collecting { FailsAlwaysAt = 1 };
        await using var _ = await Start(consumer);
        feed.Add(2, Now);

        await Until(() => feed.Aside.TryGetValue(1, out var last) && last.Next is null);
        feed.Add(1, Now);
        await Until(() => consumer.Handled.Contains(3));

        feed.Pauses.ShouldBe([1, 4, 16, 60, 60, 60, 60]);
        feed.Aside[1].Tries.ShouldBe(Retries.Most);
        feed.Aside[1].Why.Reason.ShouldBe(MishapReason.Failed);
        feed.Aside[1].Why.Detail.ShouldBe("InvalidOperationException: It fails, as the test asks for.");
        consumer.Handled.Count(one => one == 1).ShouldBe(Retries.Most);
    }

    [Fact]
    public async Task What_is_replayed_is_tried_again_and_done_with()
    {
        var consumer = new Collecting { FailsAlwaysAt = 1 };
        await using var _ = await Start(consumer);
        feed.Add(1, Now);
        await Until(() => feed.Aside.TryGetValue(1, out var last) && last.Next is null);

        consumer.FailsAlwaysAt = null;
        feed.Replay(1, Now);

        await Until(() => feed.Aside.IsEmpty);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_never_ends_holds_up_the_others_for_a_moment_only(bool blocksItsThread)
    {
        using var release = new ManualResetEventSlim();
        var consumer = new Collecting { HangsAt = 1, Hang = blocksItsThread ? release.Wait : null };
        feed.Add(3, Now); // each of another tenant
        await using var running = await Start(consumer, TimeSpan.FromMilliseconds(500));

        await UntilStill(() => feed.Saved("collecting") == 3);

        consumer.Done.Order().ShouldBe([2, 3]);
        feed.Aside[1].Why.Reason.ShouldBe(MishapReason.Overdue);
        release.Set();
    }

    [Fact]
    public async Task Behind_what_never_ends_others_of_its_tenant_are_set_aside_untried_and_done_beside_the_feed()
    {
        var (consumer, tenant) = (new Collecting { HangsAt = 1 }, Some.Tenant());
        feed.Add(4, Now, tenant);
        feed.Add(1, Now);
        await using var _ = await Start(consumer, TimeSpan.FromMilliseconds(500));

        await UntilStill(() => feed.Saved("collecting") == 5);
        feed.EverAside.Where(one => one.Why == Mishap.Waiting).Select(one => one.Position).ShouldBe([2, 3, 4]);
        await Until(() => consumer.Done.Count == 4);

        consumer.Handled.Where(one => one != 1).ShouldBe([5, 2, 3, 4]);
    }

    [Fact]
    public async Task While_nothing_can_be_reached_the_consumer_waits_and_events_are_not_worn_out()
    {
        var consumer = new Collecting { Away = true };
        await using var _ = await Start(consumer);
        feed.Add(10, Now);
        await consumer.Until(12, clock);

        feed.Aside.Values.ShouldAllBe(aside => aside.Next != null);
        consumer.Handled.ShouldNotContain(10, "a pause comes after every third");
        consumer.Away = false;
        await Until(() => feed.Saved("collecting") == 10 && feed.Aside.IsEmpty);
    }

    [Fact]
    public async Task Of_events_that_are_handled_together_only_the_one_that_fails_is_set_aside()
    {
        var consumer = new Collecting { Together = 10, FailsAlwaysAt = 4 };
        await using var _ = await Start(consumer);
        feed.Add(8, Now);

        await Until(() => feed.Saved("collecting") == 8);

        feed.Aside.Keys.ShouldBe([4]);
        consumer.Done.Order().ShouldBe([1, 2, 3, 5, 6, 7, 8]);
    }

    [Fact]
    public async Task Events_that_are_too_young_wait_and_so_does_what_is_behind_them()
    {
        var (consumer, began) = (new Collecting { Age = TimeSpan.FromMinutes(3) }, clock.GetUtcNow());
        feed.Add(1, Now - Duration.FromMinutes(4));
        feed.Add(1, Now);
        feed.Add(1, Now - Duration.FromMinutes(4));

        // The first page is read without any time going by, so the clock stands exactly two minutes on below.
        await using var _ = await Start(consumer);
        await consumer.First.WaitAsync(Patience);
        clock.Advance(TimeSpan.FromMinutes(2));
        consumer.Handled.ShouldBe([1]);
        await consumer.Until(3, clock);

        consumer.Handled.ShouldBe([1, 2, 3]);
        consumer.Times[1].ShouldBeGreaterThanOrEqualTo(began + TimeSpan.FromMinutes(3));
    }

    [Fact]
    public async Task Another_process_goes_on_where_the_first_one_stopped()
    {
        var (one, two) = (new Collecting(), new Collecting());
        var first = await Start(one);
        feed.Add(2, Now);
        await one.Until(2, clock);
        await using var second = await Start(two);
        feed.Add(2, Now);
        await one.Until(4, clock);
        two.Handled.ShouldBeEmpty();

        await first.DisposeAsync();
        feed.Add(2, Now);
        await two.Until(2, clock);

        (one.Handled, two.Handled).ShouldBe(([1, 2, 3, 4], [5, 6]), new Sequences());
    }

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    private async Task<Running> Start(FeedConsumer consumer, TimeSpan? patience = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton<IFeed>(feed).AddSingleton<IPurge, NothingToPurge>();
        builder.Services.AddFeed().AddSingleton(consumer);
        builder.Services.Configure<FeedOptions>(options => options.Patience = patience ?? TimeSpan.FromMinutes(1));
        var host = builder.Build();
        await host.StartAsync();
        return new(host);
    }

    private async Task Until(Func<bool> isSo)
    {
        var deadline = DateTime.UtcNow + Patience;
        while (!isSo())
        {
            DateTime.UtcNow.ShouldBeLessThan(deadline);
            clock.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Yield();
        }
    }

    // The clock stands.
    private static async Task UntilStill(Func<bool> isSo)
    {
        var deadline = DateTime.UtcNow + Patience;
        while (!isSo())
        {
            DateTime.UtcNow.ShouldBeLessThan(deadline);
            await Task.Delay(5);
        }
    }

    private sealed class Sequences : IEqualityComparer<(IReadOnlyList<long>, IReadOnlyList<long>)>
    {
        public bool Equals((IReadOnlyList<long>, IReadOnlyList<long>) x, (IReadOnlyList<long>, IReadOnlyList<long>) y) =>
            x.Item1.SequenceEqual(y.Item1) && x.Item2.SequenceEqual(y.Item2);

        public int GetHashCode((IReadOnlyList<long>, IReadOnlyList<long>) both) => both.Item1.Count;
    }

    private sealed class Running(IHost host) : IAsyncDisposable
    {
        private bool stopped;

        public async ValueTask DisposeAsync()
        {
            if (stopped)
                return;
            stopped = true;
            await host.StopAsync();
            host.Dispose();
        }
    }

    /// <summary>Notes how long somebody wants to wait.</summary>
    private sealed class NotingClock(DateTimeOffset start) : FakeTimeProvider(start)
    {
        private readonly ConcurrentQueue<TimeSpan> asked = new();

        public IReadOnlyCollection<TimeSpan> Asked => asked;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            asked.Enqueue(dueTime);
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }

    private sealed class NothingToPurge : IPurge
    {
        public string What => "nothing";

        public Task<int> Purge(Instant now, int limit, CancellationToken cancellation) => Task.FromResult(0);
    }

    private sealed class Collecting : FeedConsumer
    {
        private readonly ConcurrentQueue<(long Position, DateTimeOffset At)> handled = new();
        private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private FakeTimeProvider? clock;
        private bool failed;

        public override string Name => "collecting";

        public override TimeSpan MinimumAge => Age;

        public TimeSpan Age { get; init; }

        public override TimeSpan TimeLimit => HangsAt is null ? TimeSpan.FromMinutes(1) : TimeSpan.FromMilliseconds(500);

        public override int AtOnce => Together;

        public int Together { get; init; } = 1;

        public long? FailsOnceAt { get; init; }

        public long? FailsAlwaysAt { get; set; }

        public long? HangsAt { get; init; }

        /// <summary>How; <c>null</c>: it waits and looks at no token.</summary>
        public Action? Hang { get; init; }

        /// <summary>Everything fails as if the database were away.</summary>
        public bool Away { get; set; }

        public bool HasLost { get; init; }

        public override Task Begin(Func<Task> fromStart, CancellationToken cancellation) => HasLost ? fromStart() : Task.CompletedTask;

        public Task First => first.Task;

        /// <summary>Every try.</summary>
        public IReadOnlyList<long> Handled => [.. handled.Select(one => one.Position)];

        public ConcurrentBag<long> Done { get; } = [];

        public IReadOnlyList<DateTimeOffset> Times => [.. handled.Select(one => one.At)];

        public override async Task Handle(IReadOnlyList<FeedEvent> happened, CancellationToken cancellation)
        {
            if (happened.Any(one => one.Place.Position == FailsAlwaysAt) && happened.Count > 1)
                throw new InvalidOperationException("One of them fails.");
            foreach (var one in happened)
                await Handle(one, cancellation);
        }

        public override async Task Handle(FeedEvent happened, CancellationToken cancellation)
        {
            var position = happened.Place.Position;
            handled.Enqueue((position, clock?.GetUtcNow() ?? default));
            first.TrySetResult();
            if (Away)
                throw new StorageException("It is away.", new IOException());
            if (position == FailsAlwaysAt || (position == FailsOnceAt && !failed))
            {
                failed = true;
                throw new InvalidOperationException("It fails, as the test asks for.");
            }

            if (position == HangsAt)
            {
                Hang?.Invoke();
                await Task.Delay(Timeout.Infinite, CancellationToken.None);
            }

            Done.Add(position);
        }

        // The clock goes on in steps until so many have been handled.
        public async Task Until(int count, FakeTimeProvider moved, TimeSpan? step = null)
        {
            clock = moved;
            var deadline = DateTime.UtcNow + Patience;
            while (handled.Count < count)
            {
                DateTime.UtcNow.ShouldBeLessThan(
                    deadline, $"{count} events should have been handled; these were: {string.Join(", ", Handled)}.");
                moved.Advance(step ?? TimeSpan.FromMilliseconds(500));
                await Task.Yield();
            }
        }
    }

    /// <summary>A feed in memory: each event is a transaction of its own.</summary>
    private sealed class PaperFeed : IFeed
    {
        private readonly Lock guard = new();
        private readonly List<FeedEvent> events = [];
        private readonly HashSet<string> held = [];
        private readonly Dictionary<string, List<FeedPlace>> saved = [];

        /// <summary>What is set aside, by position.</summary>
        public ConcurrentDictionary<long, (Mishap Why, int Tries, Instant? Next)> Aside { get; } = new();

        public ConcurrentQueue<(long Position, Mishap Why)> EverAside { get; } = new();

        /// <summary>Seconds between tries, as they were asked for.</summary>
        public ConcurrentQueue<double> Pauses { get; } = new();

        public void Replay(long position, Instant now) => Aside[position] = Aside[position] with { Tries = 0, Next = now };

        /// <param name="tenant">Default: another one for each.</param>
        public void Add(int count, Instant at, TenantId? tenant = null)
        {
            lock (guard)
            {
                for (var i = 0; i < count; i++)
                    events.Add(new()
                    {
                        Place = new((ulong)events.Count + 1, events.Count + 1),
                        Tenant = tenant ?? Some.Tenant(),
                        Stream = Guid.Empty,
                        Version = 1,
                        At = at,
                        Actor = null,
                        Origin = null,
                        Kind = "test.happened",
                        Data = "{}",
                    });
            }
        }

        public long Saved(string consumer) => SavedPlaces(consumer).LastOrDefault();

        public IReadOnlyList<long> SavedPlaces(string consumer)
        {
            lock (guard)
                return saved.TryGetValue(consumer, out var places) ? [.. places.Select(place => place.Position)] : [];
        }

        public Task<IFeedTurn?> TryTake(string consumer, CancellationToken cancellation)
        {
            lock (guard)
                return Task.FromResult<IFeedTurn?>(held.Add(consumer) ? new Turn(this, consumer) : null);
        }

        private sealed class Turn(PaperFeed feed, string consumer) : IFeedTurn
        {
            public FeedPlace Place => feed.saved.TryGetValue(consumer, out var places) ? places[^1] : FeedPlace.Start;

            public Task<FeedPage> Read(FeedPlace after, IReadOnlyCollection<string>? kinds, int limit, CancellationToken cancellation)
            {
                lock (feed.guard)
                {
                    var page = feed.events.Where(happened => happened.Place > after).Take(limit).ToList();
                    return Task.FromResult(new FeedPage(page, page.Count > 0 ? page[^1].Place : after, page.Count == limit));
                }
            }

            public Task Save(FeedPlace place, CancellationToken cancellation)
            {
                lock (feed.guard)
                {
                    if (!feed.saved.TryGetValue(consumer, out var places))
                        feed.saved.Add(consumer, places = []);
                    places.Add(place);
                }

                return Task.CompletedTask;
            }

            public Task SetAside(
                FeedEvent happened, Mishap why, int tries, Instant now, Instant? next, CancellationToken cancellation)
            {
                feed.EverAside.Enqueue((happened.Place.Position, why));
                if (next is { } later)
                    feed.Pauses.Enqueue((later - now).TotalSeconds);
                feed.Aside[happened.Place.Position] = (why, tries, next);
                return Task.CompletedTask;
            }

            public Task<IReadOnlyList<EventAside>> TakeAside(Instant now, Instant lease, int limit, CancellationToken cancellation)
            {
                var due = feed.Aside.Where(pair => pair.Value.Next <= now).OrderBy(pair => pair.Key).ToList();
                foreach (var (position, aside) in due)
                    feed.Aside[position] = aside with { Next = lease };
                lock (feed.guard)
                    return Task.FromResult<IReadOnlyList<EventAside>>(
                        [.. due.Select(pair => new EventAside(feed.events[(int)pair.Key - 1], pair.Value.Tries))]);
            }

            public Task Settle(FeedEvent happened, CancellationToken cancellation)
            {
                feed.Aside.TryRemove(happened.Place.Position, out _);
                return Task.CompletedTask;
            }

            public ValueTask DisposeAsync()
            {
                lock (feed.guard)
                    feed.held.Remove(consumer);
                return ValueTask.CompletedTask;
            }
        }
    }
}
