using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Api.Tenants;

/// <summary>What sort of host it is.</summary>
public enum HostFace
{
    /// <summary>A municipality's own: customers and its staff.</summary>
    Portal,
    /// <summary>Agents over all tenants that they serve.</summary>
    Desk,
    /// <summary>Operators.</summary>
    Console,
}

/// <summary>What a page must know before anybody has signed in. Nothing in it is secret.</summary>
public sealed record AppearanceResponse
{
    public required HostFace Host { get; init; }

    /// <summary>The municipality's; `desk` and `console` at these hosts.</summary>
    public required string Slug { get; init; }

    /// <summary>What people call the municipality; `Helpdesk` at the desk and the console.</summary>
    public required string Name { get; init; }

    /// <summary>`de`, `en` or both.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>The first of them.</summary>
    public required string DefaultLanguage { get; init; }

    /// <summary>IANA name: times are shown in it.</summary>
    public required string Zone { get; init; }

    /// <summary>What customers read where staff read Ticket.</summary>
    public required TicketWordDocument TicketWord { get; init; }

    /// <summary>null: none; the name stands there.</summary>
    public required LogoResponse? Logo { get; init; }

    public required ThemeResponse Theme { get; init; }

    /// <summary>People can open an account by themselves, all or those with addresses of some domains.</summary>
    public required bool RegistrationOpen { get; init; }

    public required SignInWaysResponse SignIn { get; init; }

    public required ContactDocument Contact { get; init; }

    /// <summary>Which texts there are, in the order of the footer; the others are not offered.</summary>
    public required IReadOnlyList<ReadableTextResponse> Texts { get; init; }

    internal static AppearanceResponse Of(
        TenantContext at, IReadOnlyList<(TenantTextKey Key, IReadOnlyList<string> Languages)> texts)
    {
        var look = at.Appearance;
        return new()
        {
            Host = at.Kind switch { HostKind.Desk => HostFace.Desk, HostKind.Console => HostFace.Console, _ => HostFace.Portal },
            Slug = at.Slug,
            Name = NameOf(at),
            Languages = at.Settings.Languages,
            DefaultLanguage = at.Settings.Languages[0],
            Zone = at.Settings.Zone,
            TicketWord = TicketWordDocument.Of(look.TicketWord),
            Logo = LogoResponse.Of(look, NameOf(at)),
            Theme = ThemeResponse.Of(ThemeStylesheet.Of(look.ColourOf(at.Settings))),
            RegistrationOpen = at.Kind is HostKind.Tenant && at.Settings.Registration is not RegistrationMode.Closed,
            SignIn = new(Password: true, Passkey: true, []),
            Contact = ContactDocument.Of(look.ContactOf(at.Settings)),
            Texts = [.. texts.Select(text => new ReadableTextResponse(text.Key, text.Languages))],
        };
    }

    private static string NameOf(TenantContext at) => at.Name.Length > 0 ? at.Name : "Helpdesk";
}

/// <param name="Address">On the same host; it names the picture's version, so it may be kept for ever.</param>
/// <param name="Alt">What stands for it where it is not seen.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
public sealed record LogoResponse(string Address, string Alt, int Width, int Height)
{
    internal static LogoResponse? Of(TenantAppearance look, string name) => look.Logo is not { } logo ? null
        : new($"/api/v1/appearance/logo?v={logo.Hash}", look.LogoAlt ?? name, logo.Width, logo.Height);
}

/// <param name="Address">
/// Of the stylesheet, on the same host; it names the version, so it may be kept for ever. It sets `--brand`, `--accent` and `--on-accent`.
/// </param>
/// <param name="Colour">The one colour from which it is made, as #rrggbb: for `theme-color`.</param>
public sealed record ThemeResponse(string Address, string Colour)
{
    internal static ThemeResponse Of(ThemeStylesheet sheet) => new($"/theme.css?v={sheet.Version}", sheet.Theme.Brand);
}

/// <param name="Password">By e-mail address and password.</param>
/// <param name="Passkey">By a passkey.</param>
/// <param name="Providers">Others who say who somebody is, by OpenID Connect. Empty: none.</param>
public sealed record SignInWaysResponse(bool Password, bool Passkey, IReadOnlyList<SignInProviderResponse> Providers);

/// <param name="Name">As it stands on the button.</param>
/// <param name="Address">Where its way in begins, on the same host.</param>
public sealed record SignInProviderResponse(string Name, string Address);

/// <param name="Key">Which text.</param>
/// <param name="Languages">In which it can be read.</param>
public sealed record ReadableTextResponse(TenantTextKey Key, IReadOnlyList<string> Languages);

