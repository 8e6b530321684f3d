using System.Globalization;

namespace Helpdesk.Postgres.Embedded;

/// <summary>
/// One PostgreSQL data directory and the server over it: create, start, stop. The server listens on a socket in a folder that only its
/// account may enter, never on the network. Whoever calls this must know to be the only caller (<see cref="InstanceLock"/>).
/// </summary>
/// <param name="home">
/// Folder of the cluster; holds <c>data</c>, <c>start.log</c> and, for a moment, the first password. Owned by the server's account.
/// </param>
internal sealed class Cluster(string home, ServerAccount account)
{
    public const string Superuser = "postgres";

    /// <summary>
    /// The kernel's limit for the path of a socket is 104 bytes (macOS) and 108 (Linux), with <c>/.s.PGSQL.5432</c> at its end.
    /// </summary>
    private const int LongestSocketDirectory = 88;
    private const string SocketFolderPrefix = "helpdesk-socket-";

    /// <summary>Order by code point, letters as Unicode has them. macOS knows no C.UTF-8.</summary>
    private static string[] Locale => OperatingSystem.IsMacOS() ? ["--locale=C", "--lc-ctype=en_US.UTF-8"] : ["--locale=C.UTF-8"];

    private string Data => Path.Combine(home, "data");
    private string StartLog => Path.Combine(home, "start.log");
    private PostmasterFile Postmaster => new(Path.Combine(Data, "postmaster.pid"));

    /// <summary>The folder of what the running server says, a file for each day of the week.</summary>
    public string Logs => Path.Combine(Data, "log");

    public bool Exists => File.Exists(Path.Combine(Data, "PG_VERSION"));

    /// <summary>The major version that the data belongs to; <c>null</c> when there is none yet.</summary>
    public int? Major => Exists ? int.Parse(File.ReadAllText(Path.Combine(Data, "PG_VERSION")).Trim(), CultureInfo.InvariantCulture) : null;

    /// <summary>The folder of the running server's socket; <c>null</c> when none runs.</summary>
    public string? RunningSocket => Postmaster.Read() is { } running && running.IsAlive(Data) ? running.SocketDirectory : null;

    public void Create(PostgresBinaries binaries, string password, ClusterSettings settings)
    {
        account.Own(home);
        // Built beside its place and moved there when whole: a crash half-way leaves nothing that looks like a cluster.
        var draft = Path.Combine(home, "data.new");
        account.Delete(draft);

        var passwordFile = Path.Combine(home, "first-password");
        account.Write(passwordFile, password);
        try
        {
            Require("initdb",
            [
                binaries.InitDb, "--pgdata", draft, "--username", Superuser, "--pwfile", passwordFile, "--auth", "scram-sha-256",
                "--encoding", "UTF8", "--locale", "C.UTF-8", "--data-checksums", "--no-instructions",
                .. settings.Durable ? (string[])[] : ["--no-sync"],
            ]);
        }
        finally
        {
            account.Delete(passwordFile);
        }
        Directory.Move(draft, Data);
    }

    /// <summary>Starts the server, recovering from whatever ended the last one, and answers the folder of its socket.</summary>
    /// <param name="before">Where it was, for those who go on looking for it there.</param>
    public string Start(PostgresBinaries binaries, ClusterSettings settings, string? before = null)
    {
        Stop(binaries);
        RemoveSocketFolder(Postmaster.Read());
        Postmaster.ForgetReusedProcessId(account);

        var socket = MakeSocketFolder(before);
        account.Write(Path.Combine(Data, "postgresql.conf"), settings.ToConfiguration(socket));
        var start = Subprocess.Run(
            Wrapped([binaries.PgCtl, "--pgdata", Data, "--log", StartLog, "--wait", "--timeout", "120", "--silent", "start"]), home);
        if (start.ExitCode != 0)
            throw new StartupRefusedException($"PostgreSQL did not start in {Data}: {LastWords(start.Output)}");
        return socket;
    }

    /// <summary>
    /// Stops the server if one runs. One that outlived its host (killed with -9) is ended too: its sessions belong to nobody any more, and
    /// a fresh start costs a few hundred milliseconds.
    /// </summary>
    public void Stop(PostgresBinaries binaries)
    {
        if (Postmaster.Read() is not { } running || !running.IsAlive(Data))
            return;
        if (Subprocess.Run(Wrapped(StopCommand("fast", "20")), home).ExitCode != 0 && RunningSocket is not null)
            Require("pg_ctl stop", StopCommand("immediate", "20"));
        RemoveSocketFolder(running);

        string[] StopCommand(string mode, string seconds) =>
            [binaries.PgCtl, "--pgdata", Data, "--mode", mode, "--wait", "--timeout", seconds, "--silent", "stop"];
    }

    /// <summary>The home itself; for one whose path is too long, a folder of random name among the temporary files.</summary>
    private string MakeSocketFolder(string? before)
    {
        if (Encoding.UTF8.GetByteCount(home) <= LongestSocketDirectory)
            return home;
        var elsewhere = before ?? Directory.CreateTempSubdirectory(SocketFolderPrefix).FullName;
        account.Own(elsewhere);
        return elsewhere;
    }

    private void RemoveSocketFolder(PostmasterFile.Content? server)
    {
        if (server is not null && Path.GetFileName(server.SocketDirectory).StartsWith(SocketFolderPrefix, StringComparison.Ordinal))
            account.Delete(server.SocketDirectory);
    }

    private IReadOnlyList<string> Wrapped(IReadOnlyList<string> commandLine) => account.Wrap(commandLine);

    private void Require(string what, IReadOnlyList<string> commandLine)
    {
        var outcome = Subprocess.Run(Wrapped(commandLine), home);
        if (outcome.ExitCode != 0)
            throw new StartupRefusedException($"{what} failed for {Data}: {LastWords(outcome.Output)}");
    }

    private string LastWords(string output)
    {
        var log = File.Exists(StartLog) ? File.ReadLines(StartLog).TakeLast(3) : [];
        return string.Join(
            " | ", output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).TakeLast(3).Concat(log));
    }
}
