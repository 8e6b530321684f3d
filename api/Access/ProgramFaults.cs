using System.Text.RegularExpressions;
using Helpdesk.Api.Http;
using Helpdesk.Domain;
using Helpdesk.Domain.Access;
using NodaTime;

namespace Helpdesk.Api.Access;

/// <summary>What is wrong with a program that somebody wants to let in, with an API key or as a client.</summary>
internal static partial class ProgramFaults
{
    private const int MostScopes = 20;

    public static Error? Of(
        string? name, IReadOnlyList<string>? scopes, string? environment, DateTimeOffset? expiresAt, Member member, Instant now)
    {
        var faults = new List<FieldError>();
        if (Text.OneLine(name, "/name", ApiKey.MostNameLength) is { } unnamed)
            faults.Add(unnamed);
        if (scopes is not { Count: > 0 and <= MostScopes })
            faults.Add(new("/scopes", "required", $"Must list 1 to {MostScopes} of: {string.Join(", ", ApiScopes.All.Order())}."));
        if (environment is not null && !EnvironmentWord().IsMatch(environment))
            faults.Add(new("/environment", "format", "Must have 1 to 40 lower-case letters, digits and hyphens."));
        if (expiresAt is { } expires && Instant.FromDateTimeOffset(expires) <= now)
            faults.Add(new("/expires_at", "past", "Must be in the future."));
        foreach (var (index, scope) in (scopes ?? []).Index())
        {
            if (!ApiScopes.IsKnown(scope) || ApiScopes.RoleFor([scope]) > member.Role)
                faults.AddRange(AccessErrors.ScopeNotGrantable(index).Fields);
        }

        return faults.Count > 0 ? Error.Invalid(faults) : null;
    }

    [GeneratedRegex("^[a-z0-9-]{1,40}$", RegexOptions.NonBacktracking)]
    private static partial Regex EnvironmentWord();
}
