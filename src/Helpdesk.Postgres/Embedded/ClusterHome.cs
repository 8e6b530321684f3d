namespace Helpdesk.Postgres.Embedded;

/// <summary>Where in a data directory the cluster lies.</summary>
internal static class ClusterHome
{
    /// <summary>For clusters whose data directory the server's account may not enter.</summary>
    private const string Shared = "/var/lib/helpdesk";

    /// <summary>
    /// <c>{data}/postgres</c>. Started as root below a folder that is closed to others (such as /root), the server's account could not get
    /// there: then a folder under /var/lib/helpdesk, whose path stands in <c>{data}/postgres-home</c>.
    /// </summary>
    public static string In(string dataDirectory, ServerAccount account)
    {
        var usual = Path.Combine(dataDirectory, "postgres");
        if (account.CanReach(usual))
            return usual;

        var pointer = Path.Combine(dataDirectory, "postgres-home");
        if (File.Exists(pointer))
            return File.ReadAllText(pointer).Trim();

        var elsewhere = Path.Combine(Shared, Path.GetRandomFileName());
        Directory.CreateDirectory(Shared);
        SecretFile.Write(pointer, elsewhere);
        return elsewhere;
    }
}
