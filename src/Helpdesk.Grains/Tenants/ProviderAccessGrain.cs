using Helpdesk.Contracts;
using Helpdesk.Contracts.Tenants;
using Helpdesk.Domain;
using Helpdesk.Domain.Access;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Tenants;
using Helpdesk.Grains.Access;
using Helpdesk.Grains.Feed;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Helpdesk.Grains.Tenants;

public sealed class ProviderAccessGrain(IProviderGrants store, ITenantStore tenants, TimeProvider time, ILogger<ProviderAccessGrain> log)
    : AggregateGrain<ProviderGrant, ProviderGrantEvent>(store, time, log), IProviderAccessGrain
{
    public Task<Result<ProviderGrantView>> Request(
        Caller caller, CommandId id, string reason, int minutes, CancellationToken cancellation) => Ask<ProviderGrantView>(async () =>
    {
        if (await tenants.Load(Tenant, Tenant.Value, cancellation) is not { } tenant)
            return TenantErrors.NotFound;
        return Answered(await Execute(
            caller, id,
            (present, now) => ProviderAccessRules.Request(present, tenant.Settings.ProviderAccess, reason, minutes, caller.ToMember(), now), cancellation));
    });

    public Task<Result<ProviderGrantView>> Approve(Caller caller, CommandId id, CancellationToken cancellation) =>
        Act(caller, id, ProviderAccessRules.Approve, cancellation);

    public Task<Result<ProviderGrantView>> Deny(Caller caller, CommandId id, CancellationToken cancellation) =>
        Act(caller, id, (grant, member, _) => ProviderAccessRules.Deny(grant, member), cancellation);

    public Task<Result<ProviderGrantView>> Revoke(Caller caller, CommandId id, CancellationToken cancellation) =>
        Act(caller, id, (grant, member, _) => ProviderAccessRules.Revoke(grant, member), cancellation);

    public Task<Result<ProviderGrantView>> Leave(Caller caller, CommandId id, CancellationToken cancellation) =>
        Act(caller, id, (grant, member, _) => ProviderAccessRules.Leave(grant, member), cancellation);

    public Task Look(string kind, CancellationToken cancellation) => LookAtDue(ProviderAccessRules.Look, cancellation);

    private async Task<Result<ProviderGrantView>> Act(
        Caller caller, CommandId id, Func<ProviderGrant, Member, Instant, Decision<ProviderGrantEvent>> decide, CancellationToken cancellation) => Answered(
        await Execute(caller, id, (present, now) => present is null ? TenantErrors.NotFound : decide(present, caller.ToMember(), now), cancellation));

    private static Result<ProviderGrantView> Answered(Result<Effect<ProviderGrant, ProviderGrantEvent>> result) => result.Refused(out var why, out var effect)
        ? why
        : ProviderGrantView.Of(effect.Stream, effect.State) with { Replayed = effect.Replayed };
}
