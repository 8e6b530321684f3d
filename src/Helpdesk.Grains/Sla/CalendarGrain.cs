using Helpdesk.Contracts.Sla;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Sla.Calendars;

namespace Helpdesk.Grains.Sla;

/// <summary>
/// Loads a calendar, asks the rules, appends what follows. The policies stand still meanwhile: their grain is the caller.
/// </summary>
public sealed class CalendarGrain(ICalendarStore store, ISlaPolicyStore policies, TimeProvider time, ILogger<CalendarGrain> log)
    : AggregateGrain<CalendarDocument, CalendarEvent>(store, time, log), ICalendarGrain
{
    public Task<Result<Outcome<SavedCalendar>>> Save(
        Caller caller, CommandId id, CalendarDefinition definition, int? version, CancellationToken cancellation) =>
        Change(caller, id, version, (present, book, now) =>
            present is not null && version is null
                ? FeedErrors.Stale
                : CalendarChanges.Save(present, Stream, definition, book, caller.ToMember(), now), cancellation);

    public Task<Result<Outcome<SavedCalendar>>> Remove(Caller caller, CommandId id, int? version, CancellationToken cancellation) =>
        Change(caller, id, version, (present, book, _) => CalendarChanges.Remove(present, Stream, book, caller.ToMember()), cancellation);

    private async Task<Result<Outcome<SavedCalendar>>> Change(
        Caller caller, CommandId id, int? version, Func<CalendarDocument?, SlaPolicyBook, NodaTime.Instant, Decision<CalendarEvent>> decide,
        CancellationToken cancellation)
    {
        SlaPolicyBook book;
        try
        {
            book = await policies.Load(Tenant, CommandId.Derive($"{Tenant}|{SlaPolicyBook.Kind}"), cancellation) ?? SlaPolicyBook.Seeded;
        }
        catch (StorageException unreachable)
        {
            return FeedErrors.Of(unreachable);
        }

        var result = await Execute(
            caller, id,
            (present, now) => version is not null && present is null ? AccessErrors.NotFound
                : version.IsStale(present?.Version ?? 0) ? FeedErrors.Stale
                : decide(present, book, now),
            cancellation);
        return result.Select(effect => new Outcome<SavedCalendar>(new(effect.Stream, effect.State), effect.Replayed));
    }
}
