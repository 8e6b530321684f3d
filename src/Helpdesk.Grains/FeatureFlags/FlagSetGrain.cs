using System.Collections.Immutable;
using Helpdesk.Contracts.FeatureFlags;
using Helpdesk.Domain.FeatureFlags;
using Helpdesk.Domain.People;

namespace Helpdesk.Grains.FeatureFlags;

/// <summary>Loads a set of flags, asks the rules, appends what follows. Nothing is decided here.</summary>
public sealed class FlagSetGrain(
    IFlagSetStore store, ICurrentFlags snapshots, IMemberDirectory members, TimeProvider time, ILogger<FlagSetGrain> log)
    : AggregateGrain<FlagSet, FlagSetEvent>(store, time, log), IFlagSetGrain
{
    protected override Guid Stream => FlagSet.Stream;

    public Task<Result<Outcome<FeatureFlag>>> Put(Caller caller, CommandId id, PutFlag command, CancellationToken cancellation) =>
        Ask(async () =>
        {
            var (member, stranger) = (caller.ToMember(), await Stranger(command.Definition.Owner, cancellation));
            return await Change(
                caller, id, command.Key, (set, around) => FlagChanges.Put(set, command, member, around with { Stranger = stranger }),
                cancellation);
        });

    public Task<Result<FlagDefinition>> TryPut(
        Caller caller, string key, FlagDefinition definition, CancellationToken cancellation) => Ask(async () =>
    {
        var around = await Around(key, cancellation) with { Stranger = await Stranger(definition.Owner, cancellation) };
        return FlagChanges.TryPut(await Load(cancellation), key, definition, caller.ToMember(), around);
    });

    public Task<Result<Outcome<FeatureFlag>>> Act(
        Caller caller, CommandId id, FlagAct act, ActOnFlag command, CancellationToken cancellation)
    {
        var member = caller.ToMember();
        return Change(caller, id, command.Key, (set, around) => act switch
        {
            FlagAct.Archive => FlagChanges.Archive(set, command, member, around),
            FlagAct.Kill => FlagChanges.Kill(set, command, member),
            FlagAct.Revive => FlagChanges.Revive(set, command, member),
            FlagAct.Approve => FlagApproval.Approve(set, command, member, around),
            FlagAct.Reject => FlagApproval.Reject(set, command, member),
            _ => throw new ArgumentOutOfRangeException(nameof(act), act, "Is no act of its own."),
        }, cancellation);
    }

    public Task<Result<Outcome<FeatureFlag>>> Restore(
        Caller caller, CommandId id, string key, int from, string? reason, int version, CancellationToken cancellation) =>
        Ask<Outcome<FeatureFlag>>(async () =>
        {
            var member = caller.ToMember();
            if (FlagAccess.ChangeRefusal(member) is { } forbidden)
                return forbidden;

            var past = FlagHistory.DefinitionAt(FlagHistory.Of(await store.HistoryOf(Tenant, key, cancellation), key), from);
            return await Change(
                caller, id, key, (set, around) => FlagChanges.Restore(set, new(key, from, past, reason, version), member, around),
                cancellation);
        });

    public Task<Result<FeatureFlag>> Read(Caller caller, string key, CancellationToken cancellation) => Reading<FeatureFlag>(
        caller, async () => (await Load(cancellation))?.Find(key) is { } flag ? flag : AccessErrors.NotFound);

    public Task<Result<FlagPage>> List(Caller caller, bool archived, string after, int limit, CancellationToken cancellation) =>
        Reading<FlagPage>(caller, async () => FlagPage.Of(await Load(cancellation) ?? new(), archived, after, limit));

    public Task<Result<ImmutableArray<FlagRevision>>> History(Caller caller, string key, CancellationToken cancellation) =>
        Reading<ImmutableArray<FlagRevision>>(caller, async () =>
        {
            var history = FlagHistory.Of(await store.HistoryOf(Tenant, key, cancellation), key);
            return history.IsEmpty ? AccessErrors.NotFound : history;
        });

    public Task<Result<ImmutableArray<StaleFlag>>> Stale(Caller caller, TimeSpan age, CancellationToken cancellation) =>
        Reading<ImmutableArray<StaleFlag>>(caller, async () =>
        {
            var set = await Load(cancellation) ?? new FlagSet();
            var gone = await OwnersGone(set, cancellation);
            return StaleFlags.Of(set, Now, Duration.FromTimeSpan(age), gone.Contains);
        });

    public Task Look(string kind, CancellationToken cancellation) => LookAtDue(FlagExpiry.Look, cancellation);

    private Task<Result<Outcome<FeatureFlag>>> Change(
        Caller caller, CommandId id, string key, Func<FlagSet?, FlagSurroundings, Decision<FlagSetEvent>> decide,
        CancellationToken cancellation) =>
        Ask(async () =>
        {
            var around = await Around(key, cancellation);
            var result = await Execute(caller, id, (set, _) => decide(set, around), cancellation);
            return result.Select(effect => new Outcome<FeatureFlag>(effect.State.Flags[key], effect.Replayed));
        });

    private Task<Result<T>> Reading<T>(Caller caller, Func<Task<Result<T>>> answer) =>
        FlagAccess.ReadRefusal(caller.ToMember()) is { } forbidden ? Task.FromResult<Result<T>>(forbidden) : Ask(answer);

    // A tenant's flags are judged against the platform's as they stand in the database; who requires a platform flag, by what this process
    // knows.
    private async Task<FlagSurroundings> Around(string key, CancellationToken cancellation) => Tenant == TenantId.Platform
        ? new(null, [.. snapshots.Current.DependentsOf(key)])
        : new(await store.Load(TenantId.Platform, FlagSet.Stream, cancellation), []);

    private async Task<AccountId?> Stranger(AccountId? owner, CancellationToken cancellation) =>
        owner is { } named && await members.Find(Tenant, named, cancellation) is not { IsActive: true, Role: not Role.Customer }
            ? named : null;

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
