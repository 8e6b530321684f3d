using Helpdesk.Contracts.Due;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Contracts.Tenants;

/// <summary>A host of a tenant's own. Key: <c>{tenant:D}/{id:D}</c>, the id as <see cref="OwnDomainKeys.IdOf"/> has it.</summary>
[Alias("IOwnDomainGrain")]
public interface IOwnDomainGrain : IDueSubject
{
    /// <param name="host">As <see cref="HostName.Parse"/> gave it.</param>
    /// <param name="token">Random, new.</param>
    [Alias("Register")]
    Task<Result<Outcome<OwnDomain>>> Register(Caller caller, CommandId id, string host, string token, CancellationToken cancellation);

    [Alias("Read")]
    Task<Result<OwnDomain>> Read(Caller caller, CancellationToken cancellation);

    /// <summary>Looks into DNS now.</summary>
    [Alias("Verify")]
    Task<Result<Outcome<OwnDomain>>> Verify(Caller caller, CommandId id, CancellationToken cancellation);

    [Alias("Remove")]
    Task<Result<Outcome<OwnDomain>>> Remove(Caller caller, CommandId id, CancellationToken cancellation);
}

public static class OwnDomainKeys
{
    public static Guid IdOf(TenantId tenant, string host) => CommandId.Derive($"own-domain|{tenant}|{host}");
}
