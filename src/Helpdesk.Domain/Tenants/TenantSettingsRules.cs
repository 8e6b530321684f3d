using System.Globalization;
using System.Text.RegularExpressions;
using Helpdesk.Domain.People;

namespace Helpdesk.Domain.Tenants;

/// <summary>What a tenant may choose. Each fault names its member in the settings.</summary>
internal static partial class TenantSettingsRules
{
    private const int MostDomains = 50;
    private const int LongestLine = 300;

    private static readonly string[] GermanStates =
        ["BB", "BE", "BW", "BY", "HB", "HE", "HH", "MV", "NI", "NW", "RP", "SH", "SL", "SN", "ST", "TH"];

    public static IEnumerable<FieldError> Faults(TenantSettings settings) =>
        OfPlace(settings).Concat(OfRegistration(settings)).Concat(OfTimes(settings)).Concat(OfBranding(settings.Branding))
            .Concat(OfBusiness(settings.Business)).OfType<FieldError>();

    private static IEnumerable<FieldError?> OfPlace(TenantSettings settings)
    {
        yield return DateTimeZoneProviders.Tzdb.GetZoneOrNull(settings.Zone) is null
            ? new("/zone", "unknown-zone", "Must be an IANA time zone such as Europe/Berlin.")
            : null;
        yield return settings.State is { } state && !GermanStates.Contains(state)
            ? new("/state", "unknown-state", $"Must be one of: {string.Join(", ", GermanStates)}.")
            : null;
        yield return settings.Inhabitants is < 0 or > 100_000_000
            ? new("/inhabitants", "out-of-range", "Must lie between 0 and 100000000.") : null;
        yield return settings.CmsVersion is { } version && !SemanticVersion.TryParse(version, out _)
            ? new("/cms_version", "not-a-version", "Must be a semantic version, such as 5.2.0.")
            : null;
    }

    private static IEnumerable<FieldError?> OfRegistration(TenantSettings settings)
    {
        yield return settings.Languages.IsDefaultOrEmpty || settings.Languages.Any(language => language is not ("de" or "en")) ||
            settings.Languages.Distinct().Count() != settings.Languages.Length
            ? new("/languages", "unknown-language", "Must list de, en or both, the default one first.")
            : null;
        yield return settings.RegistrationDomains.Length > MostDomains || settings.RegistrationDomains.Any(domain => !IsDomainName(domain))
            ? new("/registration_domains", "format", $"Must list at most {MostDomains} domain names in lower case, without @.")
            : null;
        yield return settings is { Registration: RegistrationMode.ByDomain, RegistrationDomains.IsDefaultOrEmpty: true }
            ? new("/registration_domains", "required", "Registration by domain needs at least one domain.")
            : null;
    }

    private static IEnumerable<FieldError?> OfTimes(TenantSettings settings)
    {
        yield return settings.AutoCloseDays is < 1 or > 365
            ? new("/auto_close_days", "out-of-range", "Must lie between 1 and 365, or be null.") : null;
        yield return settings.FollowUpAfterDays is < 0 or > 365
            ? new("/follow_up_after_days", "out-of-range", "Must lie between 0 and 365.") : null;
        yield return settings.Retention.ClosedTicketMonths is < 1 or > 360
            ? new("/retention/closed_ticket_months", "out-of-range", "Must lie between 1 and 360.")
            : null;
        yield return settings.Retention.AuditMonths is < 12 or > 360
            ? new("/retention/audit_months", "out-of-range", "Must lie between 12 and 360.") : null;
    }

    private static IEnumerable<FieldError?> OfBranding(TenantBranding? branding)
    {
        if (branding is null)
            yield break;

        (string Pointer, string? Colour)[] colours =
            [("primary", branding.Primary), ("on_primary", branding.OnPrimary), ("accent", branding.Accent ?? "#000000")];
        foreach (var (member, colour) in colours)
            yield return Contrast.IsColour(colour) ? null : new($"/branding/{member}", "format", "Must be a colour such as #005a9c.");
        if (colours.All(colour => Contrast.IsColour(colour.Colour)))
        {
            yield return Unreadable("/branding/on_primary", branding.OnPrimary, branding.Primary);
            yield return branding.Accent is { } accent ? Unreadable("/branding/accent", accent, "#ffffff") : null;
        }

        yield return branding.Logo is { } logo && !IsLogo(logo)
            ? new("/branding/logo", "format",
                "Must be a path on the tenant's own host, such as /media/logo.svg, or an https address; at most 300 characters.")
            : null;
    }

    private static FieldError? Unreadable(string pointer, string text, string background)
    {
        var ratio = Contrast.Ratio(text, background);
        return ratio >= Contrast.Least ? null : new(pointer, "contrast-too-low", string.Create(
            CultureInfo.InvariantCulture,
            $"{text} on {background} has a contrast of {Math.Floor(ratio * 100) / 100:0.00}:1; at least {Contrast.Least}:1 is needed."));
    }

    // An address without a host of its own begins with one slash: two would name another host.
    private static bool IsLogo(string logo) =>
        logo.Length <= LongestLine && Text.OneLine(logo, "", LongestLine) is null && !logo.Contains('\\') &&
        ((logo[0] == '/' && !logo.StartsWith("//", StringComparison.Ordinal)) || IsWebAddress(logo));

    private static bool IsWebAddress(string address) =>
        address.Length <= LongestLine && Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0;

    private static IEnumerable<FieldError?> OfBusiness(TenantBusiness business)
    {
        yield return business.Address is { } address ? Text.Body(address, "/business/address", LongestLine) : null;
        yield return business.Phone is { } phone ? Text.OneLine(phone, "/business/phone", LongestLine) : null;
        yield return business.Email is { } email
            && !EmailAddress.Parse(email).IsOk ? new("/business/email", "format", "Must be an e-mail address.") : null;
        yield return business.Website is { } site
            && !IsWebAddress(site) ? new("/business/website", "format", "Must be an https address.") : null;
    }

    private static bool IsDomainName(string domain) => domain.Length <= 253 && DomainName().IsMatch(domain);

    [GeneratedRegex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$", RegexOptions.NonBacktracking)]
    internal static partial Regex DomainName();
}
