using System.Collections.Immutable;
using Helpdesk.Contracts.Sla;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Sla.Calendars;

namespace Helpdesk.Grains.Sla;

/// <summary>Loads a tenant's promises, asks the rules, appends what follows.</summary>
public sealed class SlaGrain(
    ISlaPolicyStore store, ICalendarStore calendars, TimeProvider time, ILogger<SlaGrain> log)
    : AggregateGrain<SlaPolicyBook, SlaPolicyEvent>(store, time, log), ISlaGrain
{
    protected override Guid Stream => CommandId.Derive($"{Tenant}|{SlaPolicyBook.Kind}");

    public async Task<Result<SlaPolicyBook>> Policies(Caller caller, CancellationToken cancellation) =>
        await Reading(async () => await Load(cancellation) ?? SlaPolicyBook.Seeded);

    public Task<Result<Outcome<SlaPolicyBook>>> AddPolicy(
        Caller caller, CommandId id, SlaPolicy policy, int? at, int? version, CancellationToken cancellation) =>
        Change(caller, id, version, (book, open, member, now) => SlaPolicyChanges.Add(book, policy, at, open, member, now), cancellation);

    public Task<Result<Outcome<SlaPolicyBook>>> ChangePolicy(
        Caller caller, CommandId id, SlaPolicy policy, int version, CancellationToken cancellation) =>
        Change(caller, id, version, (book, open, member, now) => SlaPolicyChanges.Change(book, policy, open, member, now), cancellation);

    public Task<Result<Outcome<SlaPolicyBook>>> RemovePolicy(
        Caller caller, CommandId id, Guid policy, int? version, CancellationToken cancellation) =>
        Change(caller, id, version, (book, _, member, _) => SlaPolicyChanges.Remove(book, policy, member), cancellation);

    public Task<Result<Outcome<SlaPolicyBook>>> ReorderPolicies(
        Caller caller, CommandId id, IReadOnlyList<Guid> ids, int version, CancellationToken cancellation) =>
        Change(caller, id, version, (book, _, member, _) => SlaPolicyChanges.Reorder(book, ids, member), cancellation);

    public Task<Result<ImmutableArray<SavedCalendar>>> Calendars(Caller caller, CancellationToken cancellation) =>
        Reading(async () =>
        {
            var all = await calendars.All(Tenant, cancellation);
            return all.OrderBy(pair => pair.Value.Definition.Name, StringComparer.Ordinal)
                .Select(pair => new SavedCalendar(pair.Key, pair.Value)).ToImmutableArray();
        });

    public async Task<Result<Outcome<SavedCalendar>>> SaveCalendar(
        Caller caller, CommandId id, Guid calendar, CalendarDefinition definition, int? version, CancellationToken cancellation) =>
        await Calendar(calendar).Save(caller, id, definition, version, cancellation);

    public async Task<Result<Outcome<SavedCalendar>>> RemoveCalendar(
        Caller caller, CommandId id, Guid calendar, int? version, CancellationToken cancellation) =>
        await Calendar(calendar).Remove(caller, id, version, cancellation);

    protected override SlaPolicyBook Unbegun => SlaPolicyBook.Seeded;

    private ICalendarGrain Calendar(Guid calendar) => GrainFactory.GetGrain<ICalendarGrain>(GrainKeys.Of(Tenant, calendar));

    private async Task<Result<Outcome<SlaPolicyBook>>> Change(
        Caller caller, CommandId id, int? version,
        Func<SlaPolicyBook, IReadOnlyDictionary<Guid, BusinessCalendar>, Member, Instant, Decision<SlaPolicyEvent>> decide,
        CancellationToken cancellation)
    {
        var open = await Reading<IReadOnlyDictionary<Guid, BusinessCalendar>>(async () => await Compiled(cancellation));
        if (open.Refusal is { } unreachable)
            return unreachable;

        var result = await Execute(
            caller, id,
            (present, now) => (present ?? SlaPolicyBook.Seeded) is var book && version.IsStale(book.Version)
                ? FeedErrors.Stale : decide(book, open.Value, caller.ToMember(), now),
            cancellation);
        return result.Select(effect => effect.Outcome);
    }

    private async Task<Dictionary<Guid, BusinessCalendar>> Compiled(CancellationToken cancellation) =>
        (await calendars.All(Tenant, cancellation)).ToDictionary(
            pair => pair.Key, pair => BusinessCalendar.Compile(pair.Value.Definition, new CalendarRef(pair.Key, pair.Value.Version)).Value);

    private static async Task<Result<T>> Reading<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (StorageException unreachable)
        {
            return FeedErrors.Of(unreachable);
        }
    }
}
