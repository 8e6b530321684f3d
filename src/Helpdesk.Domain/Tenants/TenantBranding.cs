namespace Helpdesk.Domain.Tenants;

/// <summary>How the portal looks. Colours are <c>#rrggbb</c>, and text on them must be readable: <see cref="Contrast.Least"/>.</summary>
/// <param name="Primary">Background of bars and buttons.</param>
/// <param name="OnPrimary">Text on it.</param>
/// <param name="Accent">Links, on white.</param>
/// <param name="Logo">Path on the tenant's own host, or an https address; <c>null</c>: none.</param>
public sealed record TenantBranding(string Primary, string OnPrimary, string? Accent = null, string? Logo = null);

/// <summary>What stands in the imprint and under mails; each <c>null</c> where it is not told.</summary>
public sealed record TenantBusiness(string? Address = null, string? Email = null, string? Phone = null, string? Website = null);

/// <summary>How long things are kept, in calendar months of the municipality.</summary>
/// <param name="ClosedTicketMonths">After closing; 1 to 360, default 36. Closed tickets are not erased yet: nothing goes by it.</param>
/// <param name="AuditMonths">12 to 360. Default 120.</param>
public sealed record TenantRetention(int ClosedTicketMonths = 36, int AuditMonths = 120);

/// <summary>Whether operators of the platform may look into the tenant's data.</summary>
public enum ProviderAccess
{
    /// <summary>With a reason, for a few hours, and visible in the tenant's own audit log.</summary>
    Allowed,
    /// <summary>The same, once an admin of the tenant has agreed.</summary>
    OnRequest,
    Never,
}
