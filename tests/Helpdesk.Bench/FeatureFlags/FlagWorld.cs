using System.Collections.Immutable;
using Helpdesk.Bench.Seeding;
using Helpdesk.Domain.FeatureFlags;
using Helpdesk.Domain.Feed;
using Helpdesk.Postgres.FeatureFlags;
using Helpdesk.Postgres.Sql;

namespace Helpdesk.Bench.FeatureFlags;

/// <summary>A thousand flags as a platform of some years has them, and a thousand tenants that they are asked for.</summary>
internal static class FlagWorld
{
    public const int Flags = 1_000;
    public const int Tenants = 1_000;
    public const string Environment = "production";

    private static readonly string[] States = ["BY", "BW", "HE", "NW", "SN", "TH"];

    public static string Key(int number) => $"flag-{number:D4}";

    public static IReadOnlyList<FlagTenant> MakeTenants() =>
        [.. Enumerable.Range(0, Tenants).Select(number => new FlagTenant
        {
            Id = new(new Guid(number + 1, 0, 0, new byte[8])),
            Slug = $"stadt-{number:D4}",
            State = States[number % States.Length],
            Size = 1_000L + (number * 137),
            CmsVersion = null,
            Plan = number % 3 == 0 ? "basis" : "plus",
            Entitlements = [],
        })];

    /// <summary>
    /// One of each sort in turn: for everybody, by share of tenants, by share of accounts, by state, by weights, and one behind another.
    /// </summary>
    public static FlagDefinition Definition(int number)
    {
        FlagStrategy strategy = (number % 6) switch
        {
            0 => new FlagStrategy.Everyone("on"),
            1 => new FlagStrategy.Percentage(number % 10_000, BucketBy.Tenant, "on"),
            2 => new FlagStrategy.Percentage(number * 7 % 10_000, BucketBy.Account, "on"),
            3 => new FlagStrategy.Segment("on")
            { Where = [new(TenantAttribute.State, FlagOperator.In, [States[number % States.Length], "BE"])] },
            4 => new FlagStrategy.Weights([new("off", 5_000), new("on", 5_000)], BucketBy.Account),
            _ => new FlagStrategy.Percentage(5_000, BucketBy.Tenant, "on"),
        };
        return new()
        {
            Description = $"Flag {number} of the bench",
            Enabled = FlagEnvironments.Everywhere,
            Variants = [new("off", FlagValue.False), new("on", FlagValue.True)],
            DefaultVariant = "off",
            SafeVariant = "off",
            Strategies = [strategy],
            Requires = number % 6 == 5 ? [Key(number - 5)] : [],
            Salt = $"bench.{number}",
        };
    }

    public static FlagSet MakeSet(Instant now) => Fold(Events(now));

    /// <summary>The same flags in a town's own set, written as one command.</summary>
    public static async Task Define(Town town, Instant now, Database database)
    {
        var events = Events(now);
        var outcome = await new FlagSetStore(database).Append(
            new(town.Id, FlagSet.Stream, null, Fold(events), events, new(Guid.CreateVersion7(), ""), "bench"), CancellationToken.None);
        if (outcome is not AppendOutcome.Done)
            throw new InvalidOperationException($"The flags of {town.Slug} were not made: {outcome}.");
    }

    private static ImmutableArray<Recorded<FlagSetEvent>> Events(Instant now) =>
        [.. Enumerable.Range(0, Flags).Select(number => new Recorded<FlagSetEvent>(
            number + 1, now, (AccountId?)null, new FlagSetEvent.Defined(Key(number), Definition(number), null)))];

    private static FlagSet Fold(ImmutableArray<Recorded<FlagSetEvent>> events) =>
        events.Aggregate((FlagSet?)null, (set, recorded) => FlagSet.Apply(set, recorded))!;
}
