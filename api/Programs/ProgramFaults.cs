using System.Text.RegularExpressions;
using Helpdesk.Domain.Programs;

namespace Helpdesk.Api.Programs;

/// <summary>What is wrong with a program that somebody wants to let in, with an API key or as a client.</summary>
internal static partial class ProgramFaults
{
    private const int MostScopes = 20;

    /// <summary>Beside the name, which is judged as a member.</summary>
    public static IEnumerable<FieldError> Of(
        IReadOnlyList<string>? scopes, string? environment, DateTimeOffset? expiresAt, Member member, Instant now, bool scopesNeeded = true)
    {
        var faults = new List<FieldError>();
        if (scopes is { Count: > MostScopes } || scopesNeeded && scopes is not { Count: > 0 })
            faults.Add(FieldCode.Required.At("/scopes",
                $"Muss 1 bis {MostScopes} von diesen nennen: {string.Join(", ", ApiScopes.All.Order())}.",
                $"Must list 1 to {MostScopes} of: {string.Join(", ", ApiScopes.All.Order())}."));
        if (environment is not null && !EnvironmentWord().IsMatch(environment))
            faults.Add(FieldCode.Format.At("/environment",
                "Muss 1 bis 40 kleine Buchstaben, Ziffern und Bindestriche haben.",
                "Must have 1 to 40 lower-case letters, digits and hyphens."));
        if (expiresAt is { } expires && Instant.FromDateTimeOffset(expires) <= now)
            faults.Add(FieldCode.Past.At("/expires_at"));
        foreach (var (index, scope) in (scopes ?? []).Index())
        {
            if (!ApiScopes.IsKnown(scope) || ApiScopes.RoleFor([scope]) > member.Role)
                faults.AddRange(ProgramErrors.ScopeNotGrantable(index).Fields);
        }

        return faults;
    }

    /// <param name="needed">There must be one: nothing else would be left that the client is for.</param>
    public static IEnumerable<FieldError> OfRedirects(
        IReadOnlyList<string>? signedIn, IReadOnlyList<string>? signedOut, bool isPublic, bool? needed = null)
    {
        var faults = new List<FieldError>();
        if (signedIn is { Count: > RedirectUris.Most } || (needed ?? isPublic) && signedIn is not { Count: > 0 })
            faults.Add(FieldCode.Required.At("/redirect_uris",
                $"Muss 1 bis {RedirectUris.Most} Adressen nennen.", $"Must list 1 to {RedirectUris.Most} addresses."));
        if (signedOut is { Count: > RedirectUris.Most })
            faults.Add(FieldError.TooMany("/post_logout_redirect_uris", RedirectUris.Most));
        faults.AddRange(Bad(signedIn, "/redirect_uris").Concat(Bad(signedOut, "/post_logout_redirect_uris")));
        return faults;

        IEnumerable<FieldError> Bad(IReadOnlyList<string>? uris, string pointer) => (uris ?? []).Take(RedirectUris.Most).Index()
            .Where(each => each.Item is null || !RedirectUris.IsGood(each.Item, isPublic))
            .SelectMany(each => ProgramErrors.UnknownRedirectUri($"{pointer}/{each.Index}").Fields);
    }

    [GeneratedRegex(@"^[a-z0-9-]{1,40}\z", RegexOptions.NonBacktracking)]
    private static partial Regex EnvironmentWord();
}
