using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Sla.Calendars;
using static Helpdesk.Api.Sla.SlaExamples;

namespace Helpdesk.Api.Tickets;

internal sealed class TicketSlaExamples : IExamples
{
    public IEnumerable<object> All =>
    [
        new TicketSlaResponse(SlaState.OnTrack, Due, null,
        [
            new()
            {
                Target = SlaTarget.Resolution,
                Cycle = 1,
                Verdict = SlaVerdictWord.OnTrack,
                Within = "PT1H",
                Elapsed = "PT30M",
                Remaining = "PT30M",
                StartedAt = Opened,
                EndedAt = null,
                DueAt = Due,
                IsPaused = false,
                Policy = Policy,
                PolicyName = "Werktags",
                PolicyRevision = 1,
                PolicyBook = 1,
                Why = "'Werktags' (1 of 2) because the category is 'it'",
                Calendar = Sla.SlaExamples.Calendar,
                CalendarVersion = 1,
                CalendarName = "Rathaus",
                Segments = Segments,
                ZoneData = TimeZones.Version,
            },
        ]),
    ];
}
