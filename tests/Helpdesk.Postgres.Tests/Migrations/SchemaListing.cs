namespace Helpdesk.Postgres.Tests.Migrations;

internal static class SchemaListing
{
    /// <summary>Every column, index, constraint, policy, function, view, trigger and right, one line each.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(Database database)
    {
        await using var command = database.Owner.CreateCommand("""
            select 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' '
                || coalesce(column_default, '')
            from information_schema.columns where table_schema = 'public'
            union all select 'index ' || indexdef from pg_indexes where schemaname = 'public'
            union all select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
            from pg_constraint where connamespace = 'public'::regnamespace
            union all select 'policy ' || tablename || ' ' || policyname || ' ' || roles::text || ' ' || cmd || ' '
                || coalesce(qual, '') || ' ' || coalesce(with_check, '')
            from pg_policies
            union all select 'relation ' || relname || ' ' || relkind::text || ' '
                || relrowsecurity::text || relforcerowsecurity::text || ' ' || coalesce(relacl::text, '')
            from pg_class where relnamespace = 'public'::regnamespace and relkind <> 'i'
            union all select 'column rights ' || attrelid::regclass || '.' || attname || ' ' || attacl::text from pg_attribute
            where attacl is not null and attrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
            union all select 'function ' || oid::regprocedure || ' ' || md5(prosrc) || ' ' || coalesce(proacl::text, '') from pg_proc
            where pronamespace = 'public'::regnamespace and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')
            union all select 'trigger ' || tgrelid::regclass || ' ' || tgname from pg_trigger where not tgisinternal
            order by 1
            """);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(0));
        return lines;
    }
}
