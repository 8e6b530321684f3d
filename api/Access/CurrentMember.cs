using Helpdesk.Api.Tenants;
using Helpdesk.Contracts;
using Helpdesk.Domain;
using Helpdesk.Domain.Access;

namespace Helpdesk.Api.Access;

/// <summary>Who asks. Known once host, credential and membership were checked.</summary>
public static class CurrentMember
{
    private static readonly object Key = new();

    /// <exception cref="InvalidOperationException">The endpoint allows anonymous requests, so there may be nobody.</exception>
    public static Caller Caller(this HttpContext context) =>
        context.FindCaller() ?? throw new InvalidOperationException("Nobody is signed in. The endpoint must require a member.");

    /// <summary><c>null</c>: nobody is signed in.</summary>
    public static Caller? FindCaller(this HttpContext context) => context.Who()?.Caller;

    public static Member Member(this HttpContext context)
    {
        var caller = context.Caller();
        return new(caller.Tenant, caller.Account!.Value, caller.Role);
    }

    public static void SetCaller(this HttpContext context, Caller caller) => context.MakeWho().Caller = caller;

    /// <summary>For programs bound to an environment: whose flags they read. <c>null</c>: a person, or a program without one.</summary>
    public static string? ProgramEnvironment(this HttpContext context) => context.FindCredential()?.Program?.Environment;

    internal static Credential? FindCredential(this HttpContext context) => context.Who()?.Credential;

    /// <param name="credential"><c>null</c>: there was one, but it is not valid here.</param>
    internal static void SetCredential(this HttpContext context, Credential? credential)
    {
        var who = context.MakeWho();
        (who.Credential, who.IsInvalid) = (credential, credential is null);
    }

    /// <exception cref="InvalidOperationException">The endpoint must require a person.</exception>
    internal static SessionAccess Session(this HttpContext context) =>
        context.FindCredential()?.Session ?? throw new InvalidOperationException("No person is signed in. The endpoint must require one.");

    /// <summary>There was a credential, but it is not valid here: whoever sent it should hear that, not that there was none.</summary>
    internal static bool HasInvalidCredential(this HttpContext context) => context.Who() is { IsInvalid: true };

    internal static SessionCookie? FindSessionCookie(this HttpContext context) => context.Who()?.Cookie;

    internal static void SetSessionCookie(this HttpContext context, SessionCookie cookie) => context.MakeWho().Cookie = cookie;

    /// <summary>When, where from and by whom, for the record.</summary>
    internal static Trace Trace(this HttpContext context, TimeProvider time, string door = "login")
    {
        var caller = context.FindCaller();
        return new(caller?.Account is { } account ? new(account.Value) : null, caller?.Origin ?? $"{ClientAddress.Of(context)} {door}", time.Now());
    }

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

        public Caller? Caller { get; set; }
    }
}
