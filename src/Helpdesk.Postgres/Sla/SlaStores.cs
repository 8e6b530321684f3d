using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Sla.Calendars;

namespace Helpdesk.Postgres.Sla;

internal sealed class SlaPolicyStore(Database database)
    : AggregateStore<SlaPolicyBook, SlaPolicyEvent>(database, new DocumentRow<SlaPolicyBook, SlaPolicyEvent>()), ISlaPolicyStore;

internal sealed class CalendarStore(Database database)
    : AggregateStore<CalendarDocument, CalendarEvent>(database, new DocumentRow<CalendarDocument, CalendarEvent>()), ICalendarStore
{
    public Task<IReadOnlyDictionary<Guid, CalendarDocument>> All(TenantId tenant, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = Database.ForTenant(tenant);
        batch.Add("select stream_id, state from aggregate where tenant_id = $1 and kind = $2").With(tenant.Value).With(
            CalendarDocument.Kind);
        await using var reader = await batch.ReadAsync(cancellation);
        var all = new Dictionary<Guid, CalendarDocument?>();
        while (await reader.ReadAsync(cancellation))
        {
            var id = reader.GetGuid(0);
            all.Add(id, Database.States.ReadOrLeaveOut<CalendarDocument>(tenant, CalendarDocument.Kind, id, reader.GetString(1)));
        }

        // One that is there and cannot be had in any way is not passed off as none: deadlines are counted by it.
        var standing = new Dictionary<Guid, CalendarDocument>();
        foreach (var (id, read) in all)
        {
            if (await Database.OrRebuilt<CalendarDocument, CalendarEvent>(read, tenant, id) is { IsRemoved: false } calendar)
                standing.Add(id, calendar);
        }

        return (IReadOnlyDictionary<Guid, CalendarDocument>)standing;
    });
}
