namespace Helpdesk.Postgres.Tests;

public sealed class CatalogCheckTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task The_migrated_schema_has_no_fault() => (await Faults()).ShouldBeEmpty();

    [Fact]
    public async Task What_is_allowed_to_run_with_the_owners_rights_exists()
    {
        foreach (var allowed in CatalogCheck.WithOwnersRights.Keys)
        {
            var signature = allowed["function ".Length..];
            (await postgres.Ask($"select to_regprocedure('{signature}') is not null")).ShouldBe(true, allowed);
        }
    }

    /// <summary>Each planted fault is found, and by its own words: else the test above could not fail.</summary>
    [Theory]
    [InlineData("create table planted (tenant_id uuid not null)",
        "table planted: helpdesk_worker cannot erase a tenant from it", "table planted: row-level security is not enabled",
        "table planted: row-level security is not forced")]
    [InlineData("create table planted (tenant_id uuid not null); alter table planted enable row level security",
        "table planted: helpdesk_worker cannot erase a tenant from it", "table planted: row-level security is not forced")]
    [InlineData("create table planted (tenant_id uuid not null); alter table planted enable row level security; alter table planted "
        + "force row level security; grant select on planted to helpdesk_app",
        "table planted: helpdesk_worker cannot erase a tenant from it",
        "table planted: open to helpdesk_app without a policy on helpdesk.tenants")]
    [InlineData("create table planted (tenant_id uuid not null); alter table planted enable row level security; alter table planted "
        + "force row level security; create policy p on planted using (true)",
        "table planted: helpdesk_worker cannot erase a tenant from it", "table planted: policy p lets helpdesk_app see every tenant")]
    [InlineData("create table planted (tenant_id uuid); call tenant_table('planted')",
        "table planted: tenant_id may be null")]
    [InlineData("create table planted (tenant_id uuid not null, email text unique); call tenant_table('planted')",
        "index planted_email_key: unique, but does not begin with tenant_id")]
    [InlineData("create table planted (tenant_id uuid not null); call tenant_table('planted', erased => false)",
        "table planted: helpdesk_worker cannot erase a tenant from it")]
    [InlineData("create table planted (tenant_id uuid not null); call tenant_table('planted');"
        + "revoke select (tenant_id) on planted from helpdesk_worker",
        "table planted: helpdesk_worker cannot erase a tenant from it")]
    [InlineData("create table planted (tenant_id uuid not null); call tenant_table('planted'); drop policy planted_worker on planted",
        "table planted: helpdesk_worker cannot erase a tenant from it")]
    [InlineData("create table planted (host text primary key, whose uuid references tenant (id))",
        "table planted: helpdesk_worker cannot erase a tenant from it")]
    [InlineData("create table other.planted (tenant_id uuid not null); call tenant_table('other.planted')",
        "table other.planted: stays when its tenant is erased")]
    [InlineData("create table other.planted (whose uuid references tenant (id))",
        "table other.planted: points to tenant, but stays when its tenant is erased")]
    [InlineData("create table planted (tenant_id uuid not null) partition by hash (tenant_id); call tenant_table('planted');"
        + "create table planted_0 partition of planted for values with (modulus 1, remainder 0)",
        "table planted_0: row-level security is not enabled", "table planted_0: row-level security is not forced")]
    [InlineData("create view planted as select 1 as n; grant select on planted to helpdesk_app",
        "view planted: runs with its owner's rights (security_invoker is off) and is open to helpdesk_app")]
    [InlineData("create materialized view planted as select 1 as n; grant select on planted to helpdesk_worker",
        "materialized view planted: knows no row-level security and is open to helpdesk_worker")]
    [InlineData("create function planted() returns int language sql security definer as 'select 1'; grant execute on function planted "
        + "to helpdesk_app",
        "function planted(): security definer and open to helpdesk_app")]
    [InlineData("create table planted (n int); alter table planted owner to helpdesk_app", "role helpdesk_app: may truncate planted",
        "role helpdesk_app: owns planted")]
    [InlineData("grant create on schema public to helpdesk_worker", "role helpdesk_worker: may create objects in schema public")]
    public async Task A_planted_fault_is_found(string sql, params string[] faults)
    {
        await using var connection = await postgres.Superuser.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var plant = new Npgsql.NpgsqlCommand(
            "create schema other authorization helpdesk_owner; set local role helpdesk_owner; " + sql, connection);
        if (sql.Contains("owner to"))
            plant.CommandText = sql;
        await plant.ExecuteNonQueryAsync();

        (await CatalogCheck.FaultsAsync(connection)).ShouldBe(faults);
    }

    [Fact]
    public async Task A_table_with_the_wall_between_tenants_has_no_fault()
    {
        await using var connection = await postgres.Superuser.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var make = new Npgsql.NpgsqlCommand("""
            set local role helpdesk_owner;
            create table thing (tenant_id uuid not null, id uuid not null, primary key (tenant_id, id));
            call tenant_table('thing');
            grant select, insert on thing to helpdesk_app
            """, connection);
        await make.ExecuteNonQueryAsync();

        (await CatalogCheck.FaultsAsync(connection)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Neither_role_of_the_product_can_bypass_or_own_anything()
    {
        foreach (var source in (Npgsql.NpgsqlDataSource[])[postgres.Database.App, postgres.Database.Worker])
        {
            await using var create = source.CreateCommand("create table mine (n int)");
            (await Should.ThrowAsync<Npgsql.PostgresException>(create.ExecuteNonQueryAsync())).SqlState.ShouldBe("42501");
            await using var become = source.CreateCommand("set role helpdesk_owner");
            (await Should.ThrowAsync<Npgsql.PostgresException>(become.ExecuteNonQueryAsync())).SqlState.ShouldBe("42501");
            await using var off = source.CreateCommand("alter role helpdesk_app bypassrls");
            (await Should.ThrowAsync<Npgsql.PostgresException>(off.ExecuteNonQueryAsync())).SqlState.ShouldBe("42501");
        }
    }

    private Task<IReadOnlyList<string>> Faults() => CatalogCheck.FaultsAsync(postgres.Database.Owner);
}
