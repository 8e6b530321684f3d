using Helpdesk.Contracts.Tenants;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Grains.Tenants;

public sealed class ProviderAccessGrain(IProviderGrants store, ITenantStore tenants, TimeProvider time, ILogger<ProviderAccessGrain> log)
    : AggregateGrain<ProviderGrant, ProviderGrantEvent>(store, time, log), IProviderAccessGrain
{
    public Task<Result<Outcome<ProviderGrant>>> Request(
        Caller caller, CommandId id, string reason, int minutes, CancellationToken cancellation) => Ask<Outcome<ProviderGrant>>(async () =>
    {
        if (await tenants.Load(Tenant, Tenant.Value, cancellation) is not { } tenant)
            return AccessErrors.NotFound;
        return Answered(await Execute(
            caller, id,
            (present, now) => ProviderAccessRules.Request(present, tenant.Settings.ProviderAccess, reason, minutes, caller.ToMember(), now),
            cancellation));
    });

    public Task<Result<Outcome<ProviderGrant>>> Approve(Caller caller, CommandId id, CancellationToken cancellation) =>
        Act(caller, id, ProviderAccessRules.Approve, cancellation);

    public Task<Result<Outcome<ProviderGrant>>> Deny(Caller caller, CommandId id, CancellationToken cancellation) =>
        Act(caller, id, (grant, member, _) => ProviderAccessRules.Deny(grant, member), cancellation);

    public Task<Result<Outcome<ProviderGrant>>> Revoke(Caller caller, CommandId id, CancellationToken cancellation) =>
        Act(caller, id, (grant, member, _) => ProviderAccessRules.Revoke(grant, member), cancellation);

    public Task<Result<Outcome<ProviderGrant>>> Leave(Caller caller, CommandId id, CancellationToken cancellation) =>
        Act(caller, id, (grant, member, _) => ProviderAccessRules.Leave(grant, member), cancellation);

    public Task Look(string kind, CancellationToken cancellation) => LookAtDue(ProviderAccessRules.Look, cancellation);

    private async Task<Result<Outcome<ProviderGrant>>> Act(
        Caller caller, CommandId id, Func<ProviderGrant, Member, Instant, Decision<ProviderGrantEvent>> decide,
        CancellationToken cancellation) => Answered(
        await Execute(
            caller, id, (present, now) => present is null ? AccessErrors.NotFound : decide(present, caller.ToMember(), now), cancellation));

    private static Result<Outcome<ProviderGrant>> Answered(Result<Effect<ProviderGrant, ProviderGrantEvent>> result) =>
        result.Select(effect => effect.Outcome);
}
