using Helpdesk.Contracts;
using Helpdesk.Contracts.Sla;
using Helpdesk.Domain;
using Helpdesk.Domain.Access;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Sla.Calendars;
using Helpdesk.Domain.Tenants;
using Helpdesk.Grains.Access;
using Helpdesk.Grains.Feed;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Helpdesk.Grains.Sla;

/// <summary>Loads a tenant's promises, asks the rules, appends what follows.</summary>
public sealed class SlaGrain(
    ISlaPolicyStore store, ICalendarStore calendars, ISlaSituations situations, TimeProvider time, ILogger<SlaGrain> log)
    : AggregateGrain<SlaPolicyBook, SlaPolicyEvent>(store, time, log), ISlaGrain
{
    protected override Guid Stream => CommandId.Derive($"{Tenant}|{SlaPolicyBook.Kind}");

    public async Task<Result<PolicyBookView>> Policies(Caller caller, CancellationToken cancellation) =>
        await Reading(async () => (await Book(cancellation)).ToMessage());

    public Task<Result<PolicyBookView>> AddPolicy(
        Caller caller, CommandId id, Guid policy, PolicyMessage message, int? at, int? version, CancellationToken cancellation) =>
        Change(caller, id, version, (book, open, member, now) => SlaPolicyChanges.Add(book, message.ToDomain(policy), at, open, member, now), cancellation);

    public Task<Result<PolicyBookView>> ChangePolicy(
        Caller caller, CommandId id, Guid policy, PolicyMessage message, int version, CancellationToken cancellation) =>
        Change(caller, id, version, (book, open, member, now) => SlaPolicyChanges.Change(book, message.ToDomain(policy), open, member, now), cancellation);

    public Task<Result<PolicyBookView>> RemovePolicy(Caller caller, CommandId id, Guid policy, int? version, CancellationToken cancellation) =>
        Change(caller, id, version, (book, _, member, _) => SlaPolicyChanges.Remove(book, policy, member), cancellation);

    public Task<Result<PolicyBookView>> ReorderPolicies(
        Caller caller, CommandId id, IReadOnlyList<Guid> ids, int version, CancellationToken cancellation) =>
        Change(caller, id, version, (book, _, member, _) => SlaPolicyChanges.Reorder(book, ids, member), cancellation);

    public async Task<Result<IReadOnlyList<CalendarView>>> Calendars(Caller caller, CancellationToken cancellation) =>
        await Reading<IReadOnlyList<CalendarView>>(async () =>
        {
            var all = await calendars.All(Tenant, cancellation);
            return [.. all.OrderBy(pair => pair.Value.Definition.Name, StringComparer.Ordinal).Select(pair => SlaMapping.ToMessage(pair.Key, pair.Value))];
        });

    public async Task<Result<CalendarView>> SaveCalendar(
        Caller caller, CommandId id, Guid calendar, CalendarMessage message, int? version, CancellationToken cancellation)
    {
        var saved = await Calendar(calendar).Save(caller, id, message, version, cancellation);
        situations.Forget(Tenant);
        return saved;
    }

    public async Task<Result<CalendarView>> RemoveCalendar(Caller caller, CommandId id, Guid calendar, int? version, CancellationToken cancellation)
    {
        var removed = await Calendar(calendar).Remove(caller, id, version, cancellation);
        situations.Forget(Tenant);
        return removed;
    }

    protected override SlaPolicyBook Unbegun => SlaPolicyBook.Seeded;

    protected override void Committed(IReadOnlyList<Recorded<SlaPolicyEvent>> events) => situations.Forget(Tenant);

    private ICalendarGrain Calendar(Guid calendar) => GrainFactory.GetGrain<ICalendarGrain>(GrainKeys.Of(Tenant, calendar));

    private async Task<SlaPolicyBook> Book(CancellationToken cancellation) => await Load(cancellation) ?? SlaPolicyBook.Seeded;

    private async Task<Result<PolicyBookView>> Change(
        Caller caller, CommandId id, int? version,
        Func<SlaPolicyBook, IReadOnlyDictionary<Guid, BusinessCalendar>, Member, Instant, Decision<SlaPolicyEvent>> decide, CancellationToken cancellation)
    {
        var open = await Reading<IReadOnlyDictionary<Guid, BusinessCalendar>>(async () => await Compiled(cancellation));
        if (open.Refusal is { } unreachable)
            return unreachable;

        var result = await Execute(
            caller, id,
            (present, now) => (present ?? SlaPolicyBook.Seeded) is var book && version is { } read && read != book.Version
                ? FeedErrors.Stale
                : decide(book, open.Value, caller.ToMember(), now),
            cancellation);
        return result.Refused(out var why, out var effect) ? why : effect.State.ToMessage();
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
        catch (StorageException)
        {
            return FeedErrors.Unreachable;
        }
    }
}
