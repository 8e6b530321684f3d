using Npgsql;

namespace Helpdesk.Testing;

/// <summary>For as long as it lives, the fixture's database is as good as gone: every connection is cut and no new one is let in.</summary>
public sealed class StoppedDatabase : IAsyncDisposable
{
    private readonly NpgsqlDataSource server;
    private readonly string name;

    private StoppedDatabase(NpgsqlDataSource server, string name) => (this.server, this.name) = (server, name);

    public static async Task<StoppedDatabase> Of(PostgresFixture postgres)
    {
        var name = new NpgsqlConnectionStringBuilder(postgres.Connections.Application).Database!;
        var stopped = new StoppedDatabase(NpgsqlDataSource.Create(TestDatabases.Server.Superuser()), name);
        await stopped.Run($"alter database {name} connection limit 0");
        await stopped.Run($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'");
        return stopped;
    }

    public async ValueTask DisposeAsync()
    {
        await Run($"alter database {name} connection limit -1");
        await server.DisposeAsync();
    }

    private async Task Run(string sql)
    {
        await using var command = server.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
