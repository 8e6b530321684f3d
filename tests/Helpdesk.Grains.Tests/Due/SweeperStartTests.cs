using System.Collections.Concurrent;
using System.Reflection;
using Helpdesk.Contracts.Due;
using Helpdesk.Domain.Due;
using Helpdesk.Grains.Due;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Helpdesk.Grains.Tests.Due;

public sealed class SweeperStartTests
{
    [Fact]
    public async Task A_sweeper_that_cannot_be_woken_is_tried_again_and_the_host_stays()
    {
        var (time, factory) = (new FakeTimeProvider(), Factory.Make(failures: 2));
        using var start = new SweeperStart(factory, new Running(), time, NullLogger<SweeperStart>.Instance);
        await start.StartAsync(default);
        for (var tries = 0; !start.ExecuteTask!.IsCompleted && tries < 1_000; tries++)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(start.ExecuteTask, Task.Delay(10));
        }

        await start.ExecuteTask;
        var calls = ((Factory)(object)factory).Calls;
        calls.Distinct().Order().ShouldBe(Enumerable.Range(0, DueShards.Count).Select(static shard => (long)shard));
        calls.Count(static shard => shard == 0).ShouldBe(3);
    }

    [Fact]
    public async Task A_host_that_stops_waits_for_no_sweeper()
    {
        using var start = new SweeperStart(
            Factory.Make(failures: int.MaxValue), new Running(), new FakeTimeProvider(), NullLogger<SweeperStart>.Instance);
        await start.StartAsync(default);
        await start.StopAsync(default);
        start.ExecuteTask!.IsFaulted.ShouldBeFalse();
    }

    /// <summary>Gives out sweepers, the first of which fails some times.</summary>
    public class Factory : DispatchProxy
    {
        private int failures;

        public ConcurrentQueue<long> Calls { get; } = new();

        public static IGrainFactory Make(int failures)
        {
            var made = Create<IGrainFactory, Factory>();
            ((Factory)(object)made).failures = failures;
            return made;
        }

        protected override object? Invoke(MethodInfo? method, object?[]? arguments)
        {
            var sweeper = DispatchProxy.Create<ISweeperGrain, Sweeper>();
            ((Sweeper)(object)sweeper).Woken = () => Wake((long)arguments![0]!);
            return sweeper;
        }

        private Task Wake(long shard)
        {
            Calls.Enqueue(shard);
            return failures-- > 0 ? Task.FromException(new TimeoutException("The database is away.")) : Task.CompletedTask;
        }
    }

    public class Sweeper : DispatchProxy
    {
        public Func<Task> Woken { get; set; } = static () => Task.CompletedTask;

        protected override object? Invoke(MethodInfo? method, object?[]? arguments) => Woken();
    }

    private sealed class Running : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted { get; } = new(canceled: true);
        public CancellationToken ApplicationStopping => default;
        public CancellationToken ApplicationStopped => default;

        public void StopApplication()
        {
        }
    }
}
