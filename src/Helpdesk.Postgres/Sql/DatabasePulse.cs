using Microsoft.Extensions.Logging;

namespace Helpdesk.Postgres.Sql;

/// <summary>
/// Asks the database once a second whether it is there, over a connection that stays open. If nothing comes back, it asks over a new one
/// too: if that is answered, something in between has dropped the connections that were open, and all pools let go of theirs. So they do
/// when the server has ended the one that stood, and once more when it is there again: what was opened in between went with it. If neither
/// is answered, the database is silent (<see cref="DatabaseSilence"/>) until one is.
/// </summary>
internal sealed partial class DatabasePulse(Database database, IOptions<DatabaseOptions> configured, ILogger<DatabasePulse> log)
    : BackgroundService
{
    /// <summary>With the look that hears the answer and the one that asks again: once a second.</summary>
    private const int RestingLooks = 2;

    private Pulse pulse = Pulse.Of(configured.Value.Silence);
    private int rest;
    private bool isAsked;
    private bool isLost;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var source = Connection.Source(
            database.Connections.Application, DatabaseRoles.Application, poolSize: 1, configured.Value, isPooled: false);
        var (standing, fresh) = (new PulseLine(source), new PulseLine(source));
        using var timer = new PeriodicTimer(Pulse.Look);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                if (await FindsCut(standing, fresh, stoppingToken))
                    standing = Replace(standing, source);
            }
        }
        catch (OperationCanceledException)
        {
            // The host ends, and with it what is asked.
        }

        // What is still to be done asks for itself.
        await database.Silence.Follow(pulse.Heard());
        await standing.DisposeAsync();
        await fresh.DisposeAsync();
    }

    /// <returns>The connection that stands is not answered, and a new one is.</returns>
    private async Task<bool> FindsCut(PulseLine standing, PulseLine fresh, CancellationToken cancellation)
    {
        if (rest > 0)
        {
            rest--;
            return false;
        }

        var (isHeard, isNewHeard) = (await standing.IsAnswered(), await fresh.IsAnswered());
        if (isNewHeard)
            await fresh.HangUp(); // the next one is to be new again
        LetGoOfLost(standing.WasLost(), isHeard || isNewHeard);
        if (isAsked)
            await Hear(isHeard || isNewHeard);
        if (rest == 0)
            Ask(standing, fresh, cancellation);
        var isCut = isAsked && isNewHeard && !isHeard;
        isAsked = rest == 0;
        return isCut;
    }

    private void LetGoOfLost(bool isNews, bool isHeard)
    {
        if (isNews && !isLost)
            LogLost(log);
        if (isNews ? !isLost : isLost && isHeard)
            database.ForgetConnections();
        isLost = isNews || (isLost && !isHeard);
    }

    private void Ask(PulseLine standing, PulseLine fresh, CancellationToken cancellation)
    {
        standing.Ask(cancellation);
        if (pulse.IsInDoubt)
            fresh.Ask(cancellation);
    }

    private async Task Hear(bool isAnswered)
    {
        var wasSilent = pulse.IsSilent;
        pulse = isAnswered ? pulse.Heard() : pulse.Missed();
        rest = isAnswered ? RestingLooks : 0;
        if (pulse.IsSilent != wasSilent)
        {
            if (wasSilent)
                LogBack(log);
            else
                LogSilent(log, configured.Value.Silence);
        }

        await database.Silence.Follow(pulse);
    }

    private PulseLine Replace(PulseLine cut, NpgsqlDataSource source)
    {
        LogCut(log);
        database.ForgetConnections();
        _ = cut.DisposeAsync().AsTask(); // waits for its time-out, and nobody waits for that
        return new(source);
    }

    [LoggerMessage(LogLevel.Error, "The database has said nothing for {Silence}: requests are refused until it answers.")]
    private static partial void LogSilent(ILogger log, TimeSpan silence);

    [LoggerMessage(LogLevel.Warning, "The database has ended a connection, or takes none: all are made anew.")]
    private static partial void LogLost(ILogger log);

    [LoggerMessage(LogLevel.Warning, "The database answers again.")]
    private static partial void LogBack(ILogger log);

    [LoggerMessage(LogLevel.Warning, "A connection to the database is not answered, and a new one is: all connections are made anew.")]
    private static partial void LogCut(ILogger log);
}
