namespace Helpdesk.Postgres.Sql;

/// <summary>
/// The three roles of PostgreSQL, made by <c>deploy/database-roles.sql</c>. None is superuser, none bypasses row-level security.
/// </summary>
public static class DatabaseRoles
{
    /// <summary>Serves requests: sees the rows of the tenants set for the transaction and owns nothing.</summary>
    public const string Application = "helpdesk_app";

    /// <summary>Feed readers and sweepers: sees all tenants where a policy says so, and owns nothing.</summary>
    public const string Worker = "helpdesk_worker";

    /// <summary>Owns tables and migrates them; serves nobody.</summary>
    public const string Owner = "helpdesk_owner";
}
