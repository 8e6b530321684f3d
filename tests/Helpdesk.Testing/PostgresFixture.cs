using Helpdesk.Postgres.Sql;
using Npgsql;
using Xunit;

namespace Helpdesk.Testing;

/// <summary>
/// A database of its own for a test class: <c>class SomeTests(PostgresFixture postgres) : IClassFixture&lt;PostgresFixture&gt;</c>.
/// </summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private string name = "";
    private Database? database;
    private NpgsqlDataSource? superuser;

    public Database Database => database!;

    /// <summary>For a host under test: goes into <c>Helpdesk:Database</c>, <c>:Worker</c> and <c>:Owner</c>.</summary>
    public DatabaseConnections Connections => TestDatabases.Server.For(name);

    /// <summary>Sees everything. For arranging what no role of the product may do, and for looking behind it.</summary>
    public NpgsqlDataSource Superuser => superuser!;

    /// <summary>The configuration that makes a host use this database.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Configuration => ConfigurationFor(Connections);

    public static IEnumerable<KeyValuePair<string, string?>> ConfigurationFor(DatabaseConnections connections) =>
    [
        new("Helpdesk:Database", connections.Application),
        new("Helpdesk:Database:Worker", connections.Worker),
        new("Helpdesk:Database:Owner", connections.Owner),
        new("Helpdesk:Database:MayLoseCommits", "true"),
        new("Helpdesk:Database:ApplicationPool", "20"),
        // A busy machine is no missing server.
        new("Helpdesk:Database:ConnectTimeout", "00:00:30"),
        new("Helpdesk:Database:Silence", "00:00:30"),
    ];

    /// <summary>Carries out a statement behind the product's back.</summary>
    /// <returns>How many rows it touched.</returns>
    public async Task<int> Run(string sql, params object[] values)
    {
        await using var command = With(sql, values);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>The first column of the first row, behind the product's back; <c>null</c>: there is none.</summary>
    public async Task<object?> Ask(string sql, params object[] values)
    {
        await using var command = With(sql, values);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Text of the first column, behind the product's back.</summary>
    public async Task<IReadOnlyList<string>> Column(string sql, params object[] values)
    {
        await using var command = With(sql, values);
        await using var reader = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await reader.ReadAsync())
            texts.Add(reader.GetValue(0).ToString()!);
        return texts;
    }

    private NpgsqlCommand With(string sql, object[] values)
    {
        var command = Superuser.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }

    public async Task InitializeAsync()
    {
        name = await TestDatabases.CreateAsync();
        database = new Database(Connections, TestDatabases.Options);
        superuser = NpgsqlDataSource.Create(TestDatabases.Server.Superuser(name));
    }

    public async Task DisposeAsync()
    {
        await Database.DisposeAsync();
        await Superuser.DisposeAsync();
        await TestDatabases.DropAsync(name);
    }
}
