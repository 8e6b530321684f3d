using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.SignIn;
using Helpdesk.Grains.Hosting.Calls;
using Microsoft.AspNetCore.Authorization;

namespace Helpdesk.Api.SignIn;

/// <summary>
/// Lets in whom the endpoint demands, and makes known who asks. From here on every grain call carries a pass for the tenant. Everybody else
/// is refused in the API's words.
/// </summary>
internal sealed class DemandMiddleware(RequestDelegate next, DemandRules rules, TenantPasses passes)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (TenancyRefusal.Of(context) is { } nowhere)
            return Problems.Write(context, nowhere);
        // What demands nothing allows everybody in, or is routing's own answer to a method or a type of body that an address does not know:
        // a host with an endpoint that says neither does not start.
        if (context.GetEndpoint()?.Metadata is not { } metadata || metadata.GetMetadata<IAllowAnonymous>() is not null ||
            metadata.GetOrderedMetadata<Demand>() is not { Count: > 0 } demands)
            return next(context);
        if (context.FindCredential() is not { } credential)
            return AskToSignIn(context);

        var judging = rules.Judge(context, credential, demands);
        return judging.IsCompletedSuccessfully ? Answer(context, judging.Result) : Await(context, judging);
    }

    private async Task Await(HttpContext context, ValueTask<Result<Caller>> judging) => await Answer(context, await judging);

    private Task Answer(HttpContext context, Result<Caller> judged)
    {
        if (judged.Refused(out var refusal, out var caller))
            return Problems.Write(context, refusal);

        context.SetCaller(caller);
        passes.Enter(caller.Tenant);
        return next(context);
    }

    private static Task AskToSignIn(HttpContext context)
    {
        var invalid = context.HasInvalidCredential();
        context.Response.Headers.WWWAuthenticate = invalid ? "Bearer error=\"invalid_token\"" : "Bearer";
        return Problems.Write(context, invalid ? SignInErrors.InvalidToken : AccessErrors.NotSignedIn);
    }
}
