using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.SignIn;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Api.SignIn;

/// <summary>
/// Asks again whether a caller who was let in still may be here: for answers that take long. A session ended, a role taken away, a key
/// revoked or a tenant suspended ends them within the same five seconds as the next request. That an access token runs out does not: it was
/// good when it was shown, and what it was issued for goes on.
/// </summary>
internal sealed class StandingRight(TenantCache tenants, Credentials credentials, DemandRules rules)
{
    /// <summary>The items of the pages; the right is asked for before each page leaves.</summary>
    /// <exception cref="RequestRefusedException">While it is read: the right was lost.</exception>
    public async IAsyncEnumerable<T> While<T>(HttpContext context, IAsyncEnumerable<IReadOnlyList<T>> pages)
    {
        await foreach (var page in pages)
        {
            if (await Lost(context) is { } refusal)
                throw new RequestRefusedException(refusal);
            foreach (var item in page)
                yield return item;
        }
    }

    /// <summary>As whom the caller of a request may be here now; the request is at the tenant as it is now afterwards.</summary>
    /// <param name="again">What was shown, as it counts now; <c>null</c>: no longer.</param>
    public async ValueTask<Result<(Caller Caller, Credential Credential)>> Judge(
        HttpContext context, Func<Credential, TenantContext, ValueTask<Credential?>> again)
    {
        if (await TenantNow(context) is not { } at)
            return AccessErrors.NotFound;
        context.SetTenant(at);
        if (context.FindCredential() is not { } shown || await again(shown, at) is not { } credential)
            return SignInErrors.InvalidToken;
        var demands = context.GetEndpoint()!.Metadata.GetOrderedMetadata<Demand>();
        return (await rules.Judge(context, credential, demands)).Select(caller => (caller, credential));
    }

    private async Task<Error?> Lost(HttpContext context) => (await Judge(
        context, (shown, at) => credentials.Again(shown, at, context.RequestAborted))).Refusal;

    /// <returns><c>null</c>: it is not served any longer at the host of the request.</returns>
    private async ValueTask<TenantContext?> TenantNow(HttpContext context)
    {
        var at = context.Tenant();
        if (at.Tenant == TenantId.Platform)
            return at;
        var (found, _) = await tenants.Find(at.Slug, context);
        var isServed = found?.Tenant.Status is TenantStatus.Active
            || (found?.Tenant.Status is TenantStatus.Suspended && at.Kind is not HostKind.Tenant);
        return isServed && found!.Id == at.Tenant ? at with { Settings = found.Tenant.Settings } : null;
    }
}
