using Helpdesk.Domain.FeatureFlags;

namespace Helpdesk.Api.FeatureFlags;

/// <summary>A flag with all it is set to; members as in <see cref="PutFlagRequest"/>.</summary>
public sealed record FlagResponse
{
    public required string Key { get; init; }
    public required string Description { get; init; }
    public required Guid? Owner { get; init; }
    public required FlagKind Kind { get; init; }
    public required JsonElement Enabled { get; init; }
    public required IReadOnlyDictionary<string, JsonElement> Variants { get; init; }
    public required string DefaultVariant { get; init; }
    public required string SafeVariant { get; init; }
    public required IReadOnlyList<FlagStrategyBody> Strategies { get; init; }
    public required IReadOnlyList<string> Requires { get; init; }
    public required DateTimeOffset? ExpiresAt { get; init; }
    public required string? Entitlement { get; init; }
    public required string? CmsVersions { get; init; }
    public required bool FourEyes { get; init; }
    public required bool Overridable { get; init; }
    public required bool ServerOnly { get; init; }
    public required string Salt { get; init; }

    /// <summary>The platform has a flag of this key, so this one does not count.</summary>
    public required bool Silent { get; init; }

    /// <summary>The kill switch was pulled then, and is.</summary>
    public required DateTimeOffset? KilledAt { get; init; }
    public required DateTimeOffset? ArchivedAt { get; init; }

    /// <summary>A change that waits for a second person.</summary>
    public required FlagProposalResponse? Proposal { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required Guid? CreatedBy { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public required Guid? UpdatedBy { get; init; }

    /// <summary>For <c>If-Match</c>.</summary>
    public required int Version { get; init; }

    internal static FlagResponse Of(FeatureFlag flag, FlagTenantNames names, bool silent = false)
    {
        var body = BodyOf(flag.Definition, names);
        return new()
        {
            Key = flag.Key,
            Description = body.Description!,
            Owner = body.Owner,
            Kind = body.Kind!.Value,
            Enabled = body.Enabled!.Value,
            Variants = body.Variants!,
            DefaultVariant = body.DefaultVariant!,
            SafeVariant = body.SafeVariant!,
            Strategies = body.Strategies!,
            Requires = body.Requires!,
            ExpiresAt = body.ExpiresAt,
            Entitlement = body.Entitlement,
            CmsVersions = body.CmsVersions,
            FourEyes = body.FourEyes!.Value,
            Overridable = body.Overridable!.Value,
            ServerOnly = body.ServerOnly!.Value,
            Salt = body.Salt!,
            Silent = silent,
            KilledAt = flag.KilledAt?.ToDateTimeOffset(),
            ArchivedAt = flag.ArchivedAt?.ToDateTimeOffset(),
            Proposal = FlagProposalResponse.Of(flag.Proposal, names),
            CreatedAt = flag.CreatedAt.ToDateTimeOffset(),
            CreatedBy = flag.CreatedBy?.Value,
            UpdatedAt = flag.UpdatedAt.ToDateTimeOffset(),
            UpdatedBy = flag.UpdatedBy?.Value,
            Version = flag.Version,
        };
    }

    internal static PutFlagRequest BodyOf(FlagDefinition definition, FlagTenantNames names) =>
        JsonSerializer.Deserialize<PutFlagRequest>(names.Outward(definition), StrictJson.Options)!;
}

/// <param name="Definition">For a change or a restored state: what it would be.</param>
/// <param name="From">For a restored state: the version that it had.</param>
/// <param name="By">Account id.</param>
public sealed record FlagProposalResponse(FlagAct Act, PutFlagRequest? Definition, int? From, string? Reason, Guid? By, DateTimeOffset At)
{
    internal static FlagProposalResponse? Of(FlagProposal? proposal, FlagTenantNames names) => proposal is null
        ? null
        : new(
            proposal.Act, proposal.Definition is { } definition ? FlagResponse.BodyOf(definition, names) : null, proposal.From,
            proposal.Reason, proposal.By?.Value, proposal.At.ToDateTimeOffset());
}

public sealed record FlagListResponse(IReadOnlyList<FlagResponse> Items, string? NextCursor, int Total);

/// <param name="By">Account id; <c>null</c>: the platform itself.</param>
/// <param name="Before">As it was; <c>null</c> for the first.</param>
/// <param name="After">As it became.</param>
public sealed record FlagRevisionResponse(
    int Version, DateTimeOffset At, Guid? By, FlagAct Act, string? Reason, FlagResponse? Before, FlagResponse After)
{
    internal static FlagRevisionResponse Of(FlagRevision revision, FlagTenantNames names) => new(
        revision.Version, revision.At.ToDateTimeOffset(), revision.By?.Value, revision.Act, revision.Reason,
        revision.Before is { } before ? FlagResponse.Of(before, names) : null, FlagResponse.Of(revision.After, names));
}

public sealed record FlagHistoryResponse(IReadOnlyList<FlagRevisionResponse> Items, string? NextCursor, int Total);

public sealed record StaleFlagResponse(FlagResponse Flag, IReadOnlyList<Staleness> Reasons);

public sealed record StaleFlagsResponse(IReadOnlyList<StaleFlagResponse> Items, int Total);
