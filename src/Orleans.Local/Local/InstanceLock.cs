using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Runtime;

namespace Orleans.Local;

/// <summary>
/// Keeps a second instance off the database: an advisory lock (PostgreSQL) on a connection of its own, which goes with the process however it
/// ends. Two instances would each believe that they hold the only activation of every grain.
/// </summary>
internal sealed class InstanceLock(
    IOptions<AdoNetClusteringSiloOptions> options, TimeProvider time, IHostApplicationLifetime lifetime, EngineLog log) : IAsyncDisposable
{
    // "orleans" and the version of what is locked.
    private const string Key = "x'6f726c65616e7301'::bigint";

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    private DbConnection? connection;
    private ITimer? timer;

    /// <summary>Complete when the last look whether the lock still stands is through.</summary>
    public Task LastLook { get; private set; } = Task.CompletedTask;

    /// <exception cref="OrleansConfigurationException">Another live instance serves the database.</exception>
    public async Task Take(CancellationToken cancellation)
    {
        if (!await TryTake(cancellation))
        {
            throw new OrleansConfigurationException(
                $"Another instance serves the database {connection!.Database} on {connection.DataSource}; Orleans.Local runs in one process only. Stop it first, or build with Engine=orleans.");
        }

        timer = time.CreateTimer(_ => LookAgain(), null, LookEvery, LookEvery);
    }

    public async ValueTask DisposeAsync()
    {
        if (timer is not null)
            await timer.DisposeAsync();
        await LastLook; // it uses the connection
        // A host may be told twice at once to stop.
        if (Interlocked.Exchange(ref connection, null) is not { } held)
            return;

        try
        {
            // A pool may keep the connection, and with it the lock.
            await Ask(held, "SELECT pg_advisory_unlock_all()", CancellationToken.None);
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException)
        {
            // The server has gone, the connection with it, or the pool was closed before: so has the lock.
        }

        await held.DisposeAsync();
    }

    private async Task<bool> TryTake(CancellationToken cancellation)
    {
        var database = options.Value.DataSource ?? throw new OrleansConfigurationException($"Clustering has no {nameof(AdoNetClusteringSiloOptions.DataSource)}.");
        if (connection is not null)
            await connection.DisposeAsync();
        connection = await database.OpenConnectionAsync(cancellation);

        // The server may need a moment to notice that a killed predecessor is gone.
        for (var attempt = 0; attempt < 10; attempt++)
        {
            if (await Ask(connection, $"SELECT pg_try_advisory_lock({Key})", cancellation) is true)
                return true;
            await Task.Delay(100, cancellation);
        }

        return false;
    }

    private void LookAgain()
    {
        if (LastLook.IsCompleted)
            LastLook = Look();
    }

    /// <summary>A database that was restarted has forgotten the lock: takes it again, unless somebody else was faster.</summary>
    private async Task Look()
    {
        try
        {
            if (await Holds() || await TryTake(lifetime.ApplicationStopping))
                return;

            log.InstanceLockLost();
            lifetime.StopApplication();
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException or OperationCanceledException)
        {
            // The database is away. So it is for every other instance; look again later.
        }
    }

    private async Task<bool> Holds()
    {
        try
        {
            await Ask(connection!, "SELECT true", lifetime.ApplicationStopping);
            return true;
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException)
        {
            return false;
        }
    }

    private static async Task<object?> Ask(DbConnection connection, string question, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = question;
        return await command.ExecuteScalarAsync(cancellation);
    }
}
