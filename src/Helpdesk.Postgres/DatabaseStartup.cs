using Helpdesk.Postgres.Embedded;
using Helpdesk.Postgres.Engine;
using Helpdesk.Postgres.Migrations;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Postgres;

/// <summary>
/// The first thing that a host starts and the last that it stops: server, schema, pools. The Starting step of the host's life runs before
/// any hosted service starts, the Stopped step after all have stopped.
/// </summary>
internal sealed partial class DatabaseStartup(
    Database database, IOptions<DatabaseOptions> configured, IHostEnvironment environment, ILogger<DatabaseStartup> logger)
    : IHostedLifecycleService, IAsyncDisposable
{
    private DatabaseServer? server;

    /// <summary>The private server, as long as it is to run; <c>null</c>: there is none.</summary>
    public EmbeddedPostgres? Private => server?.Private;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var options = configured.Value;
        var directory = DataDirectory.Of(options, environment);
        server = await DatabaseServer.OpenAsync(options, directory, cancellationToken);
        try
        {
            database.Open(server.Connections, options);
            await BringUpToDateAsync(options, cancellationToken);
        }
        catch
        {
            // A host that fails to start stops nothing.
            await CloseAsync();
            throw;
        }
        if (options.Application is not null)
            return;
        await EngineMembership.ForgetAsync(database, cancellationToken);
        LogEmbedded(directory);
    }

    public Task StoppedAsync(CancellationToken cancellationToken) => CloseAsync();

    /// <summary>
    /// A host whose start was refused by something later is disposed without being stopped: its private server must not stay behind.
    /// </summary>
    public async ValueTask DisposeAsync() => await CloseAsync();

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task CloseAsync()
    {
        await database.DisposeAsync();
        Interlocked.Exchange(ref server, null)?.Dispose();
    }

    private async Task BringUpToDateAsync(DatabaseOptions options, CancellationToken cancellation)
    {
        var status = await new Migrator(database.Worker).StatusAsync(cancellation);
        if (!(options.MigrateAtStart ?? environment.IsDevelopment()))
        {
            status.RequireCurrent();
            return;
        }
        status.RequireKnown();
        if (status.IsCurrent)
            return;
        var applied = await new Migrator(database.Owner).MigrateAsync(cancellation);
        foreach (var migration in applied.Migrations)
            LogMigrated(migration);
        foreach (var function in applied.Functions)
            LogMigrated(function);
    }

    [LoggerMessage(LogLevel.Information, "Private PostgreSQL runs on {Directory}")]
    private partial void LogEmbedded(string directory);

    [LoggerMessage(LogLevel.Information, "Applied migration {Migration}")]
    private partial void LogMigrated(Migration migration);

    [LoggerMessage(LogLevel.Information, "Applied function {Function}")]
    private partial void LogMigrated(FunctionScript function);
}
