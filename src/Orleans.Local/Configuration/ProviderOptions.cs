using System.Data.Common;

namespace Orleans.Configuration;

/// <summary>Documents of grains in memory; nothing to set here.</summary>
public class MemoryGrainStorageOptions;

/// <summary>Documents of grains in a database.</summary>
public class AdoNetGrainStorageOptions
{
    /// <summary>The ADO.NET provider's name, <c>Npgsql</c> for PostgreSQL.</summary>
    public string Invariant { get; set; } = "System.Data.SqlClient";

    /// <summary>The database; the engine takes connections from it and never disposes it.</summary>
    public DbDataSource? DataSource { get; set; }

    /// <summary>Whether clearing removes the row instead of emptying it.</summary>
    public bool DeleteStateOnClear { get; set; }
}

/// <summary>Reminders in a database.</summary>
public class AdoNetReminderTableOptions
{
    /// <summary>The ADO.NET provider's name, <c>Npgsql</c> for PostgreSQL.</summary>
    public string Invariant { get; set; } = "System.Data.SqlClient";

    public DbDataSource? DataSource { get; set; }
}

/// <summary>The database that says which processes serve. Here exactly one may: it holds a lock as long as it runs.</summary>
public class AdoNetClusteringSiloOptions
{
    /// <summary>The ADO.NET provider's name, <c>Npgsql</c> for PostgreSQL.</summary>
    public string Invariant { get; set; } = "System.Data.SqlClient";

    public DbDataSource? DataSource { get; set; }
}
