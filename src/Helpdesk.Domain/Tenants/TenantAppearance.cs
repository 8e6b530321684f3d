namespace Helpdesk.Domain.Tenants;

/// <summary>How a municipality shows itself to whoever comes to its host, signed in or not. Nothing in it is secret.</summary>
public sealed record TenantAppearance
{
    /// <summary>One <c>#rrggbb</c>, from which the themes are made; <c>null</c>: see <see cref="ColourOf"/>.</summary>
    public string? Colour { get; init; }

    /// <summary><c>null</c>: none.</summary>
    public TenantLogo? Logo { get; init; }

    /// <summary>What stands for the logo where it is not seen; <c>null</c>: the municipality's name.</summary>
    public string? LogoAlt { get; init; }

    public TicketWord TicketWord { get; init; } = new();

    public TenantContact Contact { get; init; } = new();

    /// <summary>Into which category reports of barriers go; <c>null</c>: into none.</summary>
    public string? FeedbackCategory { get; init; }

    /// <summary>The chosen colour, else the primary one of the settings, else the platform's own.</summary>
    public string ColourOf(TenantSettings settings) => Colour ?? settings.Branding?.Primary ?? TenantTheme.PlatformColour;

    /// <summary>Where help is to be had; what is not told here is taken from the imprint's.</summary>
    public TenantContact ContactOf(TenantSettings settings) => Contact with
    {
        Phone = Contact.Phone ?? settings.Business.Phone,
        Email = Contact.Email ?? settings.Business.Email,
    };
}

/// <summary>A picture, drawn anew. Its content never changes: another picture has another name.</summary>
/// <param name="Hash">Of its content, in lower-case hexadecimal digits.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
public sealed record TenantLogo(string Hash, int Width, int Height)
{
    /// <summary>In bytes, inclusive: what is sent.</summary>
    public const int MostBytes = 2 * 1024 * 1024;
}

/// <summary>Where people get help who cannot or will not use the portal; each <c>null</c> where it is not told.</summary>
/// <param name="HoursDe">When somebody is there, in words and in German; several lines.</param>
/// <param name="HoursEn">The same in English.</param>
public sealed record TenantContact(string? Phone = null, string? Email = null, string? HoursDe = null, string? HoursEn = null)
{
    public const int LongestPhone = 60;
    public const int LongestHours = 500;
}

/// <summary>What a municipality may show of itself. Each fault names its member.</summary>
public static class AppearanceRules
{
    public const int LongestAlt = 200;

    public static IEnumerable<FieldError> Faults(TenantAppearance appearance) => All(appearance).OfType<FieldError>();

    public static Error? Read(Member member) => member.Role is Role.Admin ? null : AccessErrors.AdminOnly;

    /// <summary>All but the logo, which has a way of its own.</summary>
    public static Decision<TenantEvent> Change(Tenant tenant, TenantAppearance appearance, Member member)
    {
        if (Read(member) is { } refusal)
            return refusal;
        var faults = Faults(appearance).ToList();
        return faults.Count > 0 ? Error.Invalid(faults)
            : Changed(tenant, appearance with { Logo = tenant.Appearance.Logo, Colour = appearance.Colour?.ToLowerInvariant() });
    }

    /// <param name="logo"><c>null</c>: none any more.</param>
    public static Decision<TenantEvent> ChangeLogo(Tenant tenant, TenantLogo? logo, Member member) =>
        Read(member) is { } refusal ? refusal : Changed(tenant, tenant.Appearance with { Logo = logo });

    private static Decision<TenantEvent> Changed(Tenant tenant, TenantAppearance next) => next == tenant.Appearance
        ? Decision<TenantEvent>.Nothing : new TenantEvent.AppearanceChanged(tenant.Appearance, next);

    private static IEnumerable<FieldError?> All(TenantAppearance appearance)
    {
        var (contact, word) = (appearance.Contact, appearance.TicketWord);
        yield return appearance.Colour is { } colour && !Contrast.IsColour(colour) ? NotAColour("/colour") : null;
        yield return appearance.LogoAlt is { } alt ? Text.OneLine(alt, "/logo_alt", LongestAlt) : null;
        foreach (var fault in word.Faults("/ticket_word"))
            yield return fault;
        yield return contact.Phone is { } phone ? Text.OneLine(phone, "/contact/phone", TenantContact.LongestPhone) : null;
        yield return contact.Email is { } email && !EmailAddress.Parse(email).IsOk
            ? FieldCode.Format.At("/contact/email", "Muss eine E-Mail-Adresse sein.", "Must be an e-mail address.") : null;
        yield return TicketKeys.FaultIfAny(appearance.FeedbackCategory, "/feedback_category");
        yield return contact.HoursDe is { } de ? Text.Body(de, "/contact/hours/de", TenantContact.LongestHours) : null;
        yield return contact.HoursEn is { } en ? Text.Body(en, "/contact/hours/en", TenantContact.LongestHours) : null;
    }

    public static FieldError NotAColour(string pointer) =>
        FieldCode.Format.At(pointer, "Muss eine Farbe wie #005a9c sein.", "Must be a colour such as #005a9c.");
}
