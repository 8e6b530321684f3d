using Helpdesk.Contracts.Due;
using Helpdesk.Domain;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Contracts.Tenants;

/// <summary>A host of a tenant's own. Key: <c>{tenant:D}/{id:D}</c>, the id as <see cref="OwnDomainKeys.IdOf"/> has it.</summary>
[Alias("IOwnDomainGrain")]
public interface IOwnDomainGrain : IDueSubject
{
    /// <param name="host">As <see cref="HostName.Parse"/> gave it.</param>
    /// <param name="token">Random, new.</param>
    [Alias("Register")]
    Task<Result<OwnDomainView>> Register(Caller caller, CommandId id, string host, string token, CancellationToken cancellation);

    [Alias("Read")]
    Task<Result<OwnDomainView>> Read(Caller caller, CancellationToken cancellation);

    /// <summary>Looks into DNS now.</summary>
    [Alias("Verify")]
    Task<Result<OwnDomainView>> Verify(Caller caller, CommandId id, CancellationToken cancellation);

    [Alias("Remove")]
    Task<Result<OwnDomainView>> Remove(Caller caller, CommandId id, CancellationToken cancellation);
}

/// <summary>As <see cref="OwnDomain"/>.</summary>
[GenerateSerializer, Immutable, Alias("own-domain")]
public sealed record OwnDomainView(
    Guid Id, string Host, OwnDomainStatus Status, string RecordName, string RecordText, DateTimeOffset RegisteredAt, DateTimeOffset? VerifiedAt, int Failures,
    int Version, bool Replayed = false)
{
    public static OwnDomainView Of(Guid id, OwnDomain domain) => new(
        id, domain.Host, domain.Status, domain.RecordName, domain.RecordText, domain.RegisteredAt.ToDateTimeOffset(), domain.VerifiedAt?.ToDateTimeOffset(),
        domain.Failures, domain.Version);
}

public static class OwnDomainKeys
{
    public static Guid IdOf(Guid tenant, string host) => CommandId.Derive($"own-domain|{tenant:D}|{host}");
}
