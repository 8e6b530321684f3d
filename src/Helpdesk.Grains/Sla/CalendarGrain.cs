using Helpdesk.Contracts;
using Helpdesk.Contracts.Sla;
using Helpdesk.Domain;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Sla.Calendars;
using Helpdesk.Domain.Tenants;
using Helpdesk.Grains.Access;
using Helpdesk.Grains.Feed;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Grains.Sla;

/// <summary>Loads a calendar, asks the rules, appends what follows. The policies stand still meanwhile: their grain is the caller.</summary>
public sealed class CalendarGrain(ICalendarStore store, ISlaPolicyStore policies, TimeProvider time, ILogger<CalendarGrain> log)
    : AggregateGrain<CalendarDocument, CalendarEvent>(store, time, log), ICalendarGrain
{
    public Task<Result<CalendarView>> Save(Caller caller, CommandId id, CalendarMessage message, int? version, CancellationToken cancellation) =>
        Change(caller, id, version, (present, book, now) =>
            present is not null && version is null
                ? FeedErrors.Stale
                : CalendarChanges.Save(present, Stream, message.ToDomain(), book, caller.ToMember(), now), cancellation);

    public Task<Result<CalendarView>> Remove(Caller caller, CommandId id, int? version, CancellationToken cancellation) =>
        Change(caller, id, version, (present, book, _) => CalendarChanges.Remove(present, Stream, book, caller.ToMember()), cancellation);

    private async Task<Result<CalendarView>> Change(
        Caller caller, CommandId id, int? version, Func<CalendarDocument?, SlaPolicyBook, NodaTime.Instant, Decision<CalendarEvent>> decide,
        CancellationToken cancellation)
    {
        SlaPolicyBook book;
        try
        {
            book = await policies.Load(Tenant, CommandId.Derive($"{Tenant}|{SlaPolicyBook.Kind}"), cancellation) ?? SlaPolicyBook.Seeded;
        }
        catch (StorageException)
        {
            return FeedErrors.Unreachable;
        }

        var result = await Execute(
            caller, id,
            (present, now) => version is { } read && present is null ? SlaErrors.NotFound
                : version is { } named && named != present?.Version ? FeedErrors.Stale
                : decide(present, book, now),
            cancellation);
        return result.Refused(out var why, out var effect) ? why : SlaMapping.ToMessage(effect.Stream, effect.State);
    }
}
