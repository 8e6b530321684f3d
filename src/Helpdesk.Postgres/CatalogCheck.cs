namespace Helpdesk.Postgres;

/// <summary>
/// Asks PostgreSQL's own catalog whether the second wall between tenants stands: what a forgotten line in a migration would open;
/// and whether a tenant that is erased is erased everywhere. Run by the tests on every schema and by <c>db verify</c> on a database in use.
/// </summary>
public static class CatalogCheck
{
    /// <summary>
    /// What deliberately runs with the owner's rights and is open to the application, with the reason. Each applies the tenants of the
    /// transaction itself; add nothing here without a test that shows that it does.
    /// </summary>
    public static IReadOnlyDictionary<string, string> WithOwnersRights { get; } = new Dictionary<string, string>
    {
        ["function search_tickets(uuid,text,boolean)"] = "Text search under the policies would read every row of a tenant.",
        ["function search_texts(uuid,text[],boolean,uuid,boolean)"] = "Text search under the policies would read every row of a tenant.",
        ["function search_known(uuid,text[],boolean,uuid,boolean)"] = "The same; and it answers words that were asked for only.",
        ["function search_words(uuid,text,boolean,uuid,boolean)"] = "The same; and it answers words of texts that the reader finds only.",
    };

    /// <summary>Each fault: what, and in the singular. All of them are looked for in one go.</summary>
    private const string Faults = """
        with mine as (
            select oid from pg_namespace where nspname not like 'pg\_%' and nspname <> 'information_schema'
        ), served as (
            select oid, rolname from pg_roles where rolname in ('helpdesk_app', 'helpdesk_worker')
        ), tenant_table as (
            select c.oid, c.oid::regclass::text as name, c.relrowsecurity, c.relforcerowsecurity, c.relispartition
            from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
            where c.relkind in ('r', 'p') and c.relnamespace in (select oid from mine)
        ), erased as (
            select place, key from tables_to_erase()
        )
        select 'table ' || name || ': row-level security is not enabled' from tenant_table where not relrowsecurity
        union all
        select 'table ' || name || ': row-level security is not forced' from tenant_table where not relforcerowsecurity
        union all
        select 'table ' || name || ': open to helpdesk_app without a policy on helpdesk.tenants' from tenant_table t
        where has_table_privilege('helpdesk_app', t.oid, 'select, insert, update, delete')
          and not exists (
            select from pg_policy p where p.polrelid = t.oid
            and (select oid from served where rolname = 'helpdesk_app') = any (p.polroles)
            and coalesce(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) like '%helpdesk.tenants%')
        union all
        select 'table ' || t.name || ': policy ' || p.polname || ' lets helpdesk_app see every tenant' from tenant_table t
            join pg_policy p on p.polrelid = t.oid
        where (0 = any (p.polroles) or (select oid from served where rolname = 'helpdesk_app') = any (p.polroles))
          and p.polpermissive
          and coalesce(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) not like '%helpdesk.tenants%'
        union all
        select 'table ' || t.name || ': tenant_id may be null' from tenant_table t join pg_attribute a on a.attrelid = t.oid
            and a.attname = 'tenant_id'
        where not a.attnotnull
        union all
        select 'index ' || i.indexrelid::regclass || ': unique, but does not begin with tenant_id' from tenant_table t
        join pg_index i on i.indrelid = t.oid
        left join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
        where i.indisunique and a.attname is distinct from 'tenant_id'
        union all
        select 'table ' || t.name || ': stays when its tenant is erased' from tenant_table t
        where t.name <> 'audit_link' -- hashes, which prove what was erased
          and not t.relispartition and t.oid not in (select place from erased)
        union all
        select distinct 'table ' || f.conrelid::regclass || ': points to tenant, but stays when its tenant is erased'
        from pg_constraint f join pg_class c on c.oid = f.conrelid
        where f.contype = 'f' and f.confrelid = 'tenant'::regclass and not c.relispartition and f.conrelid not in (select place from erased)
          and f.conrelid not in (select oid from tenant_table)
        union all
        select 'table ' || place || ': helpdesk_worker cannot erase a tenant from it' from erased
        where not has_table_privilege('helpdesk_worker', place, 'delete')
          or not has_column_privilege('helpdesk_worker', place, key, 'select')
          or not exists (
            select from pg_policy p where p.polrelid = place and p.polcmd = '*' and pg_get_expr(p.polqual, p.polrelid) = 'true'
            and (select oid from served where rolname = 'helpdesk_worker') = any (p.polroles))
        union all
        select 'view ' || c.oid::regclass || ': runs with its owner''s rights (security_invoker is off) and is open to ' || s.rolname
        from pg_class c cross join served s
        where c.relkind = 'v' and c.relnamespace in (select oid from mine)
          and has_table_privilege(s.oid, c.oid, 'select')
          and not coalesce('security_invoker=true' = any (c.reloptions) or 'security_invoker=on' = any (c.reloptions), false)
        union all
        select 'materialized view ' || c.oid::regclass || ': knows no row-level security and is open to ' || s.rolname
        from pg_class c cross join served s
        where c.relkind = 'm' and c.relnamespace in (select oid from mine) and has_table_privilege(s.oid, c.oid, 'select')
        union all
        select 'function ' || f.oid::regprocedure || ': security definer and open to ' || s.rolname
        from pg_proc f cross join served s
        where f.prosecdef and f.pronamespace in (select oid from mine) and has_function_privilege(s.oid, f.oid, 'execute')
        union all
        select 'role ' || rolname || ': is superuser or bypasses row-level security' from pg_roles
        where rolname in ('helpdesk_owner', 'helpdesk_app', 'helpdesk_worker') and (rolsuper or rolbypassrls)
        union all
        select 'role ' || s.rolname || ': is a member of ' || m.roleid::regrole from served s join pg_auth_members m on m.member = s.oid
        union all
        select 'role ' || s.rolname || ': owns ' || c.oid::regclass from served s join pg_class c on c.relowner = s.oid
        union all
        select 'role ' || s.rolname || ': owns function ' || f.oid::regprocedure from served s join pg_proc f on f.proowner = s.oid
        union all
        select 'role ' || s.rolname || ': may create objects in schema ' || n.nspname from served s cross join pg_namespace n
        where n.oid in (select oid from mine) and has_schema_privilege(s.oid, n.oid, 'create')
        union all
        select 'role ' || s.rolname || ': may truncate ' || c.oid::regclass from served s cross join pg_class c
        where c.relkind in ('r', 'p') and c.relnamespace in (select oid from mine) and has_table_privilege(s.oid, c.oid, 'truncate')
        order by 1
        """;

    /// <summary>Sorted; empty when all is well.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(NpgsqlDataSource source, CancellationToken cancellation = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await FaultsAsync(connection, cancellation);
    }

    /// <summary>Within the connection's own transaction, if it has one.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(NpgsqlConnection connection, CancellationToken cancellation = default)
    {
        await using var command = new NpgsqlCommand(Faults, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var faults = new List<string>();
        while (await reader.ReadAsync(cancellation))
            if (!WithOwnersRights.Keys.Any(allowed => reader.GetString(0).StartsWith(allowed + ":", StringComparison.Ordinal)))
                faults.Add(reader.GetString(0));
        return faults;
    }
}
