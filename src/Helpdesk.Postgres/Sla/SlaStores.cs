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
        var all = new Dictionary<Guid, CalendarDocument>();
        while (await reader.ReadAsync(cancellation))
        {
            var id = reader.GetGuid(0);
            if (Database.States.ReadOrLeaveOut<CalendarDocument>(tenant, CalendarDocument.Kind, id, reader.GetString(1))
                is { IsRemoved: false } calendar)
                all.Add(id, calendar);
        }

        return (IReadOnlyDictionary<Guid, CalendarDocument>)all;
    });
}
