using Helpdesk.Contracts;
using Helpdesk.Contracts.FeatureFlags;
using Helpdesk.Domain;
using Helpdesk.Domain.Access;
using Helpdesk.Domain.FeatureFlags;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Tenants;
using Helpdesk.Grains.Access;
using Helpdesk.Grains.Feed;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Helpdesk.Grains.FeatureFlags;

/// <summary>Loads a set of flags, asks the rules, appends what follows. Nothing is decided here.</summary>
public sealed class FlagSetGrain(
    IFlagSetStore store, IFlagSnapshots snapshots, IMemberDirectory members, TimeProvider time, ILogger<FlagSetGrain> log)
    : AggregateGrain<FlagSet, FlagSetEvent>(store, time, log), IFlagSetGrain
{
    protected override Guid Stream => FlagSet.Stream;

    public async Task<Result<FlagOutcome>> Put(
        Caller caller, CommandId id, string key, string document, string? reason, int? version, CancellationToken cancellation)
    {
        var member = caller.ToMember();
        if (FlagDocument.Read(document, FlagDocument.ById, out _).Refused(out var faults, out var definition))
            return FlagAccess.ChangeRefusal(member) ?? faults;

        return await Ask<FlagOutcome>(async () =>
        {
            var stranger = await Stranger(definition.Owner, cancellation);
            return await Change(
                caller, id, key, (set, around) => FlagChanges.Put(set, new(key, definition, reason, version), member, around with { Stranger = stranger }), cancellation);
        });
    }

    public Task<Result<string>> TryPut(Caller caller, string key, string document, CancellationToken cancellation) => Ask<string>(async () =>
    {
        var member = caller.ToMember();
        if (FlagDocument.Read(document, FlagDocument.ById, out _).Refused(out var faults, out var definition))
            return FlagAccess.ChangeRefusal(member) ?? faults;

        var around = await Around(key, cancellation) with { Stranger = await Stranger(definition.Owner, cancellation) };
        var wanted = FlagChanges.TryPut(await Load(cancellation), key, definition, member, around);
        return wanted.Select(FlagDocument.Text);
    });

    public Task<Result<FlagOutcome>> Act(
        Caller caller, CommandId id, FlagAct act, string key, string? reason, int? version, CancellationToken cancellation)
    {
        var (member, command) = (caller.ToMember(), new ActOnFlag(key, reason, version));
        return Change(caller, id, key, (set, around) => act switch
        {
            FlagAct.Archive => FlagChanges.Archive(set, command, member, around),
            FlagAct.Kill => FlagChanges.Kill(set, command, member),
            FlagAct.Revive => FlagChanges.Revive(set, command, member),
            FlagAct.Approve => FlagApproval.Approve(set, command, member, around),
            FlagAct.Reject => FlagApproval.Reject(set, command, member),
            _ => throw new ArgumentOutOfRangeException(nameof(act), act, "Is no act of its own."),
        }, cancellation);
    }

    public Task<Result<FlagOutcome>> Restore(
        Caller caller, CommandId id, string key, int from, string? reason, int version, CancellationToken cancellation) => Ask<FlagOutcome>(async () =>
    {
        var member = caller.ToMember();
        if (FlagAccess.ChangeRefusal(member) is { } forbidden)
            return forbidden;

        var past = FlagHistory.DefinitionAt(await store.HistoryOf(Tenant, key, cancellation), key, from);
        return await Change(
            caller, id, key, (set, around) => FlagChanges.Restore(set, new(key, from, past, reason, version), member, around), cancellation);
    });

    public Task<Result<FlagView>> Read(Caller caller, string key, CancellationToken cancellation) => Reading<FlagView>(
        caller, async () => (await Load(cancellation))?.Find(key) is { } flag ? FlagViews.Of(flag) : FlagErrors.NotFound);

    public Task<Result<FlagPage>> List(Caller caller, bool archived, string after, int limit, CancellationToken cancellation) => Reading<FlagPage>(caller, async () =>
    {
        var set = await Load(cancellation) ?? new FlagSet();
        var flags = set.Flags.Values.Where(flag => flag.IsActive != archived).OrderBy(flag => flag.Key, StringComparer.Ordinal).ToList();
        return new FlagPage([.. flags.Where(flag => string.CompareOrdinal(flag.Key, after) > 0).Take(limit).Select(FlagViews.Of)], flags.Count);
    });

    public Task<Result<IReadOnlyList<FlagRevisionView>>> History(Caller caller, string key, CancellationToken cancellation) =>
        Reading<IReadOnlyList<FlagRevisionView>>(caller, async () =>
        {
            var history = FlagHistory.Of(await store.HistoryOf(Tenant, key, cancellation), key);
            return history.IsEmpty ? FlagErrors.NotFound : new Result<IReadOnlyList<FlagRevisionView>>([.. history.Select(FlagViews.Of)]);
        });

    public Task<Result<IReadOnlyList<StaleFlagView>>> Stale(Caller caller, TimeSpan age, CancellationToken cancellation) =>
        Reading<IReadOnlyList<StaleFlagView>>(caller, async () =>
        {
            var set = await Load(cancellation) ?? new FlagSet();
            var gone = await OwnersGone(set, cancellation);
            return new([.. StaleFlags.Of(set, Now, Duration.FromTimeSpan(age), gone.Contains).Select(FlagViews.Of)]);
        });

    public Task Look(string kind, CancellationToken cancellation) => LookAtDue(FlagExpiry.Look, cancellation);

    private Task<Result<FlagOutcome>> Change(
        Caller caller, CommandId id, string key, Func<FlagSet?, FlagSurroundings, Decision<FlagSetEvent>> decide, CancellationToken cancellation) =>
        Ask<FlagOutcome>(async () =>
        {
            var around = await Around(key, cancellation);
            var result = await Execute(caller, id, (set, _) => decide(set, around), cancellation);
            return result.Refused(out var why, out var effect) ? why : new FlagOutcome(FlagViews.Of(effect.State.Flags[key]), effect.Replayed);
        });

    private Task<Result<T>> Reading<T>(Caller caller, Func<Task<Result<T>>> answer) =>
        FlagAccess.ReadRefusal(caller.ToMember()) is { } forbidden ? Task.FromResult<Result<T>>(forbidden) : Ask(answer);

    // A tenant's flags are judged against the platform's as they stand in the record; who requires a platform flag, by what this process knows.
    private async Task<FlagSurroundings> Around(string key, CancellationToken cancellation) => Tenant == TenantId.Platform
        ? new(null, [.. snapshots.Current.DependentsOf(key)])
        : new(await store.Load(TenantId.Platform, FlagSet.Stream, cancellation), []);

    private async Task<AccountId?> Stranger(AccountId? owner, CancellationToken cancellation) =>
        owner is { } named && await members.Find(Tenant, named, cancellation) is not { IsActive: true, Role: not Role.Customer } ? named : null;

    private async Task<HashSet<AccountId>> OwnersGone(FlagSet set, CancellationToken cancellation)
    {
        var gone = new HashSet<AccountId>();
        foreach (var owner in set.Active.Select(flag => flag.Definition.Owner).OfType<AccountId>().Distinct())
        {
            if (await members.Find(Tenant, owner, cancellation) is not { IsActive: true })
                gone.Add(owner);
        }

        return gone;
    }
}
