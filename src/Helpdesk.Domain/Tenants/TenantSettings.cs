using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Helpdesk.Domain.Attachments;

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

/// <summary>What a customer's comment does to a resolved ticket.</summary>
public enum AfterResolution
{
    /// <summary>It is taken up again.</summary>
    Reopen,
    /// <summary>It becomes a request to reopen it, which staff grant or decline.</summary>
    Ask,
}

/// <summary>What a tenant chose for itself. Defaults are those of a new tenant.</summary>
public sealed record TenantSettings
{
    public RegistrationMode Registration { get; init; } = RegistrationMode.Closed;

    /// <summary>Domains of addresses that may register, lower case; read with <see cref="RegistrationMode.ByDomain"/> only.</summary>
    public ImmutableArray<string> RegistrationDomains { get; init; } = [];

    /// <summary>Languages offered, the default one first: <c>de</c>, <c>en</c>.</summary>
    public ImmutableArray<string> Languages { get; init; } = ["de", "en"];

    /// <summary>IANA name; times in mail and reports are shown in it, and days and months of these settings are counted in it.</summary>
    public string Zone { get; init; } = "Europe/Berlin";

    /// <summary>
    /// The Land, as ISO 3166-2 without country: <c>BY</c>. <c>null</c>: not told. Flags can be targeted by it, as by the next two.
    /// </summary>
    public string? State { get; init; }

    public long? Inhabitants { get; init; }

    /// <summary>Semantic version of the municipality's CMS installation.</summary>
    public string? CmsVersion { get; init; }

    /// <summary>A resolved ticket closes by itself after so many days; 1 to 365, <c>null</c> never. Default 14.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // left out it would be read back as the default
    public int? AutoCloseDays { get; init; } = 14;

    [JsonIgnore]
    public LocalDays? AutoClose => AutoCloseDays is { } days ? new(days, Zone) : null;

    public AfterResolution AfterResolution { get; init; } = AfterResolution.Reopen;

    /// <summary>
    /// What a customer writes on a ticket that was closed so many days ago is a new ticket; before, it is a request to reopen. 0 to 365,
    /// 0 always. Default 14.
    /// </summary>
    public int FollowUpAfterDays { get; init; } = 14;

    [JsonIgnore]
    public LocalDays FollowUpAfter => new(FollowUpAfterDays, Zone);

    /// <summary><c>null</c>: the platform's own colours.</summary>
    public TenantBranding? Branding { get; init; }

    public TenantBusiness Business { get; init; } = new();

    public TenantRetention Retention { get; init; } = new();

    public ProviderAccess ProviderAccess { get; init; } = ProviderAccess.Allowed;

    /// <summary>Tickets take only categories and queues that are listed and not archived, as ever with teams. Default: any word.</summary>
    public bool StrictCategories { get; init; }

    /// <summary>
    /// Reports may show single people and groups of fewer than five. Off by default and for admins of the tenant to switch on: such figures
    /// need the consent of the staff council.
    /// </summary>
    public bool PerPersonReports { get; init; }

    /// <summary>Whether agents, managers and admins must have a second factor. Default: they may.</summary>
    public SecondFactorPolicy SecondFactor { get; init; } = SecondFactorPolicy.Optional;

    public AttachmentChoice Attachments { get; init; } = new();
}

public enum SecondFactorPolicy
{
    Optional,
    /// <summary>Staff without one can only set one up.</summary>
    StaffRequired,
}
