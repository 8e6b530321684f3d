using System.Text.Json.Serialization;
using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Api.Tenants;

/// <summary>
/// How a host looks as an app on somebody's device (W3C Web Application Manifest): under the name and the colour of the municipality. Each
/// host is an app of its own.
/// </summary>
internal static class WebManifest
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly ManifestIcon[] Icons =
    [
        new("/icon-192.png", "192x192", "image/png", "any"), new("/icon-512.png", "512x512", "image/png", "any"),
        new("/icon-maskable-192.png", "192x192", "image/png", "maskable"),
        new("/icon-maskable-512.png", "512x512", "image/png", "maskable"), new("/icon.svg", "any", "image/svg+xml", "any"),
    ];

    public static void MapWebManifest(this IEndpointRouteBuilder host) => host.MapGet("/manifest.webmanifest", Show)
        .WithTags("Appearance").AllowAnonymous().Named("ReadWebManifest")
        .AnswersCached<WebManifestResponse>(
            "application/manifest+json", "How this host looks as an app on a device; may be kept for a minute.");

    private static CachedAnswer Show(HttpContext context)
    {
        var at = context.Tenant();
        new QueryReader(context.Request).Done();
        return new(JsonSerializer.SerializeToUtf8Bytes(Of(at), Json), "application/manifest+json; charset=utf-8", isVersioned: false);
    }

    private static WebManifestResponse Of(TenantContext at)
    {
        var (language, isTown) = (at.Settings.Languages[0], at.Kind is HostKind.Tenant && at.Name.Length > 0);
        return new()
        {
            Name = isTown ? $"Helpdesk {at.Name}" : at.Kind is HostKind.Desk ? "Helpdesk Desk" : "Helpdesk",
            ShortName = isTown ? at.Name : "Helpdesk",
            Lang = language,
            ThemeColor = ThemeStylesheet.Of(at.Appearance.ColourOf(at.Settings)).Theme.Light.Accent,
            Icons = Icons,
            Shortcuts = isTown ? Shortcuts(language != "en", at.Appearance.TicketWord) : [new("Tickets", "/work")],
        };
    }

    private static IReadOnlyList<ManifestShortcut> Shortcuts(bool german, TicketWord word) =>
    [
        new(german ? $"{word.De.Accusative} eröffnen" : $"Open {word.En.Article} {word.En.Singular}", "/tickets/new"),
        new(german ? $"Meine {word.De.Plural}" : $"My {word.En.Plural}", "/tickets"),
    ];
}

/// <summary>Members as the standard names them.</summary>
public sealed record WebManifestResponse
{
    public required string Name { get; init; }
    public required string ShortName { get; init; }
    public required string Lang { get; init; }
    public string Dir { get; } = "ltr";

    /// <summary>Stays, whatever the first page is some day: by it a device knows the app again.</summary>
    public string Id { get; } = "/";
    public string StartUrl { get; } = "/";
    public string Scope { get; } = "/";
    public string Display { get; } = "standalone";
    public string BackgroundColor { get; } = "#ffffff";
    public required string ThemeColor { get; init; }
    public required IReadOnlyList<ManifestIcon> Icons { get; init; }
    public required IReadOnlyList<ManifestShortcut> Shortcuts { get; init; }
}

public sealed record ManifestIcon(string Src, string Sizes, string Type, string Purpose);

public sealed record ManifestShortcut(string Name, string Url);
