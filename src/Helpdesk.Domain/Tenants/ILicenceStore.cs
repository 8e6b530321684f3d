namespace Helpdesk.Domain.Tenants;

/// <summary>Stores licences.</summary>
public interface ILicenceStore : IAggregateStore<Licence, LicenceEvent>
{
    /// <summary>Seats in use now, counted as they are when one is taken.</summary>
    Task<int> SeatsUsed(TenantId tenant, CancellationToken cancellation);
}
