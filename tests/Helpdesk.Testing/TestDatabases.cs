using Helpdesk.Postgres.Embedded;
using Helpdesk.Postgres.Migrations;
using Helpdesk.Postgres.Sql;
using Npgsql;

namespace Helpdesk.Testing;

/// <summary>Fresh databases, copied from one that has been migrated once (0.1 s each).</summary>
public static class TestDatabases
{
    private const long TemplateLock = 0x7465_7374;

    /// <summary>Changes with every migration and function, so a template that was left behind by an older checkout is not used.</summary>
    private static readonly string Template = "template_" + Checksum([.. Migration.All.Select(migration => migration + migration.Checksum),
        .. FunctionScript.All.Select(function => function + function.Checksum)])[..16];
    private static readonly SemaphoreSlim OneAtATime = new(1);
    private static bool templateIsThere;

    public static EmbeddedConnections Server => TestServer.Connections;

    /// <summary>Settings of test pools: small, because many test classes share one server.</summary>
    public static DatabaseOptions Options =>
        new() { ApplicationPool = 20, WorkerPool = 5, ConnectTimeout = TimeSpan.FromSeconds(30), MayLoseCommits = true };

    /// <summary>A database with the present schema and no rows but those of migrations.</summary>
    public static async Task<string> CreateAsync()
    {
        await RequireTemplateAsync();
        return await CreateAsync(Template);
    }

    /// <summary>A database without a schema, for tests of migrations.</summary>
    public static Task<string> CreateEmptyAsync() => CreateAsync("template0");

    internal static bool IsOutdatedTemplate(string name) => name.StartsWith("template_", StringComparison.Ordinal) && name != Template;

    public static async Task DropAsync(string name)
    {
        await using var server = NpgsqlDataSource.Create(Server.Superuser());
        await ExecuteAsync(server, $"drop database if exists \"{name}\" with (force)");
    }

    private static async Task<string> CreateAsync(string template)
    {
        var name = $"test_{Guid.NewGuid():N}";
        await using var server = NpgsqlDataSource.Create(Server.Superuser());
        await ExecuteAsync(server, $"create database \"{name}\" owner {DatabaseRoles.Owner} template \"{template}\"");
        return name;
    }

    private static async Task RequireTemplateAsync()
    {
        await OneAtATime.WaitAsync();
        try
        {
            if (templateIsThere)
                return;
            await MakeTemplateAsync();
            templateIsThere = true;
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static async Task MakeTemplateAsync()
    {
        await using var server = NpgsqlDataSource.Create(Server.Superuser());
        await using var session = await server.OpenConnectionAsync();
        await ExecuteAsync(session, $"select pg_advisory_lock({TemplateLock})");
        await using var exists = new NpgsqlCommand($"select exists (select from pg_database where datname = '{Template}')", session);
        if (await exists.ExecuteScalarAsync() is true)
            return;

        var draft = await CreateAsync("template0");
        await using (var database = new Database(Server.For(draft), Options))
            await new Migrator(database.Owner).MigrateAsync();
        await ExecuteAsync(server, $"alter database \"{draft}\" rename to \"{Template}\"");
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 60;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 60 };
        await command.ExecuteNonQueryAsync();
    }

    private static string Checksum(IEnumerable<string> texts) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
            System.Text.Encoding.UTF8.GetBytes(string.Concat(texts))));
}
