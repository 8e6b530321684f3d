using System.Globalization;
using System.Text.RegularExpressions;
using Helpdesk.Domain.Attachments;

namespace Helpdesk.Domain.Tenants;

/// <summary>What a tenant may choose. Each fault names its member in the settings.</summary>
public static partial class TenantSettingsRules
{
    private const int MostDomains = 50;
    private const int LongestLine = 300;

    private static readonly string[] GermanStates =
        ["BB", "BE", "BW", "BY", "HB", "HE", "HH", "MV", "NI", "NW", "RP", "SH", "SL", "SN", "ST", "TH"];

    public static IEnumerable<FieldError> Faults(TenantSettings settings) =>
        OfPlace(settings).Concat(OfRegistration(settings)).Concat(OfTimes(settings)).Concat(OfBranding(settings.Branding))
            .Concat(OfBusiness(settings.Business)).Concat(AttachmentChoice.Faults(settings.Attachments, "/attachments"))
            .OfType<FieldError>();

    private static IEnumerable<FieldError?> OfPlace(TenantSettings settings)
    {
        yield return DateTimeZoneProviders.Tzdb.GetZoneOrNull(settings.Zone) is null
            ? FieldCode.UnknownTimeZone.At("/zone")
            : null;
        yield return settings.State is { } state && !GermanStates.Contains(state)
            ? FieldError.OneOf(FieldCode.UnknownState, "/state", GermanStates)
            : null;
        yield return settings.Inhabitants is < 0 or > 100_000_000
            ? FieldError.OutOfRange("/inhabitants", 0, 100_000_000) : null;
        yield return settings.CmsVersion is { } version && !SemanticVersion.TryParse(version, out _)
            ? FieldCode.NotAVersion.At("/cms_version")
            : null;
    }

    private static IEnumerable<FieldError?> OfRegistration(TenantSettings settings)
    {
        yield return settings.Languages.IsDefaultOrEmpty || settings.Languages.Any(language => language is not ("de" or "en")) ||
            settings.Languages.Distinct().Count() != settings.Languages.Length
            ? FieldCode.UnknownLanguage.At("/languages",
                "Muss de, en oder beide nennen, die übliche Sprache zuerst.", "Must list de, en or both, the default one first.") : null;
        if (settings.RegistrationDomains.Length > MostDomains)
            yield return FieldError.TooMany("/registration_domains", MostDomains);
        foreach (var (at, _) in settings.RegistrationDomains.Take(MostDomains).Index().Where(one => !IsDomainName(one.Item)))
            yield return FieldCode.Format.At($"/registration_domains/{at}",
                "Muss ein Domainname in kleinen Buchstaben sein, ohne @.", "Must be a domain name in lower case, without @.");
        yield return settings is { Registration: RegistrationMode.ByDomain, RegistrationDomains.IsDefaultOrEmpty: true }
            ? FieldCode.Required.At("/registration_domains",
                "Für die Registrierung nach Domain wird mindestens eine Domain gebraucht.",
                "Registration by domain needs at least one domain.") : null;
    }

    private static IEnumerable<FieldError?> OfTimes(TenantSettings settings)
    {
        yield return settings.AutoCloseDays is < 1 or > 365
            ? FieldCode.OutOfRange.At(
                "/auto_close_days", "Muss zwischen 1 und 365 liegen oder null sein.", "Must lie between 1 and 365, or be null.") : null;
        yield return settings.FollowUpAfterDays is < 0 or > 365 ? FieldError.OutOfRange("/follow_up_after_days", 0, 365) : null;
        yield return settings.Retention.ClosedTicketMonths is < 1 or > 360
            ? FieldError.OutOfRange("/retention/closed_ticket_months", 1, 360)
            : null;
        yield return settings.Retention.AuditMonths is < 12 or > 360
            ? FieldError.OutOfRange("/retention/audit_months", 12, 360) : null;
    }

    private static IEnumerable<FieldError?> OfBranding(TenantBranding? branding)
    {
        if (branding is null)
            yield break;

        (string Pointer, string? Colour)[] colours =
            [("primary", branding.Primary), ("on_primary", branding.OnPrimary), ("accent", branding.Accent ?? "#000000")];
        foreach (var (member, colour) in colours)
        {
            yield return Contrast.IsColour(colour) ? null : FieldCode.Format.At(
                $"/branding/{member}", "Muss eine Farbe wie #005a9c sein.", "Must be a colour such as #005a9c.");
        }

        if (colours.All(colour => Contrast.IsColour(colour.Colour)))
        {
            yield return Unreadable("/branding/on_primary", branding.OnPrimary, branding.Primary);
            yield return branding.Accent is { } accent ? Unreadable("/branding/accent", accent, "#ffffff") : null;
        }

        yield return branding.Logo is { } logo && !IsLogo(logo)
            ? FieldCode.Format.At("/branding/logo",
                "Muss ein Pfad beim Mandanten selbst wie /media/logo.svg oder eine https-Adresse sein; höchstens 300 Zeichen.",
                "Must be a path on the tenant's own host, such as /media/logo.svg, or an https address; at most 300 characters.")
            : null;
    }

    private static FieldError? Unreadable(string pointer, string text, string background)
    {
        var ratio = Contrast.Ratio(text, background);
        if (ratio >= Contrast.Least)
            return null;
        var shown = Math.Floor(ratio * 100) / 100;
        return FieldCode.ContrastTooLow.At(pointer,
            $"{text} auf {background} hat einen Kontrast von {German.Hundredths(shown)}:1; "
                + $"nötig sind {German.Hundredths(Contrast.Least)}:1.",
            string.Create(CultureInfo.InvariantCulture,
                $"{text} on {background} has a contrast of {shown:0.00}:1; at least {Contrast.Least}:1 is needed."));
    }

    // An address without a host of its own begins with one slash: two would name another host.
    private static bool IsLogo(string logo) =>
        logo.Length <= LongestLine && Text.OneLine(logo, "", LongestLine) is null && !logo.Contains('\\') &&
        ((logo[0] == '/' && !logo.StartsWith("//", StringComparison.Ordinal)) || IsWebAddress(logo));

    internal static bool IsWebAddress(string address) =>
        address.Length <= LongestLine && Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0;

    private static IEnumerable<FieldError?> OfBusiness(TenantBusiness business)
    {
        yield return business.Address is { } address ? Text.Body(address, "/business/address", LongestLine) : null;
        yield return business.Phone is { } phone ? Text.OneLine(phone, "/business/phone", LongestLine) : null;
        yield return business.Email is { } email
            && !EmailAddress.Parse(email).IsOk ? FieldCode.Format.At(
                "/business/email", "Muss eine E-Mail-Adresse sein.", "Must be an e-mail address.") : null;
        yield return business.Website is { } site
            && !IsWebAddress(site) ? FieldCode.Format.At(
                "/business/website", "Muss eine https-Adresse sein.", "Must be an https address.") : null;
    }

    private static bool IsDomainName(string domain) => domain.Length <= 253 && DomainName().IsMatch(domain);

    [GeneratedRegex(@"^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}\z", RegexOptions.NonBacktracking)]
    internal static partial Regex DomainName();
}
