namespace Helpdesk.Postgres;

/// <summary>
/// What a server that we did not start must hold: an acknowledged commit is on disk, its version is one we know, and the roles are weak
/// enough for the second wall between tenants. Looked at once, when the host starts.
/// </summary>
internal static class ServerPromises
{
    private const string Ask = """
        select current_setting('server_version_num')::int, current_setting('fsync'), current_setting('synchronous_commit'),
               current_user::text, rolsuper or rolbypassrls
        from pg_roles where rolname = current_user
        """;

    public static async Task RequireAsync(DatabaseConnections connections, DatabaseOptions options, CancellationToken cancellation)
    {
        await RequireAsync(connections.Application, DatabaseRoles.Application, options, cancellation);
        await RequireAsync(connections.Worker, DatabaseRoles.Worker, options, cancellation);
    }

    private static async Task RequireAsync(string connectionString, string role, DatabaseOptions options, CancellationToken cancellation)
    {
        await using var source = Connection.Source(connectionString, role, poolSize: 1, options);
        try
        {
            await using var command = source.CreateCommand(Ask);
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            await reader.ReadAsync(cancellation);
            if (Fault(reader, options) is { } fault)
                throw new StartupRefusedException(fault);
        }
        catch (NpgsqlException failure)
        {
            throw new StartupRefusedException(
                $"The database cannot be used as {role}: {failure.InnerException?.Message ?? failure.Message}", failure);
        }
    }

    private static string? Fault(NpgsqlDataReader answer, DatabaseOptions options)
    {
        var (version, fsync, synchronous) = (answer.GetInt32(0), answer.GetString(1), answer.GetString(2));
        if (version < Embedded.PostgresBinaries.OldestMajor * 10000)
            return $"PostgreSQL {version / 10000} is too old: {Embedded.PostgresBinaries.OldestMajor} or newer is needed.";
        if (answer.GetBoolean(4))
            return $"The role {answer.GetString(3)} is superuser or bypasses row-level security. Run deploy/database-roles.sql.";
        if (options.MayLoseCommits)
            return null;
        if (fsync != "on")
            return $"The database has fsync = {fsync}: what it acknowledges may be lost. Set fsync = on.";
        return synchronous is "on" or "remote_apply"
            ? null
            : $"The database has synchronous_commit = {synchronous}: what it acknowledges may be lost. Set synchronous_commit = on.";
    }
}
