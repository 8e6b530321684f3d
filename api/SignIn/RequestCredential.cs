using Helpdesk.Domain.SignIn;

namespace Helpdesk.Api.SignIn;

/// <summary>What the request proved, as far as it was checked.</summary>
public static class RequestCredential
{
    private static readonly object Key = new();

    /// <summary>For programs bound to an environment: whose flags they read. <c>null</c>: a person, or a program without one.</summary>
    public static string? ProgramEnvironment(this HttpContext context) => context.FindCredential()?.Program?.Environment;

    internal static Credential? FindCredential(this HttpContext context) => context.Who()?.Credential;

    /// <param name="credential"><c>null</c>: there was one, but it is not valid here.</param>
    internal static void SetCredential(this HttpContext context, Credential? credential)
    {
        var who = context.MakeWho();
        (who.Credential, who.IsInvalid) = (credential, credential is null);

        // Also for whom the tenant does not exist: one that nobody has answers at the same place, in the same language.
        if (credential?.Session?.Language is { } language)
            context.SetAccountsLanguage(language);
        else if (credential?.Program is not null)
            context.SetAccountsLanguage("en");
    }

    /// <exception cref="InvalidOperationException">The endpoint must require a person.</exception>
    internal static SessionAccess Session(this HttpContext context) =>
        context.FindCredential()?.Session ?? throw new InvalidOperationException("No person is signed in. The endpoint must require one.");

    /// <summary>There was a credential, but it is not valid here: whoever sent it should hear that, not that there was none.</summary>
    internal static bool HasInvalidCredential(this HttpContext context) => context.Who() is { IsInvalid: true };

    internal static SessionCookie? FindSessionCookie(this HttpContext context) => context.Who()?.Cookie;

    internal static void SetSessionCookie(this HttpContext context, SessionCookie cookie) => context.MakeWho().Cookie = cookie;

    private static Requester? Who(this HttpContext context) => context.Items[Key] as Requester;

    private static Requester MakeWho(this HttpContext context)
    {
        if (context.Who() is { } present)
            return present;
        var made = new Requester();
        context.Items[Key] = made;
        return made;
    }

    private sealed class Requester
    {
        public Credential? Credential { get; set; }

        public bool IsInvalid { get; set; }

        public SessionCookie? Cookie { get; set; }
    }
}
