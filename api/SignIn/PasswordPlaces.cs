using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.People;

namespace Helpdesk.Api.SignIn;

/// <summary>What a guesser would make a person's password of: the names of the place it is chosen at, and of all that they serve.</summary>
internal sealed class PasswordPlaces(IPeopleStore people)
{
    /// <param name="account"><c>null</c>: there is none yet.</param>
    /// <param name="home">Where it belongs: whoever belongs to the platform serves others.</param>
    public async Task<IReadOnlyList<string>> Of(HttpContext context, AccountId? account, TenantId home)
    {
        var here = context.Tenant().Names;
        if (account is not { } known || home != TenantId.Platform)
            return here;
        var served = await people.Served(known, context.RequestAborted);
        return [.. here, .. served.SelectMany(tenant => (string[])[tenant.Name, tenant.Slug])];
    }
}
