using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Sla.Calendars;
using static Helpdesk.Api.Sla.SlaExamples;

namespace Helpdesk.Api.Tickets;

internal sealed class TicketSlaExamples : IExamples
{
    public IEnumerable<object> All =>
    [
        new TicketSlaResponse(SlaState.OnTrack, Due,
        [
            new(SlaTarget.Resolution, 1, SlaVerdictWord.OnTrack, "PT1H", "PT30M", "PT30M", Opened, null, Due, false, Policy,
                "Werktags", 1, 1,
                "'Werktags' (1 of 2) because the category is 'it'", Calendar, 1, "Rathaus", Segments, TimeZones.Version),
        ]),
    ];
}
