using System.Text.Json;
using Helpdesk.Domain.FeatureFlags;

namespace Helpdesk.Postgres.Tests.FeatureFlags;

public sealed class FlagSetStoreTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private readonly IFlagSetStore store = postgres.Port<IFlagSetStore>();
    private readonly TenantId tenant = Some.Tenant();

    // Every sort of strategy, value and event once: what the database gives back must be the very state that was written.
    [Fact]
    public async Task A_set_is_read_back_as_it_was_left()
    {
        var history = new FlagSetHistory(store, tenant);
        await history.Append(EveryEvent());

        var read = await store.Load(tenant, FlagSet.Stream, default);

        Written(read).ShouldBe(Written(history.State));
        read!.Flags["rich"].Definition.ShouldBe(history.State!.Flags["rich"].Definition);
    }

    [Fact]
    public async Task Folding_the_history_gives_the_stored_state()
    {
        var history = new FlagSetHistory(store, tenant);
        await history.Append(EveryEvent());

        var events = await store.History(tenant, FlagSet.Stream, int.MaxValue, default);

        Written(events.Aggregate((FlagSet?)null, FlagSet.Apply)).ShouldBe(Written(history.State));
    }

    [Fact]
    public async Task The_history_of_one_flag_leaves_the_others_out()
    {
        var history = new FlagSetHistory(store, tenant);
        await history.Append(new FlagSetEvent.Defined("a", Some.Flag(), null), new FlagSetEvent.Defined("b", Some.Flag(), null),
            new FlagSetEvent.Killed("a", "Why not"));

        var events = await store.HistoryOf(tenant, "a", default);

        events.Select(recorded => recorded.Version).ShouldBe([1, 3]);
        (await store.HistoryOf(Some.Tenant(), "a", default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_next_warning_of_the_set_is_due()
    {
        var expiry = Instant.FromUtc(2027, 3, 1, 0, 0);
        await new FlagSetHistory(store, tenant).Append(new FlagSetEvent.Defined("a", Some.Flag() with { ExpiresAt = expiry }, null));

        await using var query = postgres.Superuser.CreateCommand("select subject, kind, due_at from due where tenant_id = $1");
        query.Parameters.Add(new() { Value = tenant.Value });
        await using var reader = await query.ExecuteReaderAsync();

        (await reader.ReadAsync()).ShouldBeTrue();
        (reader.GetString(0), reader.GetString(1), reader.GetInstant(2)).ShouldBe(
            ("flag_set", "flag-expiry", expiry - Duration.FromDays(14)));
    }

    private static FlagSetEvent[] EveryEvent()
    {
        var rich = new FlagDefinition
        {
            Description = "Größe „A“ \\ \" 😀",
            Kind = FlagKind.Experiment,
            Owner = Some.Account(),
            Enabled = new(true, [new("staging", false)]),
            Variants = [new("a", FlagValue.Of("ä")), new("b", FlagValue.Of("b"))],
            DefaultVariant = "a",
            SafeVariant = "a",
            Strategies =
            [
                new FlagStrategy.Tenants([Some.Tenant(), Some.Tenant()], "b"),
                new FlagStrategy.Segment("b") { Where = [new(TenantAttribute.State, FlagOperator.In, ["BY", "NW"])] },
                new FlagStrategy.Percentage(1_250, BucketBy.Account, "b")
                    { Where = [new(TenantAttribute.CmsVersion, FlagOperator.InRange, [">=5.0.0"])] },
                new FlagStrategy.Weights([new("a", 4_000), new("b", 6_000)], BucketBy.Tenant),
                new FlagStrategy.UnleashRollout(30, "group", BucketBy.Account, [new("b", 1), new("a", 2)]),
                new FlagStrategy.Everyone("a"),
            ],
            Requires = ["plain"],
            ExpiresAt = Instant.FromUtc(2027, 1, 1, 0, 0).PlusNanoseconds(123_456_000),
            Entitlement = "mail",
            CmsVersions = "^5.2.0",
            FourEyes = true,
            Salt = "salt",
        };
        var plain = Some.Flag();
        return
        [
            new FlagSetEvent.Defined("plain", plain, "Begin"),
            new FlagSetEvent.Defined("rich", rich, null),
            new FlagSetEvent.Changed("plain", plain with { Description = "New" }, null),
            new FlagSetEvent.Proposed("rich", FlagAct.Change, rich with { Description = "Wanted" }, null, "Please"),
            new FlagSetEvent.Approved("rich", Some.Account(), null),
            new FlagSetEvent.Changed("rich", rich with { Description = "Wanted" }, "Please"),
            new FlagSetEvent.Proposed("rich", FlagAct.Archive, null, null, null),
            new FlagSetEvent.Rejected("rich", "No"),
            new FlagSetEvent.Killed("rich", null),
            new FlagSetEvent.Revived("rich", null),
            new FlagSetEvent.ExpiryWarned("rich", rich.Owner, 14),
            new FlagSetEvent.Expired("rich", rich.Owner),
            new FlagSetEvent.Archived("plain", null),
            new FlagSetEvent.Restored("plain", 1, plain, null),
            new FlagSetEvent.Proposed("rich", FlagAct.Restore, rich, 1, null),
        ];
    }

    private static string Written(FlagSet? set) => JsonSerializer.Serialize(
        set! with { Flags = [] }, RecordJson.Options) + string.Join("\n", set.Flags.Values.OrderBy(flag => flag.Key, StringComparer.Ordinal)
            .Select(flag => JsonSerializer.Serialize(flag, RecordJson.Options)));
}
