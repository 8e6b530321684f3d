namespace Helpdesk.Postgres.Migrations;

/// <summary>
/// The tables in which a database keeps what was done to it: each migration, and each function with the text that it has now.
/// Made by the migrator itself: they are there before the first migration.
/// Every role may read them, so that a host without the owner's password can refuse to serve an old schema.
/// </summary>
internal static class MigrationLog
{
    public const string Exists = "select to_regclass('public.schema_migration') is not null";

    public const string FunctionsExist = "select to_regclass('public.schema_function') is not null";

    public const string Create = """
        create table if not exists public.schema_migration (
            number     integer primary key,
            name       text not null,
            checksum   text not null,
            applied_at timestamptz not null default clock_timestamp()
        );
        create table if not exists public.schema_function (
            name       text primary key,
            checksum   text not null,
            applied_at timestamptz not null default clock_timestamp()
        );
        grant select on public.schema_migration, public.schema_function to helpdesk_app, helpdesk_worker
        """;

    public const string Select = "select number, name, checksum, applied_at from public.schema_migration order by number";

    public const string SelectFunctions = "select name, checksum, applied_at from public.schema_function order by name";

    public static (string Sql, object[] Values) Record(Migration migration) =>
        ("insert into public.schema_migration (number, name, checksum) values ($1, $2, $3)", [
            migration.Number, migration.Name, migration.Checksum]);

    public static (string Sql, object[] Values) Forget(Migration migration) =>
        ("delete from public.schema_migration where number = $1", [migration.Number]);

    public static (string Sql, object[] Values) Record(FunctionScript function) => (
        """
        insert into public.schema_function (name, checksum) values ($1, $2)
        on conflict (name) do update set checksum = excluded.checksum, applied_at = excluded.applied_at
        """, [function.Name, function.Checksum]);

    public static (string Sql, object[] Values) Forget(FunctionScript function) =>
        ("delete from public.schema_function where name = $1", [function.Name]);
}
