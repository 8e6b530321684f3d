using Helpdesk.Domain.Feed;

namespace Helpdesk.Domain.Tenants;

/// <summary>The record of tenants. A tenant's stream has the tenant's own id.</summary>
public interface ITenantStore : IAggregateStore<Tenant, TenantEvent>;

/// <summary>Reads tenants as such, before anybody is known to ask.</summary>
public interface ITenantDirectory
{
    /// <returns><c>null</c>: no such slug. Deleted tenants are found: whoever asks must answer as for an unknown one.</returns>
    Task<TenantRecord?> FindBySlug(string slug, CancellationToken cancellation);

    /// <summary>All tenants but the platform itself, by slug.</summary>
    /// <param name="after">Slug of the last one read; empty: from the beginning.</param>
    Task<(IReadOnlyList<TenantRecord> Tenants, int Total)> List(string after, int limit, CancellationToken cancellation);
}

/// <param name="Licence"><c>null</c>: none was granted yet.</param>
public sealed record TenantRecord(TenantId Id, Tenant Tenant, LicenceTerms? Licence = null)
{
    /// <summary>From when on (inclusive) nothing can be written; <c>null</c>: never.</summary>
    public NodaTime.Instant? ReadOnlyFrom => Licence?.ReadOnlyFrom;
}
