namespace Helpdesk.Postgres.Embedded;

/// <summary>
/// A private PostgreSQL for this process: found on the machine, created on first use under <c>{data}/postgres</c>, stopped on disposal.
/// Killing this process with -9 leaves the server behind; the next start on the same directory ends that one and recovers.
/// </summary>
public sealed class EmbeddedPostgres : IDisposable
{
    private readonly InstanceLock instance;
    private readonly Cluster cluster;
    private readonly PostgresBinaries binaries;
    private readonly ClusterSettings settings;

    private EmbeddedPostgres(
        InstanceLock instance, Cluster cluster, PostgresBinaries binaries, ClusterSettings settings, EmbeddedConnections connections) =>
        (this.instance, this.cluster, this.binaries, this.settings, Connections) = (instance, cluster, binaries, settings, connections);

    public EmbeddedConnections Connections { get; }

    /// <summary>Ready for connections when it returns; roles exist, databases do not.</summary>
    /// <exception cref="StartupRefusedException">
    /// No PostgreSQL on this machine, the directory is in use, or the server does not start.
    /// </exception>
    public static EmbeddedPostgres Start(string dataDirectory, ClusterSettings settings)
    {
        if (OperatingSystem.IsWindows())
            throw new StartupRefusedException(
                "A private PostgreSQL is started on Linux and macOS only. Set Helpdesk__Database to the connection string of a server.");

        dataDirectory = Path.GetFullPath(dataDirectory);
        var instance = InstanceLock.Take(dataDirectory);
        try
        {
            return Start(dataDirectory, settings, instance);
        }
        catch
        {
            instance.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Gives the server away: it goes on running when this process has ended, until somebody starts or stops it on the same directory.
    /// </summary>
    public EmbeddedConnections Detach()
    {
        instance.Dispose();
        return Connections;
    }

    /// <summary>Whether its process is there. One that stands still runs.</summary>
    public bool Runs => cluster.RunningSocket is not null;

    /// <summary>Cuts its logs that have grown too long.</summary>
    public void KeepLogsSmall() => BoundedLog.Keep(cluster.Logs);

    /// <summary>After it has ended by itself: where it was, with what it had committed.</summary>
    /// <exception cref="StartupRefusedException">It does not start.</exception>
    public void StartAgain() => cluster.Start(binaries, settings, Connections.SocketDirectory);

    /// <summary>The server that another process runs on this directory, for a short look beside it; <c>null</c> when none runs.</summary>
    public static EmbeddedConnections? FindRunning(string dataDirectory)
    {
        dataDirectory = Path.GetFullPath(dataDirectory);
        if (!File.Exists(SecretPath(dataDirectory)))
            return null;
        var account = ServerAccount.Current;
        var socket = new Cluster(ClusterHome.In(dataDirectory, account), account).RunningSocket;
        return socket is null ? null : new EmbeddedConnections(socket, File.ReadAllText(SecretPath(dataDirectory)));
    }

    /// <summary>The version that a new cluster would have.</summary>
    public static int NewestMajor(string dataDirectory) => PostgresBinaries.Find(major: null, ToolDirectories(dataDirectory)).Major;

    /// <summary>Stops what <see cref="Detach"/> left running. Nothing runs: nothing happens.</summary>
    public static void StopRunning(string dataDirectory)
    {
        dataDirectory = Path.GetFullPath(dataDirectory);
        using var instance = InstanceLock.Take(dataDirectory);
        var account = ServerAccount.Current;
        var cluster = new Cluster(ClusterHome.In(dataDirectory, account), account);
        if (cluster.Exists)
            cluster.Stop(PostgresBinaries.Find(cluster.Major, ToolDirectories(dataDirectory)));
    }

    public void Dispose()
    {
        cluster.Stop(binaries);
        instance.Dispose();
    }

    private static EmbeddedPostgres Start(string dataDirectory, ClusterSettings settings, InstanceLock instance)
    {
        var account = ServerAccount.Current;
        var cluster = new Cluster(ClusterHome.In(dataDirectory, account), account);
        var binaries = PostgresBinaries.Find(cluster.Major, ToolDirectories(dataDirectory));
        var secret = Secret(dataDirectory, cluster.Exists);
        if (!cluster.Exists)
            cluster.Create(binaries, EmbeddedConnections.PasswordOf(Cluster.Superuser, secret), settings);

        var socket = cluster.Start(binaries, settings);
        try
        {
            var connections = new EmbeddedConnections(socket, secret);
            EmbeddedRoles.Ensure(connections);
            return new EmbeddedPostgres(instance, cluster, binaries, settings, connections);
        }
        catch
        {
            cluster.Stop(binaries);
            throw;
        }
    }

    private static string Secret(string dataDirectory, bool clusterExists)
    {
        var path = SecretPath(dataDirectory);
        if (File.Exists(path))
            return File.ReadAllText(path);
        if (clusterExists)
            throw new StartupRefusedException(
                $"{path} is missing: without it nobody can sign in to the database beside it. Restore that file from a backup.");
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        SecretFile.Write(path, secret);
        return secret;
    }

    private static string SecretPath(string dataDirectory) => Path.Combine(dataDirectory, "postgres-secret");

    private static IReadOnlyList<string> ToolDirectories(string dataDirectory) =>
        [Path.Combine(dataDirectory, "tools"), Path.Combine(RepositoryRoot.Find() ?? dataDirectory, ".data", "tools")];
}
