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
        consumer.Flushed.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task What_fails_comes_again_and_what_was_done_before_it_does_not()
    {
        var consumer = new Collecting { FailsOnceAt = 3 };
        await using var _ = await Start(consumer);
        feed.Add(5, Now);

        await consumer.Until(6, clock);

        consumer.Handled.ShouldBe([1, 2, 3, 3, 4, 5]);
        feed.SavedPlaces("collecting").ShouldContain(2);
    }

    [Fact]
    public async Task Pauses_grow_while_nothing_but_failures_happen()
    {
        var consumer = new Collecting { FailsAlwaysAt = 1 };
        await using var _ = await Start(consumer);
        feed.Add(1, Now);
        await consumer.Until(6, clock, TimeSpan.FromSeconds(1));

        // As they were asked for: on a busy machine the clock of a test goes on while nobody looks.
        clock.Asked.Where(wait => wait != new FeedOptions().TakeOver && wait >= TimeSpan.FromSeconds(1) && wait < TimeSpan.FromMinutes(1))
            .Select(wait => wait.TotalSeconds).Take(5).ShouldBe([1, 2, 4, 8, 16]);
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

    private async Task<Running> Start(FeedConsumer consumer)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton<IFeed>(feed).AddSingleton<IPurge, NothingToPurge>();
        builder.Services.AddFeed().AddSingleton(consumer);
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

        public long? FailsOnceAt { get; init; }

        public long? FailsAlwaysAt { get; init; }

        public int Flushed { get; private set; }

        public Task First => first.Task;

        public IReadOnlyList<long> Handled => [.. handled.Select(one => one.Position)];

        public IReadOnlyList<DateTimeOffset> Times => [.. handled.Select(one => one.At)];

        public override Task Handle(FeedEvent happened, CancellationToken cancellation)
        {
            handled.Enqueue((happened.Place.Position, clock?.GetUtcNow() ?? default));
            first.TrySetResult();
            if (happened.Place.Position == FailsAlwaysAt || (happened.Place.Position == FailsOnceAt && !failed))
            {
                failed = true;
                throw new InvalidOperationException("It fails, as the test asks for.");
            }

            return Task.CompletedTask;
        }

        public override Task Flush(CancellationToken cancellation)
        {
            Flushed++;
            return Task.CompletedTask;
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

        public void Add(int count, Instant at)
        {
            lock (guard)
            {
                for (var i = 0; i < count; i++)
                    events.Add(new()
                    {
                        Place = new((ulong)events.Count + 1, events.Count + 1),
                        Tenant = Some.Tenant(),
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

            public ValueTask DisposeAsync()
            {
                lock (feed.guard)
                    feed.held.Remove(consumer);
                return ValueTask.CompletedTask;
            }
        }
    }
}
