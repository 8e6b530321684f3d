using System.Text.RegularExpressions;
using Helpdesk.Domain.Access;
using Helpdesk.Domain.FeatureFlags;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Tickets;
using NodaTime;

namespace Helpdesk.Domain.Tenants;

/// <summary>Creating, renaming, suspending and setting up tenants. Operators do it at the console; settings are also the tenant admins' own.</summary>
public static partial class TenantRules
{
    public const int MostName = 200;
    public const int MostReason = 1_000;
    public const int MostDomains = 50;

    private static readonly string[] GermanStates = ["BB", "BE", "BW", "BY", "HB", "HE", "HH", "MV", "NI", "NW", "RP", "SH", "SL", "SN", "ST", "TH"];

    public static Decision<TenantEvent> Create(Tenant? present, string slug, string name, TenantSettings? settings, Member member)
    {
        if (member.Role != Role.Operator)
            return TenantErrors.OperatorsOnly;
        if (present is not null)
            return TenantErrors.SlugTaken;

        var faults = Faults(Slug.Fault(slug, "/slug"), Text.OneLine(name, "/name", MostName)).Concat(Faults(settings ?? new())).ToList();
        return faults.Count > 0
            ? Error.Invalid(faults)
            : new TenantEvent.Created(slug, name, TicketNumber.PrefixFor(slug), settings ?? new());
    }

    public static Decision<TenantEvent> Rename(Tenant tenant, string name, Member member)
    {
        if (member.Role != Role.Operator)
            return TenantErrors.OperatorsOnly;
        if (Text.OneLine(name, "/name", MostName) is { } fault)
            return Error.Invalid(fault);

        return name == tenant.Name ? Decision<TenantEvent>.Nothing : new TenantEvent.Renamed(tenant.Name, name);
    }

    public static Decision<TenantEvent> ChangeSettings(Tenant tenant, TenantSettings settings, Member member)
    {
        if (member.Role is not (Role.Operator or Role.Admin))
            return TenantErrors.AdminsOnly;
        var faults = Faults(settings).ToList();
        if (faults.Count > 0)
            return Error.Invalid(faults);

        return new TenantEvent.SettingsChanged(tenant.Settings, settings);
    }

    public static Decision<TenantEvent> Suspend(Tenant tenant, string reason, Member member)
    {
        if (member.Role != Role.Operator)
            return TenantErrors.OperatorsOnly;
        if (Text.Body(reason, "/reason", MostReason) is { } fault)
            return Error.Invalid(fault);

        return tenant.Status == TenantStatus.Active ? new TenantEvent.Suspended(reason) : TenantErrors.NotActive;
    }

    public static Decision<TenantEvent> Reactivate(Tenant tenant, Member member)
    {
        if (member.Role != Role.Operator)
            return TenantErrors.OperatorsOnly;

        return tenant.Status == TenantStatus.Suspended ? new TenantEvent.Reactivated() : TenantErrors.NotSuspended;
    }

    private static IEnumerable<FieldError> Faults(TenantSettings settings) => Faults(
        settings.Languages.IsDefaultOrEmpty || settings.Languages.Any(language => language is not ("de" or "en")) || settings.Languages.Distinct().Count() != settings.Languages.Length
            ? new("/settings/languages", "unknown-language", "Must list de, en or both, the default one first.")
            : null,
        settings.RegistrationDomains.Length > MostDomains || settings.RegistrationDomains.Any(domain => !DomainName().IsMatch(domain))
            ? new("/settings/registration_domains", "format", $"Must list at most {MostDomains} domain names in lower case, without @.")
            : null,
        settings is { Registration: RegistrationMode.ByDomain, RegistrationDomains.IsDefaultOrEmpty: true }
            ? new("/settings/registration_domains", "required", "Registration by domain needs at least one domain.")
            : null,
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(settings.Zone) is null
            ? new("/settings/zone", "unknown-zone", "Must be an IANA time zone such as Europe/Berlin.")
            : null,
        settings.State is { } state && !GermanStates.Contains(state)
            ? new("/settings/state", "unknown-state", $"Must be one of: {string.Join(", ", GermanStates)}.")
            : null,
        settings.Inhabitants is < 0 or > 100_000_000
            ? new("/settings/inhabitants", "out-of-range", "Must lie between 0 and 100000000.")
            : null,
        settings.CmsVersion is { } version && !SemanticVersion.TryParse(version, out _)
            ? new("/settings/cms_version", "not-a-version", "Must be a semantic version, such as 5.2.0.")
            : null);

    private static IEnumerable<FieldError> Faults(params FieldError?[] faults) => faults.OfType<FieldError>();

    [GeneratedRegex("^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$", RegexOptions.NonBacktracking)]
    private static partial Regex DomainName();
}
