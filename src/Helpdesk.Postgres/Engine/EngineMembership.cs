namespace Helpdesk.Postgres.Engine;

public static class EngineMembership
{
    /// <summary>
    /// The newest generation of any silo that there ever was in a cluster; <c>null</c>: there was none, or the database does not answer,
    /// which the start finds out and says by itself. Asked for while the host is put together, before a connection is open and where
    /// nothing can be awaited.
    /// </summary>
    public static int? NewestGeneration(DatabaseOptions options, string cluster)
    {
        if (options.Application is not { } application)
            return null; // a private server: it forgets all silos when it starts
        try
        {
            using var source = Connection.Source(application, DatabaseRoles.Application, poolSize: 1, options);
            using var newest = source.CreateCommand("select max(generation) from orleans_membership where deployment_id = $1");
            newest.Parameters.Add(new NpgsqlParameter<string> { TypedValue = cluster });
            return newest.ExecuteScalar() as int?;
        }
        catch (NpgsqlException)
        {
            return null;
        }
    }

    /// <summary>
    /// Forgets which silos there were. For a private server that has just been started: whoever was a member when it went down cannot be
    /// one any more, and a silo that was killed left a row at a port that nobody listens on, for which the next one would wait.
    /// </summary>
    internal static async Task ForgetAsync(Database database, CancellationToken cancellation)
    {
        await using var forget = database.App.CreateCommand("delete from orleans_membership");
        await forget.ExecuteNonQueryAsync(cancellation);
    }
}
