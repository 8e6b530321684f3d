namespace Helpdesk.Contracts;

/// <summary>
/// The text keys of grains. The tenant comes first in each, so that a call filter can compare it with the caller's; the canonical form of a
/// Guid has a fixed length, so no two pairs share a key.
/// </summary>
public static class GrainKeys
{
    public static string Of(TenantId tenant) => tenant.ToString();

    public static string Of(TenantId tenant, Guid id) => string.Create(73, (tenant, id), static (span, key) =>
    {
        _ = key.tenant.Value.TryFormat(span, out _, "D");
        span[36] = '/';
        _ = key.id.TryFormat(span[37..], out _, "D");
    });

    public static string Of(TenantId tenant, TicketId ticket) => Of(tenant, ticket.Value);

    public static string Of(TenantId tenant, AccountId account) => Of(tenant, account.Value);

    public static string Of(TenantId tenant, string word) => $"{tenant}/{word}";

    /// <exception cref="FormatException">The key does not start with a tenant.</exception>
    public static TenantId TenantOf(string key) => new(Guid.ParseExact(key.AsSpan(0, Math.Min(36, key.Length)), "D"));

    /// <exception cref="FormatException">The key does not end with an id.</exception>
    public static Guid IdOf(string key) => Guid.ParseExact(key.AsSpan(Math.Min(37, key.Length)), "D");
}
