using Helpdesk.Domain.Clocks;
using Helpdesk.Postgres.Clocks;

namespace Helpdesk.Hosting.Cluster;

/// <summary>
/// The engine's time: it begins somewhere and only passes, as the stopwatch does, whatever becomes of the machine's clock. The engine
/// schedules by comparing times. On a machine that was forty days ahead and is put right it would otherwise refuse to activate any grain,
/// and its timers would stand still, until forty days are over. That the machine slept does not count as time.
/// </summary>
/// <param name="clock">Where its time begins, and whose stopwatch and timers it has.</param>
/// <param name="isRight">Until then <paramref name="clock"/> is told as it is.</param>
internal sealed class SteadyClock(TimeProvider clock, Func<bool> isRight) : TimeProvider
{
    private Beginning? beginning;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => (beginning ?? Begin()) is { } known
        ? known.Time + clock.GetElapsedTime(known.Timestamp)
        : clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        clock.CreateTimer(callback, state, dueTime, period);

    private Beginning? Begin()
    {
        if (isRight())
            Interlocked.CompareExchange(ref beginning, new(clock.GetUtcNow(), clock.GetTimestamp()), null);
        return beginning;
    }

    private sealed record Beginning(DateTimeOffset Time, long Timestamp);
}

internal static class SteadyClocks
{
    // As Orleans.Reminders calls its clock; it keeps the name to itself.
    private const string Reminders = "Orleans.Reminders";

    /// <summary>
    /// All parts of Orleans get a steady clock, also where the product's own clock is one that tests move. Membership and reminders write
    /// their times into the database, for other processes: there it begins at the database's time, once that is known.
    /// </summary>
    public static IServiceCollection AddSteadyClocks(this IServiceCollection services)
    {
        services.AddKeyedSingleton<TimeProvider>(
            KeyedService.AnyKey, static (provider, _) => new SteadyClock(ClockOf(provider), () => true));
        services.AddKeyedSingleton(TimeProviderNames.Membership, AtDatabaseTime);
        services.AddKeyedSingleton(Reminders, AtDatabaseTime);
        return services;
    }

    private static TimeProvider AtDatabaseTime(IServiceProvider provider, object? area)
    {
        var clock = ClockOf(provider);
        return new SteadyClock(clock, () => clock is not IPlatformClock { State: ClockState.Unknown });
    }

    private static TimeProvider ClockOf(IServiceProvider provider) =>
        provider.GetRequiredService<TimeProvider>() as PlatformClock ?? TimeProvider.System;
}
