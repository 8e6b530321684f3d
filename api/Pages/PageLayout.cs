using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Helpdesk.Api.Tenancy;

namespace Helpdesk.Api.Pages;

/// <summary>
/// The frame of the few pages that are served here and not by the UI: plain HTML that needs no script, in light and dark, from 320 px on.
/// What is shown comes from requests and from clients, so every text goes through <see cref="Text"/>.
/// </summary>
internal static class PageLayout
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);

    private static readonly string StyleHash = HashOf(PageStyle.Text);

    public static string Text(string text) => Encoder.Encode(text);

    public static string Hidden(string name, string value) => $"""<input type="hidden" name="{Text(name)}" value="{Text(value)}">""";

    /// <summary>As the browser asks, else in the first language of the municipality.</summary>
    public static bool IsGerman(HttpContext context, string? locales = null) =>
        AskedLanguage.IsGerman(context, locales?.Split(' ') ?? []);

    /// <summary>
    /// What went wrong, above the form and with the focus, so that it is read out first; each field that it is about says the same by
    /// <c>aria-describedby="why"</c>.
    /// </summary>
    /// <param name="field">Id of the field to go to; <c>null</c>: none is wrong.</param>
    public static string Summary(bool german, string code, string why, string? field = null)
    {
        var text = field is null ? Text(why) : $"""<a href="#{field}">{Text(why)}</a>""";
        return $"""
            <div role="alert" tabindex="-1" autofocus data-code="{Text(code)}">
            <h2>{(german ? "Es hat nicht geklappt" : "It did not work")}</h2><p id="why">{text}</p></div>
            """;
    }

    /// <summary>Where this page is: the municipality and its host, so that people see whom they give a password.</summary>
    public static string Place(TenantContext at) =>
        at.Kind is HostKind.Tenant ? $"<strong>{Text(at.Name)}</strong> ({Text(at.Host)})" : $"<strong>{Text(at.Host)}</strong>";

    /// <param name="isRefusal">Said first in the title, which is what a screen reader begins with.</param>
    /// <param name="formsLeadTo">
    /// An origin or scheme besides our own that the answer to a form may redirect to: browsers hold redirections against <c>form-action</c>
    /// as well.
    /// </param>
    /// <param name="script">Only spares people a step; the page works without.</param>
    /// <param name="tellsNoAddress">
    /// Where it leads to, nobody is told where one came from: a page whose address is a right, or one without a form.
    /// </param>
    public static IResult Page(
        bool german, int status, string title, string main, string? formsLeadTo = null, bool isRefusal = false, string? script = null,
        bool tellsNoAddress = false) =>
        new Html(german, status, formsLeadTo, script, tellsNoAddress, $"""
        <!doctype html>
        <html lang="{(german ? "de" : "en")}">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
        <title>{(isRefusal ? german ? "Fehler: " : "Error: " : "")}{Text(title)} · Helpdesk</title><style>{PageStyle.Text}</style></head>
        <body><main><h1>{Text(title)}</h1>{main}</main>{(script is null ? "" : $"<script>{script}</script>")}</body>
        </html>
        """);

    /// <returns><c>https://app.example</c>, or <c>org.example.app:</c> for a scheme of an app's own.</returns>
    /// <remarks>Content Security Policy knows no IPv6 addresses, so of these only the scheme can be named.</remarks>
    public static string? Target(string? uri) =>
        !Uri.TryCreate(uri, UriKind.Absolute, out var parsed) ? null
        : parsed.Scheme is "http" or "https" && parsed.HostNameType is not UriHostNameType.IPv6 ? parsed.GetLeftPart(UriPartial.Authority)
        : $"{parsed.Scheme}:";

    private static string HashOf(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    private sealed class Html(bool german, int status, string? formsLeadTo, string? script, bool tellsNoAddress, string page) : IResult
    {
        private string Policy => string.Join("; ", new[]
        {
            "default-src 'none'",
            $"style-src {StyleHash}",
            script is null ? null : $"script-src {HashOf(script)}",
            "base-uri 'none'",
            formsLeadTo is null ? "form-action 'self'" : $"form-action 'self' {formsLeadTo}",
            "frame-ancestors 'none'",
        }.OfType<string>());

        public Task ExecuteAsync(HttpContext context)
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = Policy;
            headers.CacheControl = "no-store";
            AskedLanguage.Say(context.Response, german);
            // With less than same-origin, browsers do not say where a form comes from.
            headers["Referrer-Policy"] = tellsNoAddress ? "no-referrer" : "same-origin";
            context.Response.StatusCode = status;
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync(page, context.RequestAborted);
        }
    }
}
