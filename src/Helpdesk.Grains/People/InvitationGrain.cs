using Helpdesk.Contracts.People;
using Helpdesk.Domain.People;
using Helpdesk.Grains.Due;

namespace Helpdesk.Grains.People;

/// <summary>Passes the end of an invitation on to the one writer of memberships.</summary>
public sealed class InvitationGrain(IPeopleStore store, TimeProvider time) : Grain, IInvitationGrain
{
    public async Task Look(string kind, CancellationToken cancellation)
    {
        var (tenant, account) = (GrainKeys.TenantOf(this.GetPrimaryKeyString()), new AccountId(GrainKeys.IdOf(this.GetPrimaryKeyString())));
        var platform = new Caller(tenant, Account: null, Role.Admin, Origin: "due");
        var answer = await GrainFactory.GetGrain<IPeopleGrain>(GrainKeys.Of(tenant)).ExpireInvitation(platform, account, cancellation);
        if (answer.Refusal is { } refusal)
            throw new TimeoutException(refusal.Message);
        if (answer.Value)
            return;

        // Nothing to end: the moment is forgotten, unless it has only moved.
        var found = await store.Load(tenant, account, null, cancellation);
        if (found.Target?.InvitationExpiresAt is not { } end || end <= time.Now())
            await store.ForgetDue(tenant, account, cancellation);
    }
}

public static class InvitationDue
{
    /// <summary>The ends of invitations, for a host that runs grains.</summary>
    public static IServiceCollection AddInvitationDue(this IServiceCollection services) =>
        services.AddSingleton(new DueSubjectKind(Membership.InvitationSubject, (grains, key) => grains.GetGrain<IInvitationGrain>(key)));
}
