using Helpdesk.LocalCluster;
using Npgsql;

namespace Helpdesk.Cluster.Tests;

/// <summary>
/// One cluster for all tests: three silos and two apis, each a process with sockets of its own. Every test finds all of them running.
/// </summary>
public sealed class ClusterFixture : IAsyncLifetime
{
    public const string Collection = "cluster";

    /// <summary>So many that each shard has some.</summary>
    public const int ManyDue = 64;

    /// <summary>How long an api goes on answering after it has said that it is not ready.</summary>
    public static readonly TimeSpan Drain = TimeSpan.FromSeconds(3);

    private readonly string data = Directory.CreateTempSubdirectory("helpdesk-cluster-").FullName;
    private LocalCluster.LocalCluster? cluster;

    public LocalCluster.LocalCluster Cluster => cluster!;

    public async Task InitializeAsync()
    {
        // PostgreSQL runs as an ordinary user.
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        File.SetUnixFileMode(data, File.GetUnixFileMode(data) | others);
        cluster = await LocalCluster.LocalCluster.StartAsync(new()
        {
            Data = data,
            Silos = 3,
            Apis = 2,
            Durable = false,
            Settings = new Dictionary<string, string> { ["Helpdesk__Cluster__Drain"] = Drain.ToString() },
        });
    }

    public async Task DisposeAsync()
    {
        await Cluster.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    /// <summary>Starts whoever is dead, and waits until the silos are a cluster of three again.</summary>
    public async Task IsWhole()
    {
        var dead = Cluster.Members.Where(member => !member.Runs).ToList();
        dead.ForEach(member => member.Start());
        await Task.WhenAll(Cluster.Members.Select(member => member.BecomesReady()));
        await Until(async () => await ActiveSilos() == Cluster.Silos.Count);
        // The front door looks at the apis once a second.
        await Task.Delay(TimeSpan.FromSeconds(2));
    }

    /// <summary>Moments of tickets that are not there, over all shards.</summary>
    /// <param name="moment">In SQL.</param>
    public async Task MakeDue(string moment)
    {
        await using var superuser = NpgsqlDataSource.Create(Cluster.Superuser);
        await using var insert = superuser.CreateCommand($"""
            insert into due (tenant_id, stream_id, subject, kind, due_at)
            select gen_random_uuid(), gen_random_uuid(), 'ticket', 'breach', {moment} from generate_series(1, {ManyDue})
            """);
        await insert.ExecuteNonQueryAsync();
    }

    /// <summary>How many of those nobody has claimed.</summary>
    /// <param name="which">In SQL.</param>
    public async Task<long> Waiting(string which)
    {
        await using var superuser = NpgsqlDataSource.Create(Cluster.Superuser);
        await using var count = superuser.CreateCommand($"""
            select count(*) from due
            where attempts = 0 and kind = 'breach' and not exists (select from ticket where id = stream_id) and {which}
            """);
        return (long)(await count.ExecuteScalarAsync())!;
    }

    /// <summary>As the members agree.</summary>
    public async Task<long> ActiveSilos()
    {
        await using var superuser = NpgsqlDataSource.Create(Cluster.Superuser);
        await using var command = superuser.CreateCommand("select count(*) from orleans_membership where status = 3");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public static async Task Until(Func<Task<bool>> holds)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await holds())
            await Task.Delay(100, limit.Token);
    }
}

[CollectionDefinition(ClusterFixture.Collection)]
public sealed class ClusterDefinition : ICollectionFixture<ClusterFixture>;

/// <summary>What every test begins with and what load must come to.</summary>
[Collection(ClusterFixture.Collection)]
public abstract class ClusterTest(ClusterFixture fixture) : IAsyncLifetime
{
    protected const int Clients = 16;

    protected ClusterFixture Fixture => fixture;

    protected LocalCluster.LocalCluster Cluster => fixture.Cluster;

    public Task InitializeAsync() => fixture.IsWhole();

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Under load from the moment on.</summary>
    protected async Task<TicketLoad> Load(int clients = Clients)
    {
        var load = await TicketLoad.SignIn(Cluster);
        load.Start(clients);
        await load.Acknowledges(4 * clients);
        return load;
    }

    protected static async Task Loses_nothing(TicketLoad load)
    {
        await load.Stop();
        (await load.Settle()).ShouldBeEmpty();
    }

    protected static async Task Loses_nothing_and_refuses_nobody(TicketLoad load)
    {
        await Loses_nothing(load);
        load.Answers.Where(answer => answer.Ticket is null).Select(answer => $"{answer.Status} after {answer.Took}: {answer.Problem}")
            .ShouldBeEmpty();
    }
}
