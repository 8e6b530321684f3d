using System.Collections.Immutable;
using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.People;
using Helpdesk.Domain.SignIn;

namespace Helpdesk.Api.People;

/// <summary>How the pages look and work for the signed-in person, wherever they are.</summary>
internal static class ViewPreferenceEndpoints
{
    public static void MapViewPreferences(this RouteGroupBuilder api)
    {
        var own = api.MapGroup("/me/preferences").WithTags("Access").RequirePerson().EvenUnenrolled();
        own.MapGet("", Read).Named("ReadMyPreferences").AnswersVersion<ViewPreferencesDocument>();
        own.MapPut("", Replace).Named("ReplaceMyPreferences").AnswersVersion<ViewPreferencesDocument>()
            .WithMetadata(new TakesIfMatch(IfMatchUse.Required));
    }

    private static async Task<IResult> Read(HttpContext context, IViewPreferences preferences, IAccounts accounts) => await Shown(
        context, accounts, await preferences.Read(context.Tenant().Home, context.Session().Account, context.RequestAborted));

    private static async Task<IResult> Replace(
        Body<ViewPreferencesDocument> body, HttpContext context, IViewPreferences preferences, IAccounts accounts) =>
        await preferences.Save(
            context.Tenant().Home, context.Session().Account, body.Value.ToDomain(), context.RequiredVersion(), context.RequestAborted)
            is { } saved ? await Shown(context, accounts, saved) : Problems.Of(FeedErrors.Stale);

    private static async Task<IResult> Shown(HttpContext context, IAccounts accounts, ViewPreferences preferences)
    {
        LookCookie.Write(context.Response, preferences, LookCookie.LanguageOf(context.Request) ?? await OwnLanguage(context, accounts));
        context.Response.SetETag(preferences.Version);
        return Json.Ok(ViewPreferencesDocument.Of(preferences));
    }

    private static async Task<string> OwnLanguage(HttpContext context, IAccounts accounts) =>
        (await accounts.Find(context.Tenant().Home, context.Session().Account, context.RequestAborted))?.Here.Language
            ?? context.Tenant().Settings.Languages[0];
}

/// <summary>
/// Theme, density and language of whoever uses this browser, as three words with dots between them: so that a page is drawn right from the
/// first moment, before anybody is known. It opens nothing and says nothing of a person; scripts may read and write it.
/// </summary>
internal static class LookCookie
{
    public const string Name = "__Host-helpdesk-look";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    /// <summary>As it is there: anybody can have written it.</summary>
    public static (string? Theme, string? Density, string? Language) Read(HttpRequest request) =>
        request.Cookies[Name]?.Split('.') is [var theme, var density, var language] ? (theme, density, language) : default;

    /// <summary>Which language this browser reads; <c>null</c>: it has none here yet.</summary>
    public static string? LanguageOf(HttpRequest request) =>
        Read(request).Language is { } language && AskedLanguage.IsOurs(language) ? language : null;

    public static void Write(HttpResponse response, ViewPreferences preferences, string language) => response.Cookies.Append(
        Name, $"{Words<ViewTheme>.Of(preferences.Theme)}.{Words<ViewDensity>.Of(preferences.Density)}.{language}", new()
        { HttpOnly = false, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = Lifetime });
}

/// <summary>
/// What is not here: `language` and `mail_hold`, the seconds in which what was sent can be taken back, are in `/me`. Reading and replacing
/// also set the cookie `__Host-helpdesk-look` to `theme.density.language`, such as `dark.compact.de`. A language that it has stays; else it
/// is the account's.
/// </summary>
/// <param name="Theme">`system` (default), `light` or `dark`.</param>
/// <param name="Density">`comfortable` (default) or `compact`; the portal of customers is always comfortable.</param>
/// <param name="AfterSending">`stay` (default) at the ticket, or go to the `next` one of the list.</param>
/// <param name="LetterShortcuts">Single letters do something outside of texts. Default: true.</param>
/// <param name="Keys">
/// Own keys by the word of the act, at most 100; each key has 1 to 20 characters and stands for one act. Left out: none, the usual ones
/// hold.
/// </param>
/// <param name="TipsSeen">Words of hints that need not be shown again, at most 200. Left out: none.</param>
public sealed record ViewPreferencesDocument(
    ViewTheme? Theme = null, ViewDensity? Density = null, AfterSending? AfterSending = null, bool? LetterShortcuts = null,
    IReadOnlyDictionary<string, string>? Keys = null, IReadOnlyList<string>? TipsSeen = null) : IJudged
{
    IEnumerable<FieldError?> IJudged.Faults(HttpContext context) => ToDomain().Faults();

    internal ViewPreferences ToDomain() => new()
    {
        Theme = Theme ?? ViewTheme.System,
        Density = Density ?? ViewDensity.Comfortable,
        AfterSending = AfterSending ?? Domain.People.AfterSending.Stay,
        LetterShortcuts = LetterShortcuts ?? true,
        Keys = (Keys ?? new Dictionary<string, string>()).ToImmutableSortedDictionary(StringComparer.Ordinal),
        TipsSeen = [.. TipsSeen ?? []],
    };

    internal static ViewPreferencesDocument Of(ViewPreferences preferences) => new(
        preferences.Theme, preferences.Density, preferences.AfterSending, preferences.LetterShortcuts, preferences.Keys,
        preferences.TipsSeen);
}
