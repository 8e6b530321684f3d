using Helpdesk.Domain.Sla.Calendars;

namespace Helpdesk.Domain.Sla;

/// <summary>When a person is told of a warning or a breach.</summary>
public static class SlaNotice
{
    /// <summary>At once within the recipient's hours, otherwise when they next begin.</summary>
    /// <param name="hours">The recipient's calendar; one that never opens again holds nothing back.</param>
    /// <param name="anyTime">The policy says 24/7.</param>
    public static Instant TellAt(BusinessCalendar hours, bool anyTime, Instant now) => anyTime ? now : hours.NextOpen(now) ?? now;
}
