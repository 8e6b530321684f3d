using Helpdesk.Domain.FeatureFlags;

namespace Helpdesk.Api.FeatureFlags;

internal sealed class FlagExamples : IExamples
{
    private static readonly DateTimeOffset Begun = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid Owner = new("0198c0de-7a11-7000-8000-0000000000d1");

    private static readonly Dictionary<string, JsonElement> OnAndOff = new() { ["off"] = Value("false"), ["on"] = Value("true") };

    private static readonly FlagStrategyBody[] Strategies =
    [
        new("tenants", "on", Tenants: ["musterstadt"]),
        new("percentage", "on", BasisPoints: 1_250, By: BucketBy.Tenant, Where: [
            new(TenantAttribute.State, FlagOperator.In, ["BY", "NW"])]),
    ];

    private static readonly FlagResponse Flag = new()
    {
        Key = "new-form",
        Description = "Das neue Antragsformular",
        Owner = Owner,
        Kind = FlagKind.Release,
        Enabled = Value("true"),
        Variants = OnAndOff,
        DefaultVariant = "off",
        SafeVariant = "off",
        Strategies = Strategies,
        Requires = [],
        ExpiresAt = Begun.AddMonths(6),
        Entitlement = null,
        CmsVersions = ">=5.2.0 <6.0.0",
        FourEyes = false,
        Overridable = false,
        ServerOnly = false,
        Salt = "new-form",
        Silent = false,
        KilledAt = null,
        ArchivedAt = null,
        Proposal = null,
        CreatedAt = Begun,
        CreatedBy = Owner,
        UpdatedAt = Begun.AddDays(7),
        UpdatedBy = Owner,
        Version = 2,
    };

    public IEnumerable<object> All =>
    [
        new PutFlagRequest(
            "Das neue Antragsformular", Kind: FlagKind.Release, Enabled: Value("true"), Variants: OnAndOff, DefaultVariant: "off",
            SafeVariant: "off",
            Strategies: Strategies, Requires: [], ExpiresAt: Begun.AddMonths(6), CmsVersions: ">=5.2.0 <6.0.0",
            Reason: "Erst ein Achtel, dann mehr."),
        new ActOnFlagRequest("Formular verliert Anhänge."),
        new RestoreFlagRequest(1, "Zurück zum Stand vom Montag."),
        Flag,
        new FlagListResponse([Flag], NextCursor: null, Total: 1),
        new FlagHistoryResponse(
            [new(2, Begun.AddDays(7), Owner, FlagAct.Change, "Erst ein Achtel, dann mehr.", Flag
                with { Strategies = [], Version = 1 }, Flag)], null, 1),
        new StaleFlagsResponse([new(Flag, [Staleness.FullyOn])], 1),
        new FlagPreviewResponse(
            "production", new Dictionary<string, int> { ["off"] = 1, ["on"] = 1 }, DependingOnAccount: 0, Changing: 1,
            [new("beispielburg", "off", "DEFAULT", "off", false, false), new("musterstadt", "on", "TARGETING_MATCH", "off", true, false)]),
        new OfrepEvaluationRequest(new("0198c0de-7a11-7000-8000-0000000000c1")),
        new OfrepEvaluation("new-form", Value("true"), "TARGETING_MATCH", "on"),
        new OfrepFailure("no-such-flag", "FLAG_NOT_FOUND", "There is no such flag."),
        new OfrepBulkEvaluation([new("new-form", Value("true"), "TARGETING_MATCH", "on")]),
    ];

    private static JsonElement Value(string json) => JsonSerializer.Deserialize<JsonElement>(json);
}
