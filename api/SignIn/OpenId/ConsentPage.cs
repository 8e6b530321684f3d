using System.Collections.Frozen;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Programs;
using Microsoft.AspNetCore.WebUtilities;
using OpenIddict.Abstractions;
using static Helpdesk.Api.Pages.PageLayout;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Helpdesk.Api.SignIn.OpenId;

/// <summary>Asks whether a program may act for the person, and says in words what it would be able to do.</summary>
internal static class ConsentPage
{
    public const string Decision = "consent", Allow = "allow", Deny = "deny", AntiForgery = "anti_forgery";

    private static readonly FrozenDictionary<string, (string De, string En)> Words = new Dictionary<string, (string, string)>
    {
        [PersonScopes.OpenId] = ("wissen, dass Sie es sind", "know that it is you"),
        [PersonScopes.Profile] = ("Ihren Namen und Ihre Sprache lesen", "read your name and language"),
        [PersonScopes.Email] = ("Ihre E-Mail-Adresse lesen", "read your e-mail address"),
        [PersonScopes.OfflineAccess] =
            ("das auch später tun, bis Sie die Sitzung beenden", "do so later as well, until you end the session"),
        [ApiScopes.TicketsRead] = ("Tickets lesen, die Sie lesen dürfen", "read tickets that you may read"),
        [ApiScopes.TicketsWrite] = ("Tickets in Ihrem Namen anlegen und bearbeiten", "open and change tickets in your name"),
        [ApiScopes.UsersRead] = ("Personen lesen, die Sie sehen dürfen", "read people whom you may see"),
        [ApiScopes.UsersWrite] = ("Kundinnen und Kunden in Ihrem Namen verwalten", "manage customers in your name"),
        [ApiScopes.StaffWrite] =
            ("auch Mitarbeitende und ihre Rollen in Ihrem Namen verwalten, nur keine Administration",
                "manage staff and their roles in your name as well, admins excepted"),
        [ApiScopes.FlagsRead] = ("Funktionsschalter lesen", "read feature flags"),
        [ApiScopes.FlagsEvaluate] = ("Funktionsschalter auswerten", "evaluate feature flags"),
        [ApiScopes.ReportsRead] = ("Auswertungen lesen", "read reports"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <exception cref="KeyNotFoundException">A scope without words: nobody may be asked to allow what is not explained.</exception>
    public static (string De, string En) Describe(string scope) => Words[scope];

    public static IResult Of(
        bool german, string client, MemberRecord person, OpenIddictRequest request, string antiForgery, string asSomebodyElse)
    {
        var fields = string.Concat(Parameters(request).Select(parameter => Hidden(parameter.Key, parameter.Value)));
        var scopes = string.Concat(request.GetScopes().Distinct()
            .OrderBy(scope => scope == PersonScopes.OfflineAccess) // speaks of all the others, so it is the last
            .Select(scope => Describe(scope)).Select(words => $"<li>{Text(german ? words.De : words.En)}</li>"));
        var endIt = german
            ? "Sie können das jederzeit beenden: in der Liste Ihrer Sitzungen."
            : "You can end this at any time: in the list of your sessions.";
        return Page(german, StatusCodes.Status200OK, german ? $"{client} zulassen?" : $"Allow {client}?", $"""
            <p>{Text(german ? "Angemeldet als" : "Signed in as")} <strong>{Text(person.Name)}</strong>,
            {Text(EmailAddress.ForPeople(person.Email))}.
            <a href="{Text(asSomebodyElse)}">{(german ? "Jemand anderes?" : "Somebody else?")}</a></p>
            <p>{Text(german ? $"„{client}“ möchte:" : $"“{client}” would like to:")}</p><ul>{scopes}</ul>
            <form method="post" action="{AuthorizePages.Path}">{fields}{Hidden(AntiForgery, antiForgery)}
            <button type="submit" name="{Decision}" value="{Allow}">{(german ? "Zulassen" : "Allow")}</button>
            <button type="submit" class="quiet" name="{Decision}" value="{Deny}">{(german ? "Ablehnen" : "Deny")}</button>
            </form>
            <p class="hint apart">{endIt}</p>
            """, Target(request.RedirectUri));
    }

    /// <summary>The request as it was asked, without our own fields.</summary>
    public static Dictionary<string, string> Parameters(OpenIddictRequest request) => request.GetParameters()
        .Where(parameter => parameter.Key is not (Decision or AntiForgery))
        .ToDictionary(parameter => parameter.Key, parameter => (string?)parameter.Value ?? "");

    /// <summary>
    /// Where to ask the same again: of somebody who has just signed in, or who first has to. What led to signing in is not asked twice;
    /// whether the person must be asked for consent still counts then.
    /// </summary>
    public static string Address(OpenIddictRequest request, bool signInFirst)
    {
        var parameters = Parameters(request);
        parameters.Remove(OpenIddictConstants.Parameters.MaxAge);
        string?[] prompts =
        [
            signInFirst ? PromptValues.Login : null,
            request.HasPromptValue(PromptValues.Consent) ? PromptValues.Consent : null,
        ];
        parameters[OpenIddictConstants.Parameters.Prompt] = string.Join(' ', prompts.OfType<string>());
        return QueryHelpers.AddQueryString(
            AuthorizePages.Path, parameters.Where(each => each.Value.Length > 0).Select(
                each => KeyValuePair.Create(each.Key, (string?)each.Value)));
    }
}
