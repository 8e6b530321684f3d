using System.Data.Common;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Helpdesk.Postgres.Engine;

/// <summary>
/// The connections of the engine that runs the grains (membership, reminders, documents; role <c>helpdesk_app</c>): a pool apart, so that
/// requests that use up theirs do not stop its heartbeat.
/// </summary>
/// <remarks>
/// With a configured server it can be used at once: the Orleans packages check their options before any hosted service starts. With a private
/// server it can be used once that runs.
/// </remarks>
public sealed class EngineDatabase(Database database, IOptions<DatabaseOptions> options) : IAsyncDisposable
{
    private readonly Lazy<NpgsqlDataSource> source = new(() => Connection.Source(
        options.Value.Application ?? Started(database), DatabaseRoles.Application, options.Value.EnginePool, options.Value));

    public DbDataSource Source => source.Value;

    private static string Started(Database database) => database.IsOpen
        ? database.Connections.Application
        : throw new StartupRefusedException("A cluster needs a PostgreSQL server of its own: set Helpdesk__Database to its connection string.");

    public ValueTask DisposeAsync() => source.IsValueCreated ? source.Value.DisposeAsync() : ValueTask.CompletedTask;
}
