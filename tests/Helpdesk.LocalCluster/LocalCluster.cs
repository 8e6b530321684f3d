using System.Security.Cryptography;
using Helpdesk.Postgres.Embedded;
using Helpdesk.Postgres.Migrations;
using Helpdesk.Postgres.Sql;
using Npgsql;

namespace Helpdesk.LocalCluster;

/// <summary>What a cluster is to be made of.</summary>
public sealed record ClusterPlan
{
    public int Silos { get; init; } = 3;

    public int Apis { get; init; } = 1;

    /// <summary>The port of the front door; 0: a free one.</summary>
    public int Port { get; init; }

    /// <summary>Full path of the folder for the database and the logs.</summary>
    public required string Data { get; init; }

    /// <summary>Whether a commit is on disk before it is acknowledged. <c>false</c> for tests that kill no database.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>More settings, for every process.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}

/// <summary>PostgreSQL, silos and apis in processes of their own, and one port in front of them.</summary>
public sealed class LocalCluster : IAsyncDisposable
{
    private const string DatabaseName = "helpdesk";
    private const int PoolOfMember = 40;
    private static readonly TimeSpan BetweenLooksAtLogs = TimeSpan.FromSeconds(10);

    private readonly EmbeddedPostgres server;
    private readonly string masterKeyFile;
    private readonly Timer logs;
    private FrontDoor? door;

    private LocalCluster(ClusterPlan plan, EmbeddedPostgres server)
    {
        this.server = server;
        masterKeyFile = Path.Combine(plan.Data, "master.key");
        logs = new(_ => KeepLogsSmall(plan), null, BetweenLooksAtLogs, BetweenLooksAtLogs);
        var connections = server.Connections.For(DatabaseName);
        var ports = Ports.Free((3 * plan.Silos) + plan.Apis);
        Silos = [.. Enumerable.Range(1, plan.Silos).Select(number => Member.Silo(plan, connections, number, ports))];
        Apis = [.. Enumerable.Range(1, plan.Apis).Select(number => Member.Api(plan, connections, number, ports))];
    }

    public IReadOnlyList<Member> Silos { get; }

    public IReadOnlyList<Member> Apis { get; }

    public IEnumerable<Member> Members => [.. Silos, .. Apis];

    public int Port => door!.Port;

    /// <summary>Sees everything; for looking behind the product.</summary>
    public string Superuser => server.Connections.Superuser(DatabaseName);

    /// <summary>As a host has it.</summary>
    public Database OpenDatabase() => new(server.Connections.For(DatabaseName), new DatabaseOptions());

    /// <summary>In base64. Every member has it from the same file.</summary>
    public string MasterKey => File.ReadAllText(masterKeyFile);

    /// <exception cref="StartupRefusedException">The database or a process did not start.</exception>
    public static async Task<LocalCluster> StartAsync(ClusterPlan plan, CancellationToken cancellation = default)
    {
        var settings = (plan.Durable ? ClusterSettings.Product : ClusterSettings.Tests).ForPools(PoolOfMember * (plan.Silos + plan.Apis));
        var cluster = new LocalCluster(plan, await Task.Run(() => EmbeddedPostgres.Start(plan.Data, settings), cancellation));
        try
        {
            await cluster.BringUp(plan, cancellation);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    private async Task BringUp(ClusterPlan plan, CancellationToken cancellation)
    {
        await server.Connections.EnsureDatabaseAsync(DatabaseName, cancellation);
        await using (var database = OpenDatabase())
            await new Migrator(database.Owner).MigrateAsync(cancellation);

        // Whoever was a member when the server went down cannot be one any more.
        await using (var superuser = NpgsqlDataSource.Create(Superuser))
        await using (var forget = superuser.CreateCommand("delete from orleans_membership"))
            await forget.ExecuteNonQueryAsync(cancellation);

        MakeMasterKey(masterKeyFile);
        foreach (var member in Members)
            member.Start();
        await Task.WhenAll(Members.Select(member => member.BecomesReady(cancellation)));
        await Apis[0].Says("Demo data is there", cancellation);
        door = await FrontDoor.Open(plan.Port, Apis, cancellation);
    }

    // Where ./dev run has it too. All members need the same one, and they start at the same moment.
    private static void MakeMasterKey(string path)
    {
        if (File.Exists(path))
            return;
        File.WriteAllText(path, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    public async ValueTask DisposeAsync()
    {
        await logs.DisposeAsync();
        if (door is not null)
            await door.DisposeAsync();
        // Apis first: what they still have under way needs the silos.
        await Task.WhenAll(Apis.Select(api => api.Stop()));
        await Task.WhenAll(Silos.Select(silo => silo.Stop()));
        server.Dispose();
    }

    private void KeepLogsSmall(ClusterPlan plan)
    {
        try
        {
            BoundedLog.Keep(Member.LogsOf(plan));
            server.KeepLogsSmall();
        }
        catch (IOException)
        {
            // Again the next time.
        }
    }
}
