using Helpdesk.Contracts;
using Helpdesk.Domain.Access;

namespace Helpdesk.Api.Access;

/// <summary>Who asks. Set once per request, after host, credential and membership were checked.</summary>
public static class CurrentMember
{
    private static readonly object Key = new();

    /// <exception cref="InvalidOperationException">The endpoint allows anonymous requests, so there may be nobody.</exception>
    public static Caller Caller(this HttpContext context) =>
        context.Items[Key] as Caller ?? throw new InvalidOperationException("Nobody is signed in. The endpoint must require a member.");

    public static Member Member(this HttpContext context)
    {
        var caller = context.Caller();
        return new(new(caller.Tenant), new(caller.Account!.Value), caller.Role);
    }

    public static void SetCaller(this HttpContext context, Caller caller) => context.Items[Key] = caller;
}
