using Helpdesk.Domain.Sla.Calendars;

namespace Helpdesk.Domain.Notifications;

/// <summary>When a municipality is open: within the hours of any of its calendars; without one, always.</summary>
public sealed class OpenHours(IReadOnlyList<BusinessCalendar> calendars)
{
    /// <summary>A calendar that is not good any more is left out.</summary>
    public static OpenHours Of(IEnumerable<CalendarDocument> documents) => new([
        .. documents.Where(document => !document.IsRemoved).Select(document => BusinessCalendar.Compile(document.Definition))
            .Where(compiled => compiled.IsOk).Select(compiled => compiled.Value)]);

    /// <returns><paramref name="at"/>, or the next moment at which it opens; where it never does, <paramref name="at"/>.</returns>
    public Instant NextOpen(Instant at)
    {
        var next = calendars.Select(calendar => calendar.NextOpen(at)).OfType<Instant>().ToList();
        return next.Count == 0 ? at : next.Min();
    }
}
