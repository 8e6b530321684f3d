using System.Diagnostics;
using Helpdesk.Domain.FeatureFlags;

namespace Helpdesk.Postgres.Tests.FeatureFlags;

public sealed class FlagSourcesTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private static readonly Dictionary<TenantId, FlagSourceVersion> Nothing = [];

    private readonly IFlagSetStore store = postgres.Port<IFlagSetStore>();
    private readonly IFlagSources sources = postgres.Port<IFlagSources>();
    private readonly ITenantStore tenants = postgres.Port<ITenantStore>();

    [Fact]
    public async Task Everything_is_read_once_and_then_only_what_changed()
    {
        var (here, there) = (await CreateTenant(), await CreateTenant());
        var history = new FlagSetHistory(store, here);
        await history.Append(new FlagSetEvent.Defined("mine", Some.FlagOn(), null));

        var first = await sources.ChangesSince(Nothing, default);
        var known = first.Changed.ToDictionary(change => change.Source.Tenant.Id, change => change.Version);
        var second = await sources.ChangesSince(known, default);
        await history.Append(new FlagSetEvent.Killed("mine", null));
        var third = await sources.ChangesSince(known, default);

        first.Changed.Select(change => change.Source.Tenant.Id).ShouldContain(TenantId.Platform);
        Of(first, here).Set!.Flags.Keys.ShouldBe(["mine"]);
        Of(first, there).Set.ShouldBeNull();
        second.Changed.ShouldBeEmpty();
        third.Changed.ShouldHaveSingleItem().Source.Set!.Flags["mine"].IsKilled.ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_known_of_a_tenant_comes_from_its_settings()
    {
        var tenant = await CreateTenant(new() { State = "BY", Inhabitants = 20_000, CmsVersion = "5.2.0" });

        var facts = Of(await sources.ChangesSince(Nothing, default), tenant).Tenant;

        (facts.State, facts.Size, facts.CmsVersion).ShouldBe(("BY", 20_000L, new SemanticVersion(5, 2, 0)));
    }

    [Fact]
    public async Task A_tenant_that_is_gone_is_told()
    {
        var known = new Dictionary<TenantId, FlagSourceVersion> { [Some.Tenant()] = new(1, 1, 0) };

        (await sources.ChangesSince(known, default)).Gone.ShouldBe(known.Keys);
    }

    [Fact]
    public async Task A_set_that_cannot_be_read_holds_up_nobody_else()
    {
        var (broken, whole) = (await CreateTenant(), await CreateTenant());
        await new FlagSetHistory(store, broken).Append(new FlagSetEvent.Defined("mine", Some.FlagOn(), null));
        await new FlagSetHistory(store, whole).Append(new FlagSetEvent.Defined("mine", Some.FlagOn(), null));
        (await postgres.Run(
            "update aggregate set state = jsonb_set(state, '{flags,mine,definition,kind}', '\"magic\"') where tenant_id = $1",
            broken.Value)).ShouldBe(1);
        (await sources.ChangesSince(Nothing, default)).Unreadable.ShouldBeEmpty("its events still tell what it was");
        (await postgres.Run($"""
            alter table event disable trigger user;
            update event set data = '[]' where tenant_id = '{broken.Value}' and kind like 'flag%';
            alter table event enable trigger user
            """)).ShouldBe(1);

        var changes = await sources.ChangesSince(Nothing, default);

        changes.Unreadable.ShouldHaveSingleItem().Tenant.ShouldBe(broken);
        Of(changes, whole).Set.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_change_of_a_set_or_a_tenant_is_a_nudge()
    {
        var tenant = await CreateTenant();
        await sources.Nudged(TimeSpan.FromMilliseconds(1), default); // listens from here on
        var history = new FlagSetHistory(store, tenant);

        (await IsNudgedBy(() => history.Append(new FlagSetEvent.Defined("mine", Some.FlagOn(), null)))).ShouldBeTrue();
        (await IsNudgedBy(() => CreateTenant())).ShouldBeTrue();
    }

    [Fact]
    public async Task Listening_goes_on_after_the_connection_was_lost()
    {
        var first = await Listener();
        await postgres.Run($"select pg_terminate_backend({first})");

        (await Listener(otherThan: first)).ShouldNotBe(first);

        // Made anew once more in this very moment, the connection misses one change; those after it are heard.
        var isHeard = false;
        for (var changes = 0; changes < 30 && !isHeard; changes++)
            isHeard = await IsNudgedBy(() => CreateTenant(), TimeSpan.FromSeconds(1));
        isHeard.ShouldBeTrue();
    }

    [Fact]
    public async Task When_all_connections_are_made_anew_so_is_the_one_that_only_listens()
    {
        var first = await Listener();

        postgres.Database.ForgetConnections();

        (await Listener(otherThan: first)).ShouldNotBe(first);
    }

    // Asks for nudges until the server says that somebody listens.
    private async Task<int> Listener(int? otherThan = null)
    {
        for (var i = 0; i < 1_000; i++)
        {
            await sources.Nudged(TimeSpan.FromMilliseconds(10), default);
            if (await postgres.Ask(
                "select pid from pg_stat_activity where datname = current_database() and query = 'listen helpdesk_flags'") is int pid
                && pid != otherThan)
                return pid;
        }

        throw new TimeoutException("Nobody listens.");
    }

    private async Task<bool> IsNudgedBy(Func<Task> change, TimeSpan? atMost = null)
    {
        var limit = atMost ?? TimeSpan.FromSeconds(30);
        var since = Stopwatch.StartNew();
        var nudged = sources.Nudged(limit, default);
        await change();
        await nudged;
        return since.Elapsed < limit;
    }

    private async Task<TenantId> CreateTenant(TenantSettings? settings = null)
    {
        var id = Some.Tenant();
        var slug = $"town-{Some.Number()}";
        var member = new Member(TenantId.Platform, Some.Account(), Role.Operator);
        var decided = TenantRules.Create(null, new(slug, slug, settings), member).Events.Single();
        var created = new Recorded<TenantEvent>(1, Some.Moment(), member.Account, decided);
        var state = Tenant.Apply(null, created);
        await tenants.Append(new(id, id.Value, null, state, [created], new(Guid.CreateVersion7(), "test"), null), default);
        return id;
    }

    private static FlagSource Of(FlagSourceChanges changes, TenantId tenant) =>
        changes.Changed.Single(change => change.Source.Tenant.Id == tenant).Source;
}
