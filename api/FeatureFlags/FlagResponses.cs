using System.Text.Json;
using System.Text.Json.Serialization;
using Helpdesk.Domain.FeatureFlags;

namespace Helpdesk.Api.FeatureFlags;

/// <summary>A flag with all it is set to; members as in <see cref="PutFlagRequest"/>.</summary>
/// <param name="Silent">The platform has a flag of this key, so this one does not count.</param>
/// <param name="KilledAt">The kill switch was pulled then, and is.</param>
/// <param name="Proposal">A change that waits for a second person.</param>
/// <param name="Version">For <c>If-Match</c>.</param>
public sealed record FlagResponse(
    string Key, string Description, Guid? Owner, FlagKind Kind, JsonElement Enabled, IReadOnlyDictionary<string, JsonElement> Variants,
    string DefaultVariant, string SafeVariant, IReadOnlyList<FlagStrategyBody> Strategies, IReadOnlyList<string> Requires,
    DateTimeOffset? ExpiresAt,
    string? Entitlement, string? CmsVersions, bool FourEyes, bool Overridable, bool ServerOnly, string Salt, bool Silent,
    DateTimeOffset? KilledAt,
    DateTimeOffset? ArchivedAt, FlagProposalResponse? Proposal, DateTimeOffset CreatedAt, Guid? CreatedBy, DateTimeOffset UpdatedAt,
    Guid? UpdatedBy,
    int Version)
{
    internal static FlagResponse Of(FeatureFlag flag, FlagTenantNames names, bool silent = false)
    {
        var body = BodyOf(flag.Definition, names);
        return new(
            flag.Key, body.Description!, body.Owner, body.Kind!.Value, body.Enabled!.Value, body.Variants!, body.DefaultVariant!,
            body.SafeVariant!,
            body.Strategies!, body.Requires!, body.ExpiresAt, body.Entitlement, body.CmsVersions, body.FourEyes!.Value,
            body.Overridable!.Value,
            body.ServerOnly!.Value, body.Salt!, silent, flag.KilledAt?.ToDateTimeOffset(), flag.ArchivedAt?.ToDateTimeOffset(),
            FlagProposalResponse.Of(flag.Proposal, names), flag.CreatedAt.ToDateTimeOffset(), flag.CreatedBy?.Value,
            flag.UpdatedAt.ToDateTimeOffset(), flag.UpdatedBy?.Value, flag.Version);
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

/// <param name="Environment">The one that was asked about.</param>
/// <param name="Counts">How many tenants get each variant.</param>
/// <param name="DependingOnAccount">How many tenants have it for some accounts and not for others.</param>
/// <param name="Items">Every tenant, by slug.</param>
public sealed record FlagPreviewResponse(
    string Environment, IReadOnlyDictionary<string, int> Counts, int DependingOnAccount, int Changing,
    IReadOnlyList<PreviewedTenantResponse> Items)
{
    internal static FlagPreviewResponse Of(FlagPreview preview, string environment) => new(
        environment,
        preview.Tenants.Where(tenant => !tenant.DependsOnAccount && tenant.After.Variant is not null)
            .GroupBy(tenant => tenant.After.Variant!.Name, StringComparer.Ordinal).ToDictionary(
                group => group.Key, group => group.Count(), StringComparer.Ordinal),
        preview.Tenants.Count(tenant => tenant.DependsOnAccount),
        preview.Tenants.Count(tenant => tenant.Changes),
        [.. preview.Tenants.Select(PreviewedTenantResponse.Of)]);
}

/// <param name="Tenant">Slug.</param>
/// <param name="Variant">That it would get; of those for whom it depends on the account, where there is none.</param>
/// <param name="Reason">As evaluation gives it, such as <c>SPLIT</c>.</param>
/// <param name="Before">The variant that it gets now; <c>null</c>: there is no such flag yet.</param>
public sealed record PreviewedTenantResponse(
    string Tenant, string? Variant, string Reason, string? Before, bool Changes, bool DependsOnAccount)
{
    internal static PreviewedTenantResponse Of(PreviewedTenant tenant) => new(
        tenant.Slug, tenant.After.Variant?.Name, tenant.After.Reason.Word(), tenant.Before.Variant?.Name,
        tenant.After.Variant?.Name != tenant.Before.Variant?.Name, tenant.DependsOnAccount);
}
