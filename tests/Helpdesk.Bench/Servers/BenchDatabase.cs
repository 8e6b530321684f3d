using System.Diagnostics;
using Helpdesk.Postgres.Embedded;
using Helpdesk.Postgres.Migrations;
using Helpdesk.Postgres.Sql;
using Npgsql;

namespace Helpdesk.Bench.Servers;

/// <summary>A PostgreSQL of its own for the run, with the settings of production: a commit is on disk before it is acknowledged.</summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    private const string Name = "helpdesk";
    private static readonly TimeSpan LongestFollowing = TimeSpan.FromMinutes(5);
    private readonly EmbeddedPostgres server;
    private readonly string folder;

    private BenchDatabase(EmbeddedPostgres server, string folder)
    {
        (this.server, this.folder) = (server, folder);
        Superuser = NpgsqlDataSource.Create(server.Connections.Superuser(Name));
    }

    public DatabaseConnections Connections => server.Connections.For(Name);

    /// <summary>For filling tables and for maintenance; nothing that is measured signs in with it.</summary>
    public NpgsqlDataSource Superuser { get; }

    /// <param name="folder">Emptied first, removed at the end; on the disk whose speed is to count.</param>
    public static async Task<BenchDatabase> Start(string folder)
    {
        Remove(folder);
        var server = EmbeddedPostgres.Start(folder, ClusterSettings.Product);
        await Migrate(server, Name);
        return new(server, folder);
    }

    /// <summary>A second database of the same server, empty; everything may be done with its owner's connection.</summary>
    public async Task<DatabaseConnections> Another(string name)
    {
        await Migrate(server, name);
        return server.Connections.For(name) with { Owner = server.Connections.Superuser(name) };
    }

    /// <summary>As after a quiet night: what follows the feed has followed it, statistics are fresh, no page is dirty.</summary>
    public async Task Settle()
    {
        AwaitFollowers();
        foreach (var statement in (string[])["vacuum analyze", "checkpoint"])
        {
            await using var command = Superuser.CreateCommand(statement);
            command.CommandTimeout = 300;
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>
    /// Until every event is linked to the audit chain, the one consumer that takes them all. Before the product has run nothing follows,
    /// and nothing is waited for.
    /// </summary>
    public void AwaitFollowers()
    {
        var limit = Stopwatch.StartNew();
        while (Unlinked() && limit.Elapsed < LongestFollowing)
            Thread.Sleep(200);
    }

    private bool Unlinked()
    {
        using var command = Superuser.CreateCommand(
            "select exists (select from audit_link) and (select count(*) from event) > (select count(*) from audit_link)");
        return (bool)command.ExecuteScalar()!;
    }

    public async Task<string> Describe()
    {
        await using var command = Superuser.CreateCommand("""
            select 'PostgreSQL ' || current_setting('server_version') || ', fsync ' || current_setting('fsync') ||
                ', synchronous_commit ' || current_setting('synchronous_commit') || ', shared_buffers ' || current_setting('shared_buffers')
            """);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await Superuser.DisposeAsync();
        server.Dispose();
        Remove(folder);
    }

    private static async Task Migrate(EmbeddedPostgres server, string name)
    {
        await server.Connections.EnsureDatabaseAsync(name);
        await using var database = new Database(server.Connections.For(name), new DatabaseOptions());
        await new Migrator(database.Owner).MigrateAsync();
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            EmbeddedPostgres.StopRunning(folder);
            Directory.Delete(folder, recursive: true);
        }
    }
}
