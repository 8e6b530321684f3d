using Helpdesk.Api.Http;
using Helpdesk.Domain.Access;
using Helpdesk.Grains.Tenants;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Helpdesk.Api.Access;

/// <summary>Says no in the API's words. Says yes with a pass for the tenant, which every grain call from here on carries.</summary>
internal sealed class DemandAnswers(TenantPasses passes) : IAuthorizationMiddlewareResultHandler
{
    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult result)
    {
        if (result.Succeeded)
        {
            if (context.FindCaller() is { } caller)
                passes.Enter(caller.Tenant);
            await next(context);
            return;
        }

        if (result.AuthorizationFailure?.FailureReasons.OfType<DemandHandler.Refused>().FirstOrDefault() is { } refused)
        {
            await Problems.Write(context, refused.Error);
            return;
        }

        await AskToSignIn(context);
    }

    private static Task AskToSignIn(HttpContext context)
    {
        var invalid = context.HasInvalidCredential();
        context.Response.Headers.WWWAuthenticate = invalid ? "Bearer error=\"invalid_token\"" : "Bearer";
        return Problems.Write(context, invalid ? AccessErrors.InvalidToken : AccessErrors.NotSignedIn);
    }
}
