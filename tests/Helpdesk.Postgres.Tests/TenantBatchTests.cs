using Helpdesk.Domain.Tenants;
using Helpdesk.Testing;
using Npgsql;

namespace Helpdesk.Postgres.Tests;

public sealed class TenantBatchTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    private readonly TenantId mine = Some.Tenant();
    private readonly TenantId other = Some.Tenant();

    [Fact]
    public async Task Statements_see_the_rows_of_their_tenant_and_no_others()
    {
        (await Count(postgres.Database.ForTenant(mine))).ShouldBe(1);
        (await Count(postgres.Database.ForTenant(Some.Tenant()))).ShouldBe(0);
    }

    [Fact]
    public async Task Several_tenants_are_seen_together()
    {
        (await Count(postgres.Database.ForTenants([mine, other]))).ShouldBe(2);
        (await Count(postgres.Database.ForTenants([]))).ShouldBe(0);
    }

    [Fact]
    public async Task The_worker_sees_all_tenants() =>
        (await Count(postgres.Database.ForWorker())).ShouldBeGreaterThanOrEqualTo(2);

    public async Task InitializeAsync()
    {
        await using var arrange = postgres.Superuser.CreateCommand("""
            create table if not exists thing (tenant_id uuid not null);
            alter table thing enable row level security;
            alter table thing force row level security;
            drop policy if exists app on thing;
            drop policy if exists worker on thing;
            create policy app on thing to helpdesk_app using (tenant_id = any (nullif(current_setting('helpdesk.tenants', true), '')::uuid[]));
            create policy worker on thing to helpdesk_worker using (true);
            grant select, insert on thing to helpdesk_app, helpdesk_worker;
            """);
        await arrange.ExecuteNonQueryAsync();
        foreach (var tenant in (TenantId[])[mine, other])
        {
            await using var insert = postgres.Database.ForTenant(tenant);
            insert.Add("insert into thing (tenant_id) values ($1)").With(tenant.Value);
            (await insert.ExecuteAsync(default)).ShouldBe(1);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private static async Task<long> Count(TenantBatch batch)
    {
        await using (batch)
        {
            batch.Add("select count(*) from thing");
            await using var reader = await batch.ReadAsync(default);
            await reader.ReadAsync();
            return reader.GetInt64(0);
        }
    }
}
