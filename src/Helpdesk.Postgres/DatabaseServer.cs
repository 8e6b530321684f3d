using Helpdesk.Postgres.Embedded;

namespace Helpdesk.Postgres;

/// <summary>
/// The server behind a <see cref="Database"/>: the one that is configured, or a private one that lives as long as this object.
/// </summary>
public sealed class DatabaseServer : IDisposable
{
    private const string DatabaseName = "helpdesk";
    private readonly EmbeddedPostgres? embedded;

    private DatabaseServer(DatabaseConnections connections, EmbeddedPostgres? embedded) =>
        (Connections, this.embedded) = (connections, embedded);

    public DatabaseConnections Connections { get; }

    /// <summary>The private one; <c>null</c>: it is not ours to start.</summary>
    internal EmbeddedPostgres? Private => embedded;

    /// <exception cref="StartupRefusedException">The server cannot be used, in words for the operator.</exception>
    public static async Task<DatabaseServer> OpenAsync(DatabaseOptions options, string dataDirectory, CancellationToken cancellation)
    {
        if (options.Application is { } application)
        {
            var configured = new DatabaseConnections(application, options.Worker ?? application, options.Owner ?? application);
            await ServerPromises.RequireAsync(configured, options, cancellation);
            return new DatabaseServer(configured, embedded: null);
        }

        var settings = ClusterSettings.Product.ForPools(options.ApplicationPool + options.WorkerPool + options.EnginePool);
        var embedded = await Task.Run(() => EmbeddedPostgres.Start(dataDirectory, settings), cancellation);
        try
        {
            await embedded.Connections.EnsureDatabaseAsync(DatabaseName, cancellation);
            return new DatabaseServer(embedded.Connections.For(DatabaseName), embedded);
        }
        catch
        {
            embedded.Dispose();
            throw;
        }
    }

    /// <summary>As <see cref="OpenAsync"/>, but beside a running Helpdesk on the same directory instead of being refused.</summary>
    public static async Task<DatabaseServer> OpenBesideAsync(
        DatabaseOptions options, string dataDirectory, CancellationToken cancellation) =>
        options.Application is null && EmbeddedPostgres.FindRunning(dataDirectory) is { } running
            ? new DatabaseServer(running.For(DatabaseName), embedded: null)
            : await OpenAsync(options, dataDirectory, cancellation);

    /// <summary>Stops a private server; a configured one is left alone.</summary>
    public void Dispose() => embedded?.Dispose();
}
