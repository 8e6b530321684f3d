using Helpdesk.Domain.Feed;

namespace Helpdesk.Api.Http;

/// <summary>Who asks. Known once host, credential and membership were checked.</summary>
public static class RequestCaller
{
    private static readonly object Key = new();

    /// <exception cref="InvalidOperationException">The endpoint allows anonymous requests, so there may be nobody.</exception>
    public static Caller Caller(this HttpContext context) =>
        context.FindCaller() ?? throw new InvalidOperationException("Nobody is signed in. The endpoint must require a member.");

    /// <summary><c>null</c>: nobody is signed in.</summary>
    public static Caller? FindCaller(this HttpContext context) => context.Items[Key] as Caller;

    public static Member Member(this HttpContext context)
    {
        var caller = context.Caller();
        return new(caller.Tenant, caller.Account!.Value, caller.Role) { ManagesUpTo = caller.ManagesUpTo };
    }

    /// <summary>
    /// Whose things somebody sees where members see their tenant's and operators, at the console, everybody's: <c>null</c>. Only for
    /// endpoints that require a role which members of the platform have as operators alone.
    /// </summary>
    internal static TenantId? TenantOrAll(this HttpContext context) =>
        context.Caller().Tenant == TenantId.Platform ? null : context.Caller().Tenant;

    public static void SetCaller(this HttpContext context, Caller caller) => context.Items[Key] = caller;

    /// <summary>When, where from and by whom, for the history.</summary>
    internal static Trace Trace(this HttpContext context, TimeProvider time, string door = "login")
    {
        var caller = context.FindCaller();
        return new(caller?.Account is { } account
            ? new(account.Value) : null, caller?.Origin ?? $"{ClientAddress.Of(context)} {door}", time.Now());
    }
}
