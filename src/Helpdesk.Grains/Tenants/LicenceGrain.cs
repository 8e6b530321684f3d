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

/// <summary>Loads a licence, asks the rules, appends what follows. Seats are taken by the writer of memberships, not here.</summary>
public sealed class LicenceGrain(ILicenceStore store, TimeProvider time, ILogger<LicenceGrain> log)
    : AggregateGrain<Licence, LicenceEvent>(store, time, log), ILicenceGrain
{
    protected override Guid Stream => Licence.Stream;

    public Task<Result<LicenceView>> Read(Caller caller, CancellationToken cancellation) => Ask<LicenceView>(async () =>
    {
        if (LicenceRules.ReadRefusal(caller.ToMember()) is { } refusal)
            return refusal;
        return View(await Load(cancellation), await store.SeatsUsed(Tenant, cancellation));
    });

    public Task<Result<LicenceView>> Grant(
        Caller caller, CommandId id, LicenceMessage terms, int? version, CancellationToken cancellation) => Ask<LicenceView>(async () =>
    {
        var used = await store.SeatsUsed(Tenant, cancellation);
        var result = await Execute(
            caller, id,
            (present, _) => IsStale(present, version)
                ? FeedErrors.Stale
                : LicenceRules.Grant(present, ToDomain(terms), used, caller.ToMember()),
            cancellation);
        return result.Refused(out var why, out var effect) ? why : View(effect.State, used) with { Replayed = effect.Replayed };
    });

    public Task Look(string kind, CancellationToken cancellation) => LookAtDue(LicenceRules.Look, cancellation);

    private LicenceView View(Licence? licence, int used)
    {
        var terms = licence?.Terms ?? LicenceTerms.Trial;
        var message = new LicenceMessage(terms.Plan, terms.Seats, [.. terms.Features], terms.ValidFrom.ToMessage(), terms.ValidTo.ToMessage(), terms.GraceDays);
        return new(message, used, licence is null ? LicenceState.Trial : terms.StateAt(Now), licence?.Version ?? 0);
    }

    private static LicenceTerms ToDomain(LicenceMessage terms) => new(
        terms.Plan, terms.Seats, [.. terms.Features], Instant.FromDateTimeOffset(terms.ValidFrom),
        terms.ValidTo is { } end ? Instant.FromDateTimeOffset(end) : null, terms.GraceDays);
}
