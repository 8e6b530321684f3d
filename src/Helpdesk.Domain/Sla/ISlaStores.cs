using Helpdesk.Domain.Sla.Calendars;

namespace Helpdesk.Domain.Sla;

/// <summary>Stores a tenant's policies; one stream per tenant.</summary>
public interface ISlaPolicyStore : IAggregateStore<SlaPolicyBook, SlaPolicyEvent>;

/// <summary>Stores calendars; a stream each.</summary>
public interface ICalendarStore : IAggregateStore<CalendarDocument, CalendarEvent>
{
    /// <summary>All of a tenant's calendars that are not removed, by id.</summary>
    Task<IReadOnlyDictionary<Guid, CalendarDocument>> All(TenantId tenant, CancellationToken cancellation);
}
