using Helpdesk.Domain.Due;

namespace Helpdesk.Postgres.Tests.Due;

public sealed class DueStoreTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private readonly IDueStore store = postgres.Port<IDueStore>();
    private readonly Instant noon = Instant.FromUtc(2026, 11, 18, 12, 0);

    [Fact]
    public async Task Nothing_is_handed_out_early()
    {
        var stream = await Due(noon);

        (await Claim(noon - Duration.FromMilliseconds(1))).ShouldNotContain(due => due.Stream == stream);
        (await Claim(noon)).ShouldContain(due => due.Stream == stream && due.At == noon && due.Attempts == 1);
    }

    [Fact]
    public async Task What_is_worked_on_is_not_handed_out_again_until_its_lease_has_run_out()
    {
        var stream = await Due(noon);
        await Claim(noon);

        (await Claim(noon + Duration.FromSeconds(29))).ShouldNotContain(due => due.Stream == stream);
        (await Claim(noon + Duration.FromSeconds(31))).ShouldContain(due => due.Stream == stream && due.Attempts == 2 && due.At == noon);
    }

    [Fact]
    public async Task Who_fails_again_and_again_is_told_less_and_less_often()
    {
        var stream = await Due(noon);
        await Claim(noon);
        await Claim(noon + Duration.FromSeconds(31));

        (await Claim(noon + Duration.FromSeconds(31 + 59))).ShouldNotContain(due => due.Stream == stream);
        (await Claim(noon + Duration.FromSeconds(31 + 61))).ShouldContain(due => due.Stream == stream && due.Attempts == 3);
    }

    [Fact]
    public async Task Two_sweepers_of_one_shard_never_get_the_same_moment()
    {
        for (var i = 0; i < 60; i++)
            await Due(noon - Duration.FromHours(1));

        var both = await Task.WhenAll(Claim(noon), Claim(noon));

        both[0].Select(due => due.Stream).Intersect(both[1].Select(due => due.Stream)).ShouldBeEmpty();
        (both[0].Count + both[1].Count).ShouldBeGreaterThanOrEqualTo(60);
    }

    [Fact]
    public async Task What_is_parked_is_told_no_more_until_its_subject_moves_it()
    {
        var stream = await Due(noon);
        var claimed = (await Claim(noon)).Single(due => due.Stream == stream);
        await store.Park(claimed with { Attempts = 9 }, new(MishapReason.Failed, "Another attempt."), noon, default);
        await store.Park(claimed, new(MishapReason.Failed, "It fails."), noon, default);

        (await Claim(noon + Duration.FromDays(365))).ShouldNotContain(due => due.Stream == stream);
        var parked = (await postgres.Port<IParkedItems>().List(claimed.Tenant, null, 200, default)).Single(item => item.Subject == stream);
        (parked.Source, parked.Handler, parked.Kind, parked.Mishap.Detail, parked.NextAt)
            .ShouldBe((ParkedSource.Due, "ticket", "breach", "It fails.", null));
        parked.FirstAt.ShouldBe(noon);

        await Run("update due set due_at = now(), leased_until = null, attempts = 0 where stream_id = $1", stream);
        (await postgres.Port<IParkedItems>().List(claimed.Tenant, null, 200, default)).ShouldNotContain(item => item.Subject == stream);
    }

    [Fact]
    public async Task What_was_claimed_and_not_told_comes_later_as_if_it_had_not_been_claimed()
    {
        var stream = await Due(noon);
        var claimed = (await Claim(noon)).Where(due => due.Stream == stream).ToList();

        await store.Postpone(claimed, noon + Duration.FromSeconds(5), default);

        (await Claim(noon + Duration.FromSeconds(4))).ShouldNotContain(due => due.Stream == stream);
        (await Claim(noon + Duration.FromSeconds(6))).Single(due => due.Stream == stream).Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_of_a_deleted_tenant_is_handed_out_but_its_erasure_until_it_is_restored()
    {
        var tenant = Guid.NewGuid();
        await Ask($"""
            insert into tenant (id, slug, name, number_prefix, status, version, settings, state, created_at, updated_at)
            values ('{tenant}', 'town-{Some.Number()}', 'Town', 'TOWN', 'deleted', 1, '{"{}"}', '{"{}"}', now(), now())
            """);
        var (ticket, erasure) = (await Due(noon, tenant), await Due(noon, tenant, "tenant"));

        (await Claim(noon)).Where(due => due.Tenant.Value == tenant).Select(due => due.Stream).ShouldBe([erasure]);

        await Ask($"update tenant set status = 'active' where id = '{tenant}'");
        (await Claim(noon)).ShouldContain(due => due.Stream == ticket && due.Attempts == 1 && due.At == noon);
    }

    private Task Run(string sql, Guid stream) => postgres.Run(sql, stream);

    [Fact]
    public async Task Where_no_time_is_given_the_databases_own_decides_for_the_moment_and_for_the_lease()
    {
        var now = Instant.FromDateTimeUtc((DateTime)(await Ask("select now()"))!);
        var (over, ahead) = (await Due(now - Duration.FromSeconds(1)), await Due(now + Duration.FromMinutes(10)));

        var claimed = await Claim(null);

        claimed.ShouldContain(due => due.Stream == over);
        claimed.ShouldNotContain(due => due.Stream == ahead);
        (await Claim(null)).ShouldNotContain(due => due.Stream == over);
        (await Ask($"select leased_until > now() and leased_until <= now() + interval '30 seconds' from due where stream_id = '{over}'"))
            .ShouldBe(true);
    }

    private async Task<object?> Ask(string sql)
    {
        return await postgres.Ask(sql);
    }

    private async Task<Guid> Due(Instant at, Guid? tenant = null, string subject = "ticket")
    {
        var stream = Guid.NewGuid();
        await postgres.Run(
            "insert into due (tenant_id, stream_id, subject, kind, due_at) values ($1, $2, $4, 'breach', $3)",
            tenant ?? Some.Tenant().Value, stream, at.ToDateTimeUtc(), subject);
        return stream;
    }

    private async Task<List<DueSubject>> Claim(Instant? now)
    {
        var due = new List<DueSubject>();
        for (var shard = 0; shard < DueShards.Count; shard++)
            due.AddRange(await store.Claim(shard, now, 1_000, default));
        return due;
    }
}
