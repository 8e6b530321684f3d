using Helpdesk.Contracts.Tenants;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Grains.Tenants;

/// <summary>Loads a licence, asks the rules, appends what follows. Seats are taken by the writer of memberships, not here.</summary>
public sealed class LicenceGrain(ILicenceStore store, TimeProvider time, ILogger<LicenceGrain> log)
    : AggregateGrain<Licence, LicenceEvent>(store, time, log), ILicenceGrain
{
    protected override Guid Stream => Licence.Stream;

    protected override Licence Unbegun => Licence.None;

    public Task<Result<LicenceView>> Read(Caller caller, CancellationToken cancellation) => Ask<LicenceView>(async () =>
    {
        if (LicenceRules.ReadRefusal(caller.ToMember()) is { } refusal)
            return refusal;
        return LicenceView.Of(await Load(cancellation), await store.SeatsUsed(Tenant, cancellation), Now);
    });

    public Task<Result<Outcome<LicenceView>>> Grant(
        Caller caller, CommandId id, LicenceTerms terms, int? version, CancellationToken cancellation) =>
        Ask<Outcome<LicenceView>>(async () =>
        {
            var used = await store.SeatsUsed(Tenant, cancellation);
            var result = await Execute(
                caller, id,
                (present, now) => version.IsStale(present?.Version ?? 0)
                    ? FeedErrors.Stale : LicenceRules.Grant(present, terms, used, caller.ToMember(), now),
                cancellation);
            return result.Select(effect => new Outcome<LicenceView>(LicenceView.Of(effect.State, used, Now), effect.Replayed));
        });

    public Task Look(string kind, CancellationToken cancellation) => LookAtDue(LicenceRules.Look, cancellation);
}
