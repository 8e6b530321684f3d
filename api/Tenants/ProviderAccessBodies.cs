using System.ComponentModel.DataAnnotations;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Api.Tenants;

/// <param name="Reason">At most 1,000 characters; the tenant's admins read it.</param>
/// <param name="Minutes">5 to 480; 60 when left out.</param>
public sealed record RequestProviderAccessRequest(
    [Required, Lines(ProviderAccessRules.MostReason)] string? Reason = null,
    [Between(ProviderGrant.LeastMinutes, ProviderGrant.MostMinutes)] int? Minutes = null);

public sealed record ProviderGrantResponse
{
    public required Guid Id { get; init; }

    /// <summary>Account id at the platform.</summary>
    public required Guid Operator { get; init; }

    /// <summary>null: no longer known there.</summary>
    public required string? OperatorName { get; init; }
    public required string Reason { get; init; }
    public required int Minutes { get; init; }
    public required ProviderGrantStatus Status { get; init; }
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>Account id of the admin who agreed, denied or revoked; null: nobody did.</summary>
    public required Guid? DecidedBy { get; init; }

    /// <summary>Exclusive; null: it never began.</summary>
    public required DateTimeOffset? EndsAt { get; init; }
    public required int Version { get; init; }

    internal static ProviderGrantResponse Of(Guid id, ProviderGrant grant, string? name) => new()
    {
        Id = id,
        Operator = grant.Operator.Value,
        OperatorName = name,
        Reason = grant.Reason,
        Minutes = grant.Minutes,
        Status = grant.Status,
        RequestedAt = grant.RequestedAt.ToDateTimeOffset(),
        DecidedBy = grant.DecidedBy?.Value,
        EndsAt = grant.EndsAt?.ToDateTimeOffset(),
        Version = grant.Version,
    };
}

/// <param name="Items">The newest hundred; older ones are in the audit log.</param>
public sealed record ProviderGrantListResponse(IReadOnlyList<ProviderGrantResponse> Items, string? NextCursor, int Total);
