namespace Helpdesk.Postgres.Migrations;

/// <summary>What a <see cref="Migrator"/> did to a database, in the order in which it did it.</summary>
public sealed record MigrationChanges(IReadOnlyList<Migration> Migrations, IReadOnlyList<FunctionScript> Functions)
{
    public bool IsNothing => Migrations.Count + Functions.Count == 0;
}
