namespace Helpdesk.Postgres.Sql;

/// <summary>A connection string for each role.</summary>
public sealed record DatabaseConnections(string Application, string Worker, string Owner);
