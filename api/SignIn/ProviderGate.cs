using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.Tenants;
using Helpdesk.Postgres.Caching;
using Helpdesk.Postgres.Sql;

namespace Helpdesk.Api.SignIn;

/// <summary>Marks endpoints that show what belongs to a tenant: operators get there with a live grant only, and are agents then.</summary>
internal sealed class NeedsProviderAccess;

/// <summary>
/// Under which grant an operator is inside a tenant. What is known is at most as old as that of sessions, so an end acts within five
/// seconds.
/// </summary>
internal sealed class ProviderGate(
    IProviderGrants grants, IOptions<AccessOptions> options, TimeProvider time, DatabaseSilence silence, OwnChanges changes)
{
    private const int Remembered = 10_000;

    private readonly ShortLivedCache<(TenantId Tenant, AccountId Operator), LiveGrant?> known = new(
        options.Value.Freshness, Remembered, time, silence: silence, changes: who => changes.Of(who.Tenant));

    /// <summary>Whether <paramref name="member"/> needs a grant here.</summary>
    public static bool Guards(HttpContext context, Member member) =>
        member.Role is Role.Operator && context.Tenant() is { Kind: HostKind.Console } at && at.Tenant != TenantId.Platform &&
        context.GetEndpoint()?.Metadata.GetMetadata<NeedsProviderAccess>() is not null;

    /// <returns><c>null</c>: none that counts now.</returns>
    public async ValueTask<Guid?> Grant(HttpContext context, Member member)
    {
        if (context.Tenant().Settings.ProviderAccess is ProviderAccess.Never)
            return null;
        var live = await known.Get((member.Tenant, member.Account), Load, context.RequestAborted);
        return live is not null && live.Grant.IsLive(time.Now()) ? live.Id : null;
    }

    private async Task<LiveGrant?> Load((TenantId Tenant, AccountId Operator) who) =>
        await grants.Live(who.Tenant, who.Operator, time.Now(), CancellationToken.None) is var (id, grant) ? new(id, grant) : null;

    private sealed record LiveGrant(Guid Id, ProviderGrant Grant);
}
