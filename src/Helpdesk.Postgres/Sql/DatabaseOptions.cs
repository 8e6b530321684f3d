namespace Helpdesk.Postgres.Sql;

/// <summary>
/// Which PostgreSQL, and how hard to use it. Section <c>Helpdesk:Database</c>; in the environment <c>Helpdesk__Database</c> and
/// <c>Helpdesk__Database__…</c>. With no connection string at all a private server is started.
/// </summary>
public sealed class DatabaseOptions
{
    public const string Section = "Helpdesk:Database";

    /// <summary>
    /// The value of the section itself: a connection string for a server that runs elsewhere. <c>null</c> (default) starts a private
    /// server. Standing alone, its login must be a member of all three roles of deploy/database-roles.sql, and each connection takes on the
    /// one that it needs. Safer is a login for each role, in <see cref="Worker"/> and <see cref="Owner"/> beside this one.
    /// </summary>
    public string? Application { get; set; }

    /// <summary>Connection string of feed readers and sweepers. Default: <see cref="Application"/>.</summary>
    public string? Worker { get; set; }

    /// <summary>Connection string for migrations. Default: <see cref="Application"/>. Hosts that never migrate need none.</summary>
    public string? Owner { get; set; }

    /// <summary>
    /// Folder of the private server; relative paths start at the repository, or at the content root of an installed program. Setting
    /// <c>Helpdesk:Data</c>; default <c>.data</c>.
    /// </summary>
    public string Data { get; set; } = ".data";

    /// <summary>
    /// Most connections of the application role at once, 1 to 1,000. Default 40. A request that finds none free waits for
    /// <see cref="ConnectTimeout"/>.
    /// </summary>
    public int ApplicationPool { get; set; } = 40;

    /// <summary>Most connections of the worker role at once, 1 to 1,000. Default 10.</summary>
    public int WorkerPool { get; set; } = 10;

    /// <summary>Most connections of the engine that runs the grains, 2 to 1,000: one is held while the process runs. Default 10.</summary>
    public int EnginePool { get; set; } = 10;

    /// <summary>To open a connection or to get one from the pool; whole seconds, 1 s to 1 min. Default 3 s.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// For one statement; whole seconds, 1 s to 10 min. Default 5 s. The server gives it up then, and says so. From a server that says
    /// nothing a process turns away two seconds later, and closes the connection.
    /// </summary>
    public TimeSpan CommandTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long nothing at all may come from a server that is asked every second before requests that need it are refused at once; they are
    /// served again as soon as it answers. Whole seconds, 1 s to 1 min. Default 3 s.
    /// </summary>
    public TimeSpan Silence { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Statements kept prepared per connection, 0 to 1,000. Default 100; 0 behind a pooler that cannot carry prepared statements.
    /// </summary>
    public int PreparedStatements { get; set; } = 100;

    /// <summary>
    /// Development only: accept a server that may lose acknowledged commits (<c>fsync</c> or <c>synchronous_commit</c> off), as tests use.
    /// Default <c>false</c>.
    /// </summary>
    public bool MayLoseCommits { get; set; }

    /// <summary>Migrate at start. Default: in Development only; elsewhere pending migrations refuse the start.</summary>
    public bool? MigrateAtStart { get; set; }
}
