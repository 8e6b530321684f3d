using Helpdesk.Contracts.Due;
using Helpdesk.Domain;
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
    Task<Result<LicenceView>> Grant(Caller caller, CommandId id, LicenceMessage terms, int? version, CancellationToken cancellation);
}

/// <summary>As <see cref="LicenceTerms"/>.</summary>
[GenerateSerializer, Immutable, Alias("licence")]
public sealed record LicenceMessage(
    string Plan, int Seats, IReadOnlyList<string> Features, DateTimeOffset ValidFrom, DateTimeOffset? ValidTo, int GraceDays);

[GenerateSerializer, Immutable, Alias("licence-view")]
public sealed record LicenceView(LicenceMessage Terms, int SeatsUsed, LicenceState State, int Version, bool Replayed = false);
