namespace Helpdesk.Postgres.Sql;

/// <summary>The settings that every connection has in common: requests, workers, migrations, the engine with its membership.</summary>
internal static class Connection
{
    /// <summary>
    /// By so much the client waits longer than the server allows, so that normally the server says that it gave up, and the connection
    /// stays good. Only a server or a network that says nothing makes the client give up; then the connection is closed for good.
    /// </summary>
    private static readonly TimeSpan ServerFirst = TimeSpan.FromSeconds(2);

    /// <summary>An idle connection is looked after for so long, then that often. Whole seconds.</summary>
    private const int KeepAliveAfter = 15, KeepAliveEvery = 5;

    /// <summary>
    /// The other direction: a server keeps a session, and whatever it has locked, until it learns that its client is gone. Firewalls and
    /// lost machines tell nobody, and by default a server finds out after two hours. Sockets of one machine need none of this, and
    /// PostgreSQL passes over it there. Milliseconds and seconds.
    /// </summary>
    private const string ClientsThatVanish =
        "-c tcp_keepalives_idle=15 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3 -c tcp_user_timeout=30000";

    /// <summary>A statement whose client has closed its connection ends after so long. Servers on Windows cannot look.</summary>
    private const string ClosedClients = "client_connection_check_interval";

    /// <param name="isPooled">Else each use opens a connection and closes it.</param>
    public static NpgsqlDataSource Source(
        string connectionString, string role, int poolSize, DatabaseOptions options, bool isPooled = true)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = "helpdesk " + role["helpdesk_".Length..],
            Pooling = isPooled,
            MaxPoolSize = poolSize,
            MinPoolSize = 0,
            Timeout = (int)options.ConnectTimeout.TotalSeconds,
            CommandTimeout = (int)(options.CommandTimeout + ServerFirst).TotalSeconds,
            MaxAutoPrepare = options.PreparedStatements,
            AutoPrepareMinUsages = 2,
            // Nothing is set for longer than a transaction (tests hold that), so there is nothing to reset: six statements less a use.
            NoResetOnClose = role != DatabaseRoles.Owner,
            Options = StartupOptions(connectionString, role, options),
        };
        if (IsOnTheNetwork(settings))
            (settings.TcpKeepAlive, settings.TcpKeepAliveTime, settings.TcpKeepAliveInterval) = (true, KeepAliveAfter, KeepAliveEvery);
        return new NpgsqlDataSourceBuilder(settings.ConnectionString).UseLoggerFactory(NoCancelRequests.Instance).Build();
    }

    /// <summary>
    /// The connection was ended at the other side: its server has crashed or is stopped, or somebody has ended the session. Not a
    /// time-out, which says nothing of other connections.
    /// </summary>
    public static bool IsLost(Exception failure) => failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown } => true,
        PostgresException => false,
        NpgsqlException { InnerException: IOException or System.Net.Sockets.SocketException } => true,
        _ => false,
    };

    // A socket of this machine is named by its folder, or in Linux' abstract namespace; it takes no settings of TCP.
    private static bool IsOnTheNetwork(NpgsqlConnectionStringBuilder settings) =>
        settings.Host is { Length: > 0 } host && !Path.IsPathRooted(host) && host[0] != '@';

    /// <summary>
    /// The role that a login stands in for, and the server's own limit on a statement, from the first moment of a session.
    /// </summary>
    private static string StartupOptions(string connectionString, string role, DatabaseOptions options)
    {
        var given = new NpgsqlConnectionStringBuilder(connectionString).Options ?? "";
        var timeout = role == DatabaseRoles.Owner ? 0 : (long)options.CommandTimeout.TotalMilliseconds;
        // Before the statement's own time is over, so that a lock is told from work that takes long. Who migrates says it itself.
        var lockTimeout = timeout == 0 ? 0 : timeout - Math.Min(500, timeout / 10);
        var closed = given.Contains(ClosedClients, StringComparison.Ordinal) ? "" : $"-c {ClosedClients}=2000";
        return $"{ClientsThatVanish} {closed} {given} -c role={role} -c statement_timeout={timeout} "
            + $"-c lock_timeout={lockTimeout} "
            + "-c idle_in_transaction_session_timeout=60000";
    }
}
