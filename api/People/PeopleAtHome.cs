using Helpdesk.Api.SignIn;
using Helpdesk.Contracts.People;
using Helpdesk.Domain.People;
using Helpdesk.Grains.Hosting.Calls;

namespace Helpdesk.Api.People;

/// <summary>Where a person's profile is kept: the session proves that it is theirs, and is the right to act there.</summary>
internal sealed class PeopleAtHome(IGrainFactory grains, TenantPasses passes)
{
    public Task<Result<Outcome<Membership>>> Revise(HttpContext context, MembershipRevision revision)
    {
        var (session, caller, command) = (context.Session(), context.Caller(), context.CommandId());
        passes.Enter(session.Home);
        return grains.GetGrain<IPeopleGrain>(GrainKeys.Of(session.Home)).Revise(
            caller with { Tenant = session.Home }, command, session.Account, revision, version: null, context.RequestAborted);
    }
}
