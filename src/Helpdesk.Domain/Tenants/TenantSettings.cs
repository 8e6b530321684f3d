using System.Collections.Immutable;

namespace Helpdesk.Domain.Tenants;

/// <summary>Who may open an account by themselves.</summary>
public enum RegistrationMode
{
    /// <summary>Anybody who proves an e-mail address.</summary>
    Open,
    /// <summary>Addresses of the listed domains only.</summary>
    ByDomain,
    /// <summary>By invitation only.</summary>
    Closed,
}

/// <summary>What a tenant chose for itself. Defaults are those of a new tenant.</summary>
public sealed record TenantSettings
{
    public RegistrationMode Registration { get; init; } = RegistrationMode.Closed;

    /// <summary>Domains of addresses that may register, lower case; read with <see cref="RegistrationMode.ByDomain"/> only.</summary>
    public ImmutableArray<string> RegistrationDomains { get; init; } = [];

    /// <summary>Languages offered, the default one first: <c>de</c>, <c>en</c>.</summary>
    public ImmutableArray<string> Languages { get; init; } = ["de", "en"];

    /// <summary>IANA name; times in mail and reports are shown in it.</summary>
    public string Zone { get; init; } = "Europe/Berlin";

    /// <summary>The Land, as ISO 3166-2 without country: <c>BY</c>. <c>null</c>: not told. Flags can be targeted by it, as by the next two.</summary>
    public string? State { get; init; }

    public long? Inhabitants { get; init; }

    /// <summary>Semantic version of the municipality's CMS installation.</summary>
    public string? CmsVersion { get; init; }

    /// <summary>A resolved ticket closes by itself after so many days; 1 to 365, <c>null</c> never. Default 14.</summary>
    public int? AutoCloseDays { get; init; } = 14;
}
