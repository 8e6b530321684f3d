using Helpdesk.Domain.People;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Grains.People;

/// <summary>Adds to what is known about the people of a tenant what decides over appointments by operators, and of operators.</summary>
internal sealed class ProviderConsents(IPeopleStore store, ITenantStore tenants, IProviderGrants grants, TimeProvider time)
{
    /// <param name="named">Whom the command names by address; <c>null</c>: the target.</param>
    public async Task<PeopleSnapshot> Weigh(
        TenantId tenant, Caller caller, PeopleSnapshot found, EmailAddress? named, CancellationToken cancellation)
    {
        if (caller is not { Role: Role.Operator, Account: { } account })
            return found;
        if (tenant == TenantId.Platform)
        {
            var serves = found.Target is { } target && (await store.Served(target.Account, cancellation)).Count > 0;
            return found with { People = found.People with { ServesElsewhere = serves } };
        }

        if (await tenants.Load(tenant, tenant.Value, cancellation) is not { } present)
            return found;
        var now = time.Now();
        var live = await grants.Live(tenant, account, now, cancellation);
        var atHome = (named ?? found.Target?.Email) is { } email
            ? (await store.Load(TenantId.Platform, email, null, cancellation)).Target : null;
        return found with
        {
            People = found.People with { Consent = ProviderConsent.Of(present.Settings.ProviderAccess, live?.Grant, atHome, now) },
        };
    }
}
