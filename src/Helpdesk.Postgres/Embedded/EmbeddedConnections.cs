namespace Helpdesk.Postgres.Embedded;

/// <summary>How to reach a private server: its socket and the secret from which each role's password follows.</summary>
public sealed class EmbeddedConnections(string socketDirectory, string secret)
{
    public string SocketDirectory => socketDirectory;

    public DatabaseConnections For(string database) => new(
        Application: To(database, DatabaseRoles.Application),
        Worker: To(database, DatabaseRoles.Worker),
        Owner: To(database, DatabaseRoles.Owner));

    /// <summary>For making databases and roles; nothing else signs in as superuser.</summary>
    public string Superuser(string database = "postgres") => To(database, Cluster.Superuser);

    /// <summary>One secret on disk, yet no role's password tells another's.</summary>
    internal static string PasswordOf(string role, string secret) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(role)));

    internal string PasswordOf(string role) => PasswordOf(role, secret);

    private string To(string database, string role) => new NpgsqlConnectionStringBuilder
    {
        Host = socketDirectory,
        Database = database,
        Username = role,
        Password = PasswordOf(role),
    }.ConnectionString;
}
