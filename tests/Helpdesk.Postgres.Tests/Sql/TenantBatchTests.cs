using System.Diagnostics;

namespace Helpdesk.Postgres.Tests.Sql;

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

    [Fact]
    public async Task Another_tenants_row_cannot_be_written()
    {
        await using var batch = postgres.Database.ForTenant(mine);
        batch.Add("insert into thing (tenant_id) values ($1)").With(other.Value);

        (await Should.ThrowAsync<PostgresException>(batch.ExecuteAsync(default))).SqlState.ShouldBe(
            PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task A_connection_shows_no_row_without_a_tenant_neither_fresh_nor_reused()
    {
        await using var alone = new Database(postgres.Connections, new DatabaseOptions { ApplicationPool = 1 });
        var (fresh, rows) = await LookWithoutTenant(alone);
        rows.ShouldBe(0);

        foreach (var _ in Enumerable.Range(0, 5))
        {
            // Often enough that both statements are prepared ones.
            (await Count(alone.ForTenant(mine))).ShouldBe(1);
            (await LookWithoutTenant(alone)).ShouldBe((fresh, 0L));
        }
    }

    [Fact]
    public async Task A_connection_shows_no_row_after_a_batch_that_failed()
    {
        await using var alone = new Database(postgres.Connections, new DatabaseOptions { ApplicationPool = 1 });
        await using (var failing = alone.ForTenant(mine))
        {
            failing.Add("select 1 / 0");
            await Should.ThrowAsync<PostgresException>(failing.ExecuteAsync(default));
        }

        (await LookWithoutTenant(alone)).Rows.ShouldBe(0);
    }

    [Fact]
    public async Task A_batch_is_one_transaction()
    {
        await using (var failing = postgres.Database.ForTenant(mine))
        {
            failing.Add("insert into thing (tenant_id) values ($1)").With(mine.Value);
            failing.Add("select 1 / 0");
            await Should.ThrowAsync<PostgresException>(failing.ExecuteAsync(default));
        }
        (await Count(postgres.Database.ForTenant(mine))).ShouldBe(1);

        await using var batch = postgres.Database.ForTenant(mine);
        batch.Add("select pg_current_xact_id()::text");
        batch.Add("select pg_current_xact_id()::text");
        await using var reader = await batch.ReadAsync(default);
        await reader.ReadAsync();
        var first = reader.GetString(0);
        await reader.NextResultAsync();
        await reader.ReadAsync();
        reader.GetString(0).ShouldBe(first);
    }

    [Fact]
    public async Task A_batch_is_one_round_trip()
    {
        await using var database = new Database(postgres.Connections, TestDatabases.Options);
        await Count(database.ForTenant(mine));
        var sent = 0;
        using var test = new System.Diagnostics.Activity("test").Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            // Other tests run beside this one.
            ActivityStarted = activity => sent += activity.TraceId == test.TraceId ? 1 : 0,
        };
        ActivitySource.AddActivityListener(listener);

        await Count(database.ForTenant(mine));

        sent.ShouldBe(1);
    }

    [Fact]
    public async Task Values_arrive_as_they_were_given()
    {
        var moment = Instant.FromUtc(2026, 3, 29, 1, 0) + Duration.FromTicks(10);
        await using var batch = postgres.Database.ForTenant(mine);
        batch.Add("select $1::uuid, $2::text, $3::timestamptz, $4::timestamptz, $5::jsonb, $6::int, $7::text[], $8::int")
            .With(mine.Value).With("text").With(moment).With((Instant?)null).WithJson("{\"a\":1}").With(7).With<string[]>(["a", "b"])
                .With((int?)null);
        batch.Add("select $1::text, $2::jsonb").With((string?)null).WithJson((string?)null);

        await using var reader = await batch.ReadAsync(default);
        await reader.ReadAsync();
        reader.GetGuid(0).ShouldBe(mine.Value);
        reader.GetString(1).ShouldBe("text");
        reader.GetInstant(2).ShouldBe(moment);
        reader.GetInstantOrNull(3).ShouldBeNull();
        reader.GetString(4).ShouldBe("{\"a\": 1}");
        reader.GetInt32(5).ShouldBe(7);
        reader.GetFieldValue<string[]>(6).ShouldBe(["a", "b"]);
        reader.IsDBNull(7).ShouldBeTrue();
        await reader.NextResultAsync();
        await reader.ReadAsync();
        reader.GetStringOrNull(0).ShouldBeNull();
        reader.IsDBNull(1).ShouldBeTrue();
    }

    public async Task InitializeAsync()
    {
        await postgres.Run("""
            create table if not exists thing (tenant_id uuid not null);
            alter table thing enable row level security;
            alter table thing force row level security;
            drop policy if exists app on thing;
            drop policy if exists worker on thing;
            create policy app on thing to helpdesk_app using (tenant_id = any (nullif(current_setting('helpdesk.tenants', true), '')::uuid[]));
            create policy worker on thing to helpdesk_worker using (true);
            grant select, insert on thing to helpdesk_app, helpdesk_worker;
            """);
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

    private static async Task<(int Session, long Rows)> LookWithoutTenant(Database database)
    {
        await using var look = database.App.CreateCommand(
            "select pg_backend_pid(), (select count(*) from thing), coalesce(current_setting('helpdesk.tenants', true), '')");
        await using var reader = await look.ExecuteReaderAsync();
        await reader.ReadAsync();
        reader.GetString(2).ShouldBe("");
        return (reader.GetInt32(0), reader.GetInt64(1));
    }
}
