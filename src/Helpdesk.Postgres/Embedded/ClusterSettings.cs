namespace Helpdesk.Postgres.Embedded;

/// <summary>
/// What stands in the <c>postgresql.conf</c> of a private server. Written anew at every start: the file is ours, not the operator's.
/// </summary>
/// <param name="Durable">
/// <c>true</c>: a commit is on disk before it is acknowledged. <c>false</c>: for tests, whose data may be lost with the machine.
/// </param>
/// <param name="MaxConnections">Must exceed the sum of all pools by the few that superusers and tools need.</param>
public sealed record ClusterSettings(bool Durable, int MaxConnections)
{
    public static readonly ClusterSettings Product = new(Durable: true, MaxConnections: 100);
    public static readonly ClusterSettings Tests = new(Durable: false, MaxConnections: 300);

    /// <summary>With room for these many connections and the few of owner, tools and superusers.</summary>
    public ClusterSettings ForPools(int connections) => this with { MaxConnections = Math.Max(MaxConnections, connections + 20) };

    internal string ToConfiguration(string socketDirectory)
    {
        var text = new StringBuilder("# Written by Helpdesk at every start; changes are lost.\n");
        Add("listen_addresses", "");
        Add("unix_socket_directories", socketDirectory);
        Add("unix_socket_permissions", "0700");
        Add("max_connections", MaxConnections);
        Add("password_encryption", "scram-sha-256");
        Add("shared_buffers", "128MB");
        Add("max_wal_size", "2GB");
        Add("random_page_cost", "1.1");
        Add("jit", "off");
        Add("timezone", "UTC");
        Add("log_timezone", "UTC");
        Add("lc_messages", "C");
        Add("logging_collector", "on");
        Add("log_directory", "log");
        Add("log_filename", "postgresql-%a.log");
        Add("log_truncate_on_rotation", "on");
        Add("log_rotation_age", "1d");
        foreach (var setting in (string[])["fsync", "synchronous_commit", "full_page_writes"])
            Add(setting, Durable ? "on" : "off");
        return text.ToString();

        void Add(string name, object value) => text.Append(name).Append(" = '").Append(value.ToString()!.Replace("'", "''")).Append("'\n");
    }
}
