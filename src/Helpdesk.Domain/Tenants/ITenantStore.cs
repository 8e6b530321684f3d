namespace Helpdesk.Domain.Tenants;

/// <summary>Stores tenants. A tenant's stream has the tenant's own id.</summary>
public interface ITenantStore : IAggregateStore<Tenant, TenantEvent>
{
    /// <summary>
    /// Deletes everything that the tenant ever had but its own history. The database itself refuses it before the tenant's grace is over.
    /// Safe to repeat.
    /// </summary>
    Task Erase(TenantId tenant, CancellationToken cancellation);
}

/// <summary>Reads tenants as such, before anybody is known to ask.</summary>
public interface ITenantDirectory
{
    /// <returns><c>null</c>: no such slug. Deleted tenants are found: whoever asks must answer as for an unknown one.</returns>
    Task<TenantRecord?> FindBySlug(string slug, CancellationToken cancellation);

    /// <returns><c>null</c>: no such tenant. Deleted ones are found.</returns>
    Task<TenantRecord?> Find(TenantId tenant, CancellationToken cancellation);

    /// <summary>All tenants but the platform itself, by slug.</summary>
    /// <param name="text">Part of a name or a slug, as people type it; <c>null</c>: all.</param>
    /// <param name="after">Slug of the last one read; empty: from the beginning.</param>
    Task<(IReadOnlyList<TenantOverview> Tenants, int Total)> List(
        string? text, string after, int limit, Instant now, CancellationToken cancellation);
}

/// <param name="Licence"><c>null</c>: none was granted yet.</param>
public sealed record TenantRecord(TenantId Id, Tenant Tenant, LicenceTerms? Licence = null)
{
    /// <summary>From when on (inclusive) nothing can be written; <c>null</c>: never.</summary>
    public Instant? ReadOnlyFrom => Licence?.ReadOnlyFrom;
}

/// <summary>A tenant with what operators watch.</summary>
/// <param name="OpenTickets">Neither resolved nor closed nor deleted.</param>
/// <param name="OverdueTickets">Open tickets that are past their due time.</param>
/// <param name="Members">Active, customers included.</param>
public sealed record TenantOverview(TenantRecord Record, int OpenTickets, int OverdueTickets, int Members, int Admins, int SeatsUsed)
{
    public LicenceState LicenceStateAt(Instant now) => Record.Licence?.StateAt(now) ?? LicenceState.Trial;

    public int SeatsLicensed => (Record.Licence ?? LicenceTerms.Trial).Seats;

    /// <summary>What somebody should look at, worst first. Empty: the tenant is well.</summary>
    public IEnumerable<TenantConcern> ConcernsAt(Instant now)
    {
        if (LicenceStateAt(now) is LicenceState.Expired)
            yield return TenantConcern.LicenceExpired;
        if (Admins == 0 && Record.Tenant.Status == TenantStatus.Active)
            yield return TenantConcern.NoAdmin;
        if (LicenceStateAt(now) is LicenceState.Grace)
            yield return TenantConcern.LicenceInGrace;
        if (OverdueTickets > 0)
            yield return TenantConcern.TicketsOverdue;
        if (Seats.PercentReached(SeatsUsed, SeatsLicensed) is { } percent)
            yield return percent >= 100 ? TenantConcern.SeatsTaken : TenantConcern.SeatsShort;
    }
}

public enum TenantConcern
{
    LicenceExpired,
    /// <summary>Nobody there can manage the tenant.</summary>
    NoAdmin,
    LicenceInGrace,
    TicketsOverdue,
    SeatsTaken,
    /// <summary>Four of five are taken, or more.</summary>
    SeatsShort,
}
