namespace Helpdesk.Postgres.Clocks;

/// <summary>Asks the database what time it is.</summary>
internal sealed class DatabaseTime(Database database)
{
    // A round trip is long when something else was in the way; of some the shortest says the time best.
    private const int Questions = 3;

    /// <exception cref="StorageException">It did not answer.</exception>
    public Task<ClockReading> Read(TimeProvider stopwatch, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var connection = await database.Worker.OpenConnectionAsync(cancellation);
        await using var question = new NpgsqlCommand("select clock_timestamp()", connection);
        var best = await Ask(question, stopwatch, cancellation);
        for (var i = 1; i < Questions; i++)
        {
            var next = await Ask(question, stopwatch, cancellation);
            best = next.Error < best.Error ? next : best;
        }

        return best;
    });

    private static async Task<ClockReading> Ask(NpgsqlCommand question, TimeProvider stopwatch, CancellationToken cancellation)
    {
        var began = stopwatch.GetTimestamp();
        var time = (DateTime)(await question.ExecuteScalarAsync(cancellation))!;
        var ended = stopwatch.GetTimestamp();
        return new(time, began + ((ended - began) / 2), stopwatch.GetElapsedTime(began, ended) / 2);
    }
}
