namespace Helpdesk.Postgres.Migrations;

/// <summary>
/// The table in which a database keeps what was done to it. Made by the migrator itself: it is there before the first migration.
/// Every role may read it, so that a host without the owner's password can refuse to serve an old schema.
/// </summary>
internal static class MigrationLog
{
    public const string Exists = "select to_regclass('public.schema_migration') is not null";

    public const string Create = """
        create table if not exists public.schema_migration (
            number     integer primary key,
            name       text not null,
            checksum   text not null,
            applied_at timestamptz not null default clock_timestamp()
        );
        grant select on public.schema_migration to helpdesk_app, helpdesk_worker
        """;

    public const string Select = "select number, name, checksum, applied_at from public.schema_migration order by number";

    public static (string Sql, object[] Values) Record(Migration migration) =>
        ("insert into public.schema_migration (number, name, checksum) values ($1, $2, $3)", [migration.Number, migration.Name, migration.Checksum]);

    public static (string Sql, object[] Values) Forget(Migration migration) =>
        ("delete from public.schema_migration where number = $1", [migration.Number]);
}
