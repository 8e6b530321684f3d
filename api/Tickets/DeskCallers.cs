using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.People;
using Helpdesk.Domain.SignIn;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Api.Tickets;

/// <summary>
/// As whom somebody acts in each of several tenants within one request: at the desk as if each had been named in the path, elsewhere as the
/// request says.
/// </summary>
internal sealed class DeskCallers(TenantCache tenants, DemandRules demands, TimeProvider time)
{
    /// <param name="slugs">As they are named; <c>null</c>: the tenant of the request.</param>
    /// <param name="reads">Nothing is changed, so the end of a licence is no hindrance.</param>
    /// <returns>By slug, by the empty text for the tenant of the request.</returns>
    public async Task<IReadOnlyDictionary<string, Result<Caller>>> Of(
        HttpContext context, TicketScope scope, IEnumerable<string?> slugs, bool reads)
    {
        var callers = new Dictionary<string, Result<Caller>>(StringComparer.Ordinal);
        foreach (var slug in slugs)
            callers[slug ?? ""] = slug is null ? context.Caller() : await At(context, scope, slug, reads);
        return callers;
    }

    private async Task<Result<Caller>> At(HttpContext context, TicketScope scope, string slug, bool reads)
    {
        // One that is not served is as one that is not there.
        if (scope.Served?.Values.FirstOrDefault(tenant => tenant.Slug == Slug.Spelled(slug)) is not { } served)
            return AccessErrors.NotFound;
        var (found, refusal) = await tenants.Find(served.Slug, context);
        if (refusal is not null)
            return refusal;
        if (found is null || found.Tenant.Status == TenantStatus.Deleted)
            return AccessErrors.NotFound;
        var (caller, credential) = (context.Caller(), context.FindCredential()!);
        if (demands.LacksSecondFactor(credential, served.Role, found.Tenant.Settings))
            return SignInErrors.SecondFactorNotSetUp;
        if (!reads && found.ReadOnlyFrom is { } end && time.Now() >= end)
            return TenantErrors.LicenceExpired;
        return caller with { Tenant = served.Id, Role = served.Role, Group = credential.GroupIn(served.Id) };
    }
}
