using Helpdesk.Domain.Clocks;
using Helpdesk.Postgres.Clocks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Helpdesk.Postgres.Tests.Clocks;

public sealed class PlatformClockTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Theory]
    [InlineData(600)]
    [InlineData(-600)]
    [InlineData(40 * 86_400)]
    public async Task Whatever_the_machine_says_the_time_is_the_databases(int ahead)
    {
        var clock = await new MachineTime(TimeSpan.FromSeconds(ahead)).Compared(postgres);

        var (before, now, after) = (await DatabaseNow(), clock.GetUtcNow(), await DatabaseNow());

        now.ShouldBeInRange(before.AddSeconds(-1), after.AddSeconds(1));
        clock.State.ShouldBe(ClockState.Wrong);
        clock.Difference!.Value.TotalSeconds.ShouldBe(ahead, tolerance: 1);
    }

    [Fact]
    public async Task A_clock_that_is_set_while_the_process_runs_is_noticed_at_once_and_moves_nothing()
    {
        var machine = new MachineTime(TimeSpan.Zero);
        var clock = await machine.Compared(postgres);
        clock.State.ShouldBe(ClockState.Right);

        machine.Set(TimeSpan.FromDays(40));

        clock.State.ShouldBe(ClockState.Wrong);
        clock.GetUtcNow().ShouldBeLessThan(await DatabaseNow() + TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void Until_it_was_compared_it_is_the_machines_and_fires_nothing()
    {
        var machine = new FakeTimeProvider(new(2026, 11, 18, 12, 0, 0, TimeSpan.Zero));
        var clock = new PlatformClock(machine);

        clock.GetUtcNow().ShouldBe(machine.GetUtcNow());
        clock.State.MayFire().ShouldBeFalse();
    }

    [Fact]
    public void A_slow_answer_does_not_replace_a_better_one_that_agrees_with_it()
    {
        var machine = new FakeTimeProvider(new(2026, 11, 18, 12, 0, 0, TimeSpan.Zero));
        var clock = new PlatformClock(machine);
        clock.Set(new(machine.GetUtcNow(), machine.GetTimestamp(), TimeSpan.FromMilliseconds(1)));
        machine.Advance(TimeSpan.FromSeconds(5));

        clock.Set(new(machine.GetUtcNow().AddMilliseconds(400), machine.GetTimestamp(), TimeSpan.FromMilliseconds(500)));

        clock.GetUtcNow().ShouldBe(machine.GetUtcNow());
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-90)]
    public void When_the_databases_clock_was_set_or_the_machine_slept_the_newer_answer_holds(int seconds)
    {
        var machine = new FakeTimeProvider(new(2026, 11, 18, 12, 0, 0, TimeSpan.Zero));
        var clock = new PlatformClock(machine);
        clock.Set(new(machine.GetUtcNow(), machine.GetTimestamp(), TimeSpan.FromMilliseconds(1)));

        clock.Set(new(machine.GetUtcNow().AddSeconds(seconds), machine.GetTimestamp(), TimeSpan.FromMilliseconds(500)));

        clock.GetUtcNow().ShouldBe(machine.GetUtcNow().AddSeconds(seconds));
    }

    [Fact]
    public async Task The_log_names_a_difference_once_and_its_end_once()
    {
        var (machine, log) = (new MachineTime(TimeSpan.FromSeconds(-10)), new Lines());
        var clock = new PlatformClock(machine);
        using var watch = new ClockWatch(clock, new(postgres.Database), log);

        await Look();
        await Look();
        machine.Set(TimeSpan.FromMinutes(10));
        await Look();
        await Look();
        machine.Set(TimeSpan.Zero);
        await Look();
        await Look();

        log.Levels.ShouldBe([LogLevel.Warning, LogLevel.Error, LogLevel.Information]);

        Task Look() => watch.Look(clock, CancellationToken.None);
    }

    private async Task<DateTimeOffset> DatabaseNow()
    {
        return (DateTime)(await postgres.Ask("select clock_timestamp()"))!;
    }

    private sealed class Lines : ILogger<ClockWatch>
    {
        public List<LogLevel> Levels { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Levels.Add(logLevel);
    }
}
