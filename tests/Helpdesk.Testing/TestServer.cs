using Helpdesk.Postgres.Embedded;
using Helpdesk.Postgres.Sql;
using Npgsql;

namespace Helpdesk.Testing;

/// <summary>
/// One PostgreSQL for all test processes of this checkout. The first process to need it starts it, the last to end stops it; after a
/// <c>kill -9</c> of all of them the next one finds it running and goes on with it.
/// </summary>
/// <remarks>Whoever uses the server holds a shared lock on a file. Whoever gets that lock for itself alone is the last.</remarks>
internal static class TestServer
{
    private static readonly string Root = Path.Combine(RepositoryRoot.Find() ?? Path.GetTempPath(), ".data", "tests");

    /// <summary>A cluster of its own for each version: an upgraded machine goes on at once.</summary>
    private static readonly string Folder = Path.Combine(Root, $"postgresql-{EmbeddedPostgres.NewestMajor(Root)}");
    private static readonly Lazy<EmbeddedConnections> Started = new(Start);
    private static FileStream? share;

    public static EmbeddedConnections Connections => Started.Value;

    private static EmbeddedConnections Start()
    {
        Directory.CreateDirectory(Folder);
        using (Exclusive("start.lock"))
        {
            // Reading together is what .NET makes a shared flock of.
            share = new FileStream(Path.Combine(Folder, "users.lock"), FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Leave();
            return Running() ?? StartAnew();
        }
    }

    /// <summary>Nobody else uses it yet: what runs that were killed left behind can go.</summary>
    private static EmbeddedConnections StartAnew()
    {
        var server = EmbeddedPostgres.Start(Folder, ClusterSettings.Tests).Detach();
        using var source = NpgsqlDataSource.Create(server.Superuser());
        foreach (var leftover in Databases(source).Where(
            name => name.StartsWith("test_", StringComparison.Ordinal) || TestDatabases.IsOutdatedTemplate(name)))
        {
            using var drop = source.CreateCommand($"drop database \"{leftover}\"");
            drop.ExecuteNonQuery();
        }
        return server;
    }

    private static List<string> Databases(NpgsqlDataSource source)
    {
        using var command = source.CreateCommand("select datname from pg_database");
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
            names.Add(reader.GetString(0));
        return names;
    }

    /// <summary>A server that answers: a process that is about to end may just be stopping it.</summary>
    private static EmbeddedConnections? Running()
    {
        if (EmbeddedPostgres.FindRunning(Folder) is not { } running)
            return null;
        try
        {
            using var source = NpgsqlDataSource.Create(running.Superuser());
            using var connection = source.OpenConnection();
            return running;
        }
        catch (NpgsqlException)
        {
            return null;
        }
    }

    private static void Leave()
    {
        using (Exclusive("start.lock"))
        {
            share?.Dispose();
            if (TryExclusive("users.lock") is { } last)
                using (last)
                    EmbeddedPostgres.StopRunning(Folder);
        }
    }

    private static FileStream Exclusive(string name)
    {
        // Held for as long as it takes to start or stop a server; a process that dies frees it.
        var deadline = DateTime.UtcNow.AddMinutes(2);
        while (true)
        {
            if (TryExclusive(name) is { } file)
                return file;
            if (DateTime.UtcNow > deadline)
                throw new TimeoutException($"Another test process has held {Path.Combine(Folder, name)} for two minutes.");
            Thread.Sleep(20);
        }
    }

    private static FileStream? TryExclusive(string name)
    {
        try
        {
            return new FileStream(Path.Combine(Folder, name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
