using Helpdesk.Contracts.Due;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Contracts.Tenants;

/// <summary>The licence of one tenant. Key: <c>{tenant:D}</c>.</summary>
[Alias("ILicenceGrain")]
public interface ILicenceGrain : IDueSubject
{
    /// <summary>Operators and the tenant's admins. Without a licence it is the trial, in version 0.</summary>
    [Alias("Read")]
    Task<Result<LicenceView>> Read(Caller caller, CancellationToken cancellation);

    /// <param name="version">As read, 0 for the first one; <c>null</c>: whatever it is.</param>
    [Alias("Grant")]
    Task<Result<Outcome<LicenceView>>> Grant(Caller caller, CommandId id, LicenceTerms terms, int? version, CancellationToken cancellation);
}
