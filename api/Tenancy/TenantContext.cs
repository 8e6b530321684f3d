using Helpdesk.Domain.Tenants;

namespace Helpdesk.Api.Tenancy;

/// <summary>What sort of host a request came to.</summary>
public enum HostKind
{
    /// <summary><c>{slug}.{domain}</c>: one municipality.</summary>
    Tenant,
    /// <summary><c>desk.{domain}</c>: agents over all tenants they serve.</summary>
    Desk,
    /// <summary><c>console.{domain}</c>: operators.</summary>
    Console,
}

/// <summary>Which tenant a request is about, from its own host, before anything else is looked at.</summary>
/// <param name="Tenant">
/// The one acted in: the host's, or at a reserved host the one that the path names (<c>/api/v1/tenants/{tenant}/…</c>), else the platform.
/// </param>
/// <param name="Slug">The slug of <paramref name="Tenant"/>, or the name of the reserved host.</param>
/// <param name="Host">As the browser knows it, with port: audience of credentials issued here.</param>
/// <param name="Home">Whose accounts sign in at this host: the host's tenant, or the platform.</param>
public sealed record TenantContext(HostKind Kind, TenantId Tenant, string Slug, string Host, TenantId Home, TenantSettings Settings)
{
    /// <summary>What people call <see cref="Tenant"/>; empty at desk and console, where no tenant is named.</summary>
    public string Name { get; init; } = "";

    /// <summary>How <see cref="Tenant"/> shows itself; at desk and console as the platform does.</summary>
    public TenantAppearance Appearance { get; init; } = new();

    /// <summary>What somebody would try first who guesses a password here.</summary>
    public IReadOnlyList<string> Names => [Name, Slug, Host];

    /// <summary>From when on (inclusive) the licence of <see cref="Tenant"/> allows no writing; <c>null</c>: it does not end.</summary>
    public Instant? ReadOnlyFrom { get; init; }
}

/// <summary>At which hosts an endpoint exists; elsewhere it is not found. Without this it exists at every host.</summary>
public sealed record OnHosts(params IReadOnlyList<HostKind> Kinds);

public static class TenantContexts
{
    private static readonly object Key = new();

    /// <exception cref="InvalidOperationException">Asked outside the tenancy middleware.</exception>
    public static TenantContext Tenant(this HttpContext context) =>
        context.Items[Key] as TenantContext ?? throw new InvalidOperationException("The host was not resolved to a tenant.");

    /// <summary><c>null</c>: an endpoint of no tenant, such as health.</summary>
    public static TenantContext? FindTenant(this HttpContext context) => context.Items[Key] as TenantContext;

    internal static void SetTenant(this HttpContext context, TenantContext tenant) => context.Items[Key] = tenant;
}
