using Helpdesk.Contracts.Due;
using Helpdesk.Domain;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Contracts.Tenants;

/// <summary>One stay of an operator inside a tenant. Key: <c>{tenant:D}/{id:D}</c>.</summary>
[Alias("IProviderAccessGrain")]
public interface IProviderAccessGrain : IDueSubject
{
    [Alias("Request")]
    Task<Result<ProviderGrantView>> Request(Caller caller, CommandId id, string reason, int minutes, CancellationToken cancellation);

    [Alias("Approve")]
    Task<Result<ProviderGrantView>> Approve(Caller caller, CommandId id, CancellationToken cancellation);

    [Alias("Deny")]
    Task<Result<ProviderGrantView>> Deny(Caller caller, CommandId id, CancellationToken cancellation);

    [Alias("Revoke")]
    Task<Result<ProviderGrantView>> Revoke(Caller caller, CommandId id, CancellationToken cancellation);

    [Alias("Leave")]
    Task<Result<ProviderGrantView>> Leave(Caller caller, CommandId id, CancellationToken cancellation);
}

/// <summary>As <see cref="ProviderGrant"/>.</summary>
[GenerateSerializer, Immutable, Alias("provider-grant")]
public sealed record ProviderGrantView(
    Guid Id, Guid Operator, string Reason, int Minutes, ProviderGrantStatus Status, DateTimeOffset RequestedAt, Guid? DecidedBy, DateTimeOffset? EndsAt,
    int Version, bool Replayed = false)
{
    public static ProviderGrantView Of(Guid id, ProviderGrant grant) => new(
        id, grant.Operator.Value, grant.Reason, grant.Minutes, grant.Status, grant.RequestedAt.ToDateTimeOffset(), grant.DecidedBy?.Value,
        grant.EndsAt?.ToDateTimeOffset(), grant.Version);
}
