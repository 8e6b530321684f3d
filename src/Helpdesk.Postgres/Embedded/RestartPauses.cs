namespace Helpdesk.Postgres.Embedded;

/// <summary>How long to wait before a private server that ended by itself is started again.</summary>
internal static class RestartPauses
{
    /// <summary>It ran for so long: the next end is a new one.</summary>
    public static readonly TimeSpan Steady = TimeSpan.FromMinutes(1);

    /// <summary>At once, then half a minute in all: what the old one left running ends by itself meanwhile.</summary>
    private static readonly int[] Seconds = [0, 1, 2, 4, 8, 15];

    /// <param name="starts">How often it was started again in a row, successfully or not, without running for <see cref="Steady"/>.</param>
    /// <returns><c>null</c>: it is no use.</returns>
    public static TimeSpan? Before(int starts) => starts < Seconds.Length ? TimeSpan.FromSeconds(Seconds[starts]) : null;
}