/// <param name="Colour">The municipality's colour as #rrggbb; null: `branding.primary` of the settings, or the platform's own.</param>
/// <param name="LogoAlt">What stands for the logo where it is not seen, at most 200 characters; null: the municipality's name.</param>
/// <param name="TicketWord">What customers read where staff read Ticket. null: Ticket.</param>
/// <param name="Contact">Where help is to be had. null: as the settings' `business` says.</param>
/// <param name="FeedbackCategory">
/// Key of the category of reports of barriers. null: none; so it is, too, where the tenant's list has no such category.
/// </param>
public sealed record AppearanceDocument(
    string? Colour = null, [OneLine(AppearanceRules.LongestAlt)] string? LogoAlt = null, TicketWordDocument? TicketWord = null,
    ContactDocument? Contact = null, string? FeedbackCategory = null) : IJudged
{
    IEnumerable<FieldError?> IJudged.Faults(HttpContext context) => AppearanceRules.Faults(ToDomain());

    internal TenantAppearance ToDomain() => new()
    {
        Colour = Colour,
        LogoAlt = LogoAlt,
        TicketWord = TicketWord?.ToDomain() ?? new(),
        Contact = Contact is { } contact ? new(contact.Phone, contact.Email, contact.Hours?.De, contact.Hours?.En) : new(),
        FeedbackCategory = FeedbackCategory,
    };

    internal static AppearanceDocument Of(TenantAppearance look) =>
        new(look.Colour, look.LogoAlt, TicketWordDocument.Of(look.TicketWord), ContactDocument.Of(look.Contact), look.FeedbackCategory);
}

/// <param name="De">The German forms.</param>
/// <param name="En">The English forms.</param>
public sealed record TicketWordDocument([Required] GermanWordDocument? De = null, [Required] EnglishWordDocument? En = null)
{
    internal TicketWord ToDomain() => new()
    {
        De = De?.ToDomain() ?? new(),
        En = En is { } en ? new() { Article = en.Article ?? "", Singular = en.Singular ?? "", Plural = en.Plural ?? "" } : new(),
    };

    internal static TicketWordDocument Of(TicketWord word) =>
        new(GermanWordDocument.Of(word.De), new(word.En.Article, word.En.Singular, word.En.Plural));
}

/// <summary>A German noun without its article, which follows from the gender. At most 40 characters each.</summary>
/// <param name="Gender">`masculine` (der), `feminine` (die) or `neuter` (das).</param>
/// <param name="Nominative">das Anliegen</param>
/// <param name="Genitive">des Anliegens</param>
/// <param name="Dative">dem Anliegen</param>
/// <param name="Accusative">das Anliegen</param>
/// <param name="Plural">die Anliegen: in all cases but the dative.</param>
/// <param name="DativePlural">den Anliegen</param>
public sealed record GermanWordDocument(
    [Required] GermanGender? Gender = null, [Required, OneLine(TicketWord.Longest)] string? Nominative = null,
    [Required, OneLine(TicketWord.Longest)] string? Genitive = null, [Required, OneLine(TicketWord.Longest)] string? Dative = null,
    [Required, OneLine(TicketWord.Longest)] string? Accusative = null, [Required, OneLine(TicketWord.Longest)] string? Plural = null,
    [Required, OneLine(TicketWord.Longest)] string? DativePlural = null)
{
    internal GermanTicketWord ToDomain() => new()
    {
        Gender = Required.Value(Gender),
        Nominative = Nominative ?? "",
        Genitive = Genitive ?? "",
        Dative = Dative ?? "",
        Accusative = Accusative ?? "",
        Plural = Plural ?? "",
        DativePlural = DativePlural ?? "",
    };

    internal static GermanWordDocument Of(GermanTicketWord word) =>
        new(word.Gender, word.Nominative, word.Genitive, word.Dative, word.Accusative, word.Plural, word.DativePlural);
}

/// <summary>In lower case, as inside a sentence. At most 40 characters each.</summary>
/// <param name="Article">a ticket, an enquiry</param>
/// <param name="Singular">ticket</param>
/// <param name="Plural">tickets</param>
public sealed record EnglishWordDocument(
    [Required, OneLine(TicketWord.Longest)] string? Article = null, [Required, OneLine(TicketWord.Longest)] string? Singular = null,
    [Required, OneLine(TicketWord.Longest)] string? Plural = null);

/// <param name="Phone">At most 60 characters.</param>
/// <param name="Hours">When somebody is there, in words.</param>
public sealed record ContactDocument(
    [OneLine(TenantContact.LongestPhone)] string? Phone = null, string? Email = null, PresenceHoursDocument? Hours = null)
{
    internal static ContactDocument Of(TenantContact contact) =>
        new(contact.Phone, contact.Email, new(contact.HoursDe, contact.HoursEn));
}

/// <param name="De">In German; several lines, at most 500 characters.</param>
/// <param name="En">In English, likewise.</param>
public sealed record PresenceHoursDocument(
    [Lines(TenantContact.LongestHours)] string? De = null, [Lines(TenantContact.LongestHours)] string? En = null);
