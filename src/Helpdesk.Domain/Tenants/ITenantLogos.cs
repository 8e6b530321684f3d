namespace Helpdesk.Domain.Tenants;

/// <summary>The contents of logos, by the hash of each.</summary>
public interface ITenantLogos
{
    /// <summary>How many of a tenant's are kept: who has just read of one must still find it.</summary>
    const int Kept = 3;

    /// <summary>Keeps one, and forgets the oldest beyond <see cref="Kept"/>.</summary>
    Task Keep(TenantId tenant, string hash, byte[] png, Instant now, CancellationToken cancellation);

    /// <returns>A PNG; <c>null</c>: there is none of that hash.</returns>
    Task<byte[]?> Find(TenantId tenant, string hash, CancellationToken cancellation);
}
