namespace Helpdesk.Postgres.Tests.Tenants;

public sealed class ErasureTests(PeopleFixture record) : IClassFixture<PeopleFixture>
{
    private readonly TenantId tenant = Some.Tenant();
    private readonly ITenantStore tenants = record.Postgres.Port<ITenantStore>();

    [Fact]
    public async Task Everything_of_a_deleted_tenant_goes_and_nothing_of_others()
    {
        var neighbour = Some.Tenant();
        await record.Member(neighbour, Role.Admin);
        await Delete(SystemClock.Instance.GetCurrentInstant() - Duration.FromMinutes(1));
        await record.SignIn(await record.Member(tenant, Role.Admin));
        await record.ServiceStaff(tenant);

        await tenants.Erase(tenant, default);
        await tenants.Erase(tenant, default);

        (await Left(tenant)).ShouldBe(["event 2"]);
        (await record.Kinds(tenant, tenant.Value)).ShouldBe(["tenant.created", "tenant.deleted"]);
        (await tenants.Load(tenant, tenant.Value, default))!.Slug.ShouldStartWith("town-");
        (await record.Column($"select count(*) from membership where tenant_id = '{neighbour}'")).ShouldBe(["1"]);
    }

    [Fact]
    public async Task Before_the_grace_is_over_the_record_refuses_it()
    {
        await Delete(SystemClock.Instance.GetCurrentInstant() + Duration.FromDays(1));
        await record.Member(tenant);

        await Should.ThrowAsync<PostgresException>(tenants.Erase(tenant, default));

        (await record.Column($"select count(*) from membership where tenant_id = '{tenant}'")).ShouldBe(["1"]);
    }

    [Fact]
    public async Task The_history_of_a_living_tenant_cannot_be_deleted_by_any_role_of_the_product()
    {
        await record.Member(tenant);

        foreach (var source in new[] { record.Postgres.Database.Worker, record.Postgres.Database.App })
        {
            await using var command = source.CreateCommand($"delete from event where tenant_id = '{tenant}'");
            (await Should.ThrowAsync<PostgresException>(command.ExecuteNonQueryAsync())).SqlState.ShouldBe("42501");
        }
    }

    [Fact]
    public async Task Every_table_with_a_tenant_can_be_erased() => (await record.Column("""
        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
        where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relname <> 'audit_link' -- hashes only: they prove what was erased
          and not (has_table_privilege('helpdesk_worker', c.oid, 'delete') and has_column_privilege('helpdesk_worker', c.oid, a.attnum, 'select')
              and exists (select from pg_policy p where p.polrelid = c.oid and 'helpdesk_worker'::regrole = any (p.polroles)))
        """)).ShouldBeEmpty();

    private async Task Delete(Instant eraseAt)
    {
        var created = new Recorded<TenantEvent>(
            1, Some.Moment(), null, new TenantEvent.Created($"town-{Some.Number()}", "Town", "TOWN", new()));
        var deleted = new Recorded<TenantEvent>(2, Some.Moment(), null, new TenantEvent.Deleted(eraseAt));
        var state = Tenant.Apply(Tenant.Apply(null, created), deleted);
        (await tenants.Append(new(tenant, tenant.Value, null, state, [created, deleted], new(Guid.CreateVersion7(), ""), "test"), default))
            .ShouldBeOfType<AppendOutcome.Done>();
    }

    private async Task<IReadOnlyList<string>> Left(TenantId of)
    {
        var left = new List<string>();
        foreach (var table in await record.Column("""
            select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
            where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1
            """))
        {
            var count = (await record.Column($"select count(*) from {table} where tenant_id = '{of}'")).Single();
            if (count != "0")
                left.Add($"{table} {count}");
        }

        return left;
    }
}
