using Helpdesk.Contracts.Due;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Contracts.Tenants;

/// <summary>One stay of an operator inside a tenant. Key: <c>{tenant:D}/{id:D}</c>.</summary>
[Alias("IProviderAccessGrain")]
public interface IProviderAccessGrain : IDueSubject
{
    [Alias("Request")]
    Task<Result<Outcome<ProviderGrant>>> Request(Caller caller, CommandId id, string reason, int minutes, CancellationToken cancellation);

    [Alias("Approve")]
    Task<Result<Outcome<ProviderGrant>>> Approve(Caller caller, CommandId id, CancellationToken cancellation);

    [Alias("Deny")]
    Task<Result<Outcome<ProviderGrant>>> Deny(Caller caller, CommandId id, CancellationToken cancellation);

    [Alias("Revoke")]
    Task<Result<Outcome<ProviderGrant>>> Revoke(Caller caller, CommandId id, CancellationToken cancellation);

    [Alias("Leave")]
    Task<Result<Outcome<ProviderGrant>>> Leave(Caller caller, CommandId id, CancellationToken cancellation);
}
