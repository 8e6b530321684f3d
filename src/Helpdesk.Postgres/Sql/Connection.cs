namespace Helpdesk.Postgres.Sql;

/// <summary>The settings that every connection has in common.</summary>
internal static class Connection
{
    public static NpgsqlDataSource Source(string connectionString, string role, int poolSize, DatabaseOptions options)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = "helpdesk " + role["helpdesk_".Length..],
            MaxPoolSize = poolSize,
            MinPoolSize = 0,
            Timeout = (int)options.ConnectTimeout.TotalSeconds,
            CommandTimeout = (int)options.CommandTimeout.TotalSeconds,
            // After a timeout the server is asked to cancel and gets this long to say so; else the connection is closed. Milliseconds.
            CancellationTimeout = 1000,
            MaxAutoPrepare = options.PreparedStatements,
            AutoPrepareMinUsages = 2,
            // Nothing is set for longer than a transaction (tests hold that), so there is nothing to reset: six statements less a use.
            NoResetOnClose = role != DatabaseRoles.Owner,
            Options = StartupOptions(connectionString, role, options),
        };
        return new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
    }

    /// <summary>
    /// The role that a login stands in for, and the server's own limit on a statement, from the first moment of a session.
    /// </summary>
    private static string StartupOptions(string connectionString, string role, DatabaseOptions options)
    {
        var given = new NpgsqlConnectionStringBuilder(connectionString).Options;
        var timeout = role == DatabaseRoles.Owner ? 0 : (long)options.CommandTimeout.TotalMilliseconds;
        return $"{given} -c role={role} -c statement_timeout={timeout} -c idle_in_transaction_session_timeout=60000".Trim();
    }
}
