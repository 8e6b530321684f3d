namespace Helpdesk.Postgres.Embedded;

/// <summary>The roles of a private server, from the same file that an operator runs on a server of their own.</summary>
internal static class EmbeddedRoles
{
    public static void Ensure(EmbeddedConnections connections)
    {
        using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(connections.Superuser()) { Pooling = false }.ConnectionString);
        using var connection = source.OpenConnection();
        if (HasAll(connection))
            return;

        using var create = new NpgsqlCommand(Resources.Text("database-roles.sql"), connection);
        create.ExecuteNonQuery();
        foreach (var role in (string[])[DatabaseRoles.Application, DatabaseRoles.Worker, DatabaseRoles.Owner])
        {
            // The password is hexadecimal and the role a constant: nothing to escape. ALTER ROLE takes no parameters.
            using var password = new NpgsqlCommand($"alter role {role} login password '{connections.PasswordOf(role)}'", connection);
            password.ExecuteNonQuery();
        }
    }

    private static bool HasAll(NpgsqlConnection connection)
    {
        using var count = new NpgsqlCommand(
            "select count(*) from pg_authid where rolname in ('helpdesk_app', 'helpdesk_worker', 'helpdesk_owner') and rolpassword is "
                + "not null", connection);
        return (long)count.ExecuteScalar()! == 3;
    }
}
