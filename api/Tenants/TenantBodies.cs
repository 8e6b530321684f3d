using System.ComponentModel.DataAnnotations;
using Helpdesk.Domain.FeatureFlags;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Api.Tenants;

/// <param name="Slug">3 to 40 lower-case letters, digits and hyphens; becomes the subdomain and is never reused.</param>
/// <param name="Name">At most 200 characters.</param>
/// <param name="Template">Key of the template that it begins with; left out: with nothing but the defaults.</param>
public sealed record CreateTenantRequest(
    [Required, Slug] string? Slug = null, [Required, OneLine(TenantRules.MostName)] string? Name = null, string? Template = null);

public sealed record ChangeTenantRequest([Required, OneLine(TenantRules.MostName)] string? Name = null);

/// <param name="Reason">At most 1,000 characters; kept in the tenant's history.</param>
public sealed record SuspendTenantRequest([Required, Lines(TenantRules.MostReason)] string? Reason = null);

/// <param name="Reason">At most 1,000 characters; kept in the tenant's history.</param>
public sealed record DeleteTenantRequest([Required, Lines(TenantRules.MostReason)] string? Reason = null);

/// <param name="RequestedBy">Account id of the operator who asked; another one must confirm.</param>
public sealed record TenantDeletionResponse(Guid? RequestedBy, DateTimeOffset RequestedAt, string Reason)
{
    internal static TenantDeletionResponse? Of(DeletionRequest? request) =>
        request is null ? null : new(request.By?.Value, request.At.ToDateTimeOffset(), request.Reason);
}

public sealed record TenantResponse
{
    public required Guid Id { get; init; }
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required string NumberPrefix { get; init; }
    public required TenantStatus Status { get; init; }
    public required string? SuspendedReason { get; init; }
    public required int Version { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Asked for, or done; null: neither.</summary>
    public required TenantDeletionResponse? Deletion { get; init; }

    /// <summary>Until when (exclusive) a deleted tenant can be restored; null: it is not deleted.</summary>
    public required DateTimeOffset? EraseAt { get; init; }

    public static TenantResponse Of(TenantId id, Tenant tenant) => new()
    {
        Id = id.Value,
        Slug = tenant.Slug,
        Name = tenant.Name,
        NumberPrefix = tenant.NumberPrefix,
        Status = tenant.Status,
        SuspendedReason = tenant.SuspendedReason,
        Version = tenant.Version,
        CreatedAt = tenant.CreatedAt.ToDateTimeOffset(),
        UpdatedAt = tenant.UpdatedAt.ToDateTimeOffset(),
        Deletion = TenantDeletionResponse.Of(tenant.Deletion),
        EraseAt = tenant.EraseAt?.ToDateTimeOffset(),
    };
}

public sealed record TenantOverviewResponse
{
    public required Guid Id { get; init; }
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required TenantStatus Status { get; init; }

    /// <summary>Neither resolved nor closed.</summary>
    public required int OpenTickets { get; init; }

    /// <summary>Open tickets that are past their due time.</summary>
    public required int OverdueTickets { get; init; }

    /// <summary>Active people, customers included.</summary>
    public required int Members { get; init; }
    public required int SeatsUsed { get; init; }
    public required int Seats { get; init; }
    public required string Plan { get; init; }
    public required LicenceState LicenceState { get; init; }

    /// <summary>What somebody should look at, worst first; empty: the tenant is well.</summary>
    public required IReadOnlyList<TenantConcern> Concerns { get; init; }
    public required int Version { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset? EraseAt { get; init; }

    internal static TenantOverviewResponse Of(TenantOverview overview, Instant now)
    {
        var (id, tenant) = (overview.Record.Id, overview.Record.Tenant);
        return new()
        {
            Id = id.Value,
            Slug = tenant.Slug,
            Name = tenant.Name,
            Status = tenant.Status,
            OpenTickets = overview.OpenTickets,
            OverdueTickets = overview.OverdueTickets,
            Members = overview.Members,
            SeatsUsed = overview.SeatsUsed,
            Seats = overview.SeatsLicensed,
            Plan = (overview.Record.Licence ?? LicenceTerms.Trial).Plan,
            LicenceState = overview.LicenceStateAt(now),
            Concerns = [.. overview.ConcernsAt(now)],
            Version = tenant.Version,
            CreatedAt = tenant.CreatedAt.ToDateTimeOffset(),
            EraseAt = tenant.EraseAt?.ToDateTimeOffset(),
        };
    }
}

public sealed record TenantListResponse(IReadOnlyList<TenantOverviewResponse> Items, string? NextCursor, int Total);
