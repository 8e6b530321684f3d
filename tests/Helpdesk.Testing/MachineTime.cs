using Helpdesk.Postgres.Clocks;

namespace Helpdesk.Testing;

/// <summary>A machine with the wrong time: its stopwatch and timers run as they do.</summary>
public sealed class MachineTime(TimeSpan ahead) : TimeProvider
{
    private long ahead = ahead.Ticks;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref ahead));

    /// <summary>Somebody sets its clock.</summary>
    public void Set(TimeSpan newlyAhead) => Interlocked.Exchange(ref ahead, newlyAhead.Ticks);
}

public static class Clocks
{
    /// <summary>Compared with the database once, as hosts do every few seconds.</summary>
    public static async Task<PlatformClock> Compared(this TimeProvider machine, PostgresFixture postgres)
    {
        var clock = new PlatformClock(machine);
        clock.Set(await new DatabaseTime(postgres.Database).Read(machine, CancellationToken.None));
        return clock;
    }
}
