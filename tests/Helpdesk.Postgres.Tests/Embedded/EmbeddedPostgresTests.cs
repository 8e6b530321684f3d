using System.Diagnostics;
using Helpdesk.Postgres.Embedded;

namespace Helpdesk.Postgres.Tests.Embedded;

/// <summary>One data directory, started over and over: each test leaves it usable for the next.</summary>
public sealed class EmbeddedPostgresTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private readonly string data = Directory.CreateTempSubdirectory("helpdesk-embedded ' test-").FullName;

    /// <summary>Temporary folders are closed to others; the tests that want it so say it.</summary>
    public EmbeddedPostgresTests() => File.SetUnixFileMode(data, OwnerOnly | UnixFileMode.OtherExecute | UnixFileMode.GroupExecute);

    [Fact]
    public void The_server_is_private_and_durable()
    {
        using var server = EmbeddedPostgres.Start(data, ClusterSettings.Product);

        Ask(server.Connections, "select current_setting('listen_addresses')").ShouldBe("");
        Ask(server.Connections,
            "select current_setting('fsync') || current_setting('synchronous_commit') || current_setting('full_page_writes')")
            .ShouldBe("ononon");
        Ask(server.Connections,
            "select current_setting('data_checksums') || current_setting('server_encoding') || current_setting('password_encryption')")
            .ShouldBe("onUTF8scram-sha-256");
        File.GetUnixFileMode(Path.Combine(data, "postgres-secret")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        ServerOwner().ShouldNotBe("root");
    }

    [Fact]
    public void Nobody_gets_in_without_the_password()
    {
        using var server = EmbeddedPostgres.Start(data, ClusterSettings.Tests);
        var guessed = new NpgsqlConnectionStringBuilder(server.Connections.Superuser()) { Password = "postgres" };

        Should.Throw<PostgresException>(() => Open(guessed.ConnectionString)).SqlState.ShouldBe(PostgresErrorCodes.InvalidPassword);
    }

    [Fact]
    public void A_second_instance_on_the_same_directory_is_refused_in_one_line()
    {
        using var first = HostProcess.Start(data, out var ready);
        ready.ShouldBe("ready");

        using var second = HostProcess.Start(data, out var said);
        second.Stop().ShouldBe(1);
        said.ShouldBe($"The data directory {data} is in use by another Helpdesk (process {first.Id}). Stop that one, or choose another "
            + "directory with --data.");
        Should.Throw<StartupRefusedException>(() => EmbeddedPostgres.Start(data, ClusterSettings.Product)).Message.ShouldBe(said);

        first.Stop().ShouldBe(0);
        EmbeddedPostgres.FindRunning(data).ShouldBeNull();
    }

    [Fact]
    public void A_host_killed_with_9_leaves_nothing_in_the_way_of_the_next()
    {
        using (var host = HostProcess.Start(data, out _))
        {
            Do(EmbeddedPostgres.FindRunning(data)!, "create table kept (n int); insert into kept values (1)");
            host.Kill();
        }
        // The server outlives its host; so does a session that holds a lock.
        using var orphan = Open(EmbeddedPostgres.FindRunning(data)!.Superuser());

        using var next = EmbeddedPostgres.Start(data, ClusterSettings.Product);

        Ask(next.Connections, "select count(*)::text from kept").ShouldBe("1");
    }

    [Fact]
    public void A_server_killed_with_its_host_recovers_what_was_committed()
    {
        using (var host = HostProcess.Start(data, out _))
        {
            Do(EmbeddedPostgres.FindRunning(data)!, "create table kept (n int); insert into kept values (1)");
            host.Kill();
            KillServer();
        }
        EmbeddedPostgres.FindRunning(data).ShouldBeNull();

        using var next = EmbeddedPostgres.Start(data, ClusterSettings.Product);

        Ask(next.Connections, "select count(*)::text from kept").ShouldBe("1");
    }

    [Fact]
    public void A_stale_pid_file_whose_number_now_belongs_to_another_program_is_no_hindrance()
    {
        using (var host = HostProcess.Start(data, out _))
        {
            host.Kill();
            KillServer();
        }
        using var stranger = Process.Start("sleep", "600");
        File.WriteAllLines(PidFile, [stranger.Id.ToString(), .. File.ReadAllLines(PidFile).Skip(1)]);

        using (var next = EmbeddedPostgres.Start(data, ClusterSettings.Product))
            Ask(next.Connections, "select 'runs'").ShouldBe("runs");

        stranger.HasExited.ShouldBeFalse();
        stranger.Kill();
    }

    [Fact]
    public async Task Stopping_and_starting_keeps_roles_and_databases()
    {
        for (var start = 0; start < 2; start++)
        {
            using var server = EmbeddedPostgres.Start(data, ClusterSettings.Tests);
            await server.Connections.EnsureDatabaseAsync("helpdesk");
            using var application = Open(server.Connections.For("helpdesk").Application);
        }
    }

    [Fact]
    public void A_lost_secret_is_refused_and_not_replaced()
    {
        using (EmbeddedPostgres.Start(data, ClusterSettings.Tests)) { }
        File.Delete(Path.Combine(data, "postgres-secret"));

        Should.Throw<StartupRefusedException>(() => EmbeddedPostgres.Start(data, ClusterSettings.Tests)).Message.ShouldContain(
            "postgres-secret is missing");
    }

    [Fact]
    public void A_folder_too_deep_for_a_socket_or_closed_to_the_servers_account_still_works()
    {
        var closed = Directory.CreateDirectory(Path.Combine(data, "closed")).FullName;
        File.SetUnixFileMode(closed, OwnerOnly);
        var deep = Path.Combine(closed, new string('d', 100));

        using (var server = EmbeddedPostgres.Start(deep, ClusterSettings.Tests))
            Ask(server.Connections, "select 'runs'").ShouldBe("runs");
        using (var again = EmbeddedPostgres.Start(deep, ClusterSettings.Tests))
            Ask(again.Connections, "select 'runs'").ShouldBe("runs");

        if (File.Exists(Path.Combine(deep, "postgres-home")))
            Directory.Delete(File.ReadAllText(Path.Combine(deep, "postgres-home")), recursive: true);
    }

    public void Dispose()
    {
        EmbeddedPostgres.StopRunning(data);
        Directory.Delete(data, recursive: true);
    }

    private string PidFile => Path.Combine(ClusterHome.In(data, ServerAccount.Current), "data", "postmaster.pid");

    private int ServerId() => int.Parse(File.ReadLines(PidFile).First());

    private string ServerOwner() => Subprocess.Run(["ps", "-o", "user=", "-p", $"{ServerId()}"]).Output.Trim();

    /// <summary>The server and its children end as if the machine had lost power.</summary>
    private void KillServer()
    {
        using var server = Process.GetProcessById(ServerId());
        server.Kill(entireProcessTree: true);
        server.WaitForExit();
    }

    private static NpgsqlConnection Open(string connectionString)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }

    private static void Do(EmbeddedConnections server, string sql) => Ask(server, sql);

    private static string? Ask(EmbeddedConnections server, string sql)
    {
        using var connection = Open(server.Superuser());
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar() as string;
    }
}
