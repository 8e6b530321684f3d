using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Sla.Calendars;

namespace Helpdesk.Api.Sla;

/// <summary>A town hall that is open on working days from 8 to 17, closed on Christmas Eve.</summary>
internal sealed class SlaExamples : IExamples
{
    internal static readonly Guid Calendar = new("0198c0de-7a11-7000-8000-0000000000f1");
    internal static readonly Guid Policy = new("0198c0de-7a11-7000-8000-0000000000f2");
    internal static readonly DateTimeOffset Opened = new(2026, 3, 27, 15, 30, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Closes = new(2026, 3, 27, 16, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Opens = new(2026, 3, 30, 6, 0, 0, TimeSpan.Zero);
    internal static readonly DateTimeOffset Due = new(2026, 3, 30, 6, 30, 0, TimeSpan.Zero);
    private static readonly WindowBody Hours = new([Weekday.Mon, Weekday.Tue, Weekday.Wed, Weekday.Thu, Weekday.Fri], "08:00", "17:00");
    private static readonly HolidaysBody Holidays = new("DE", "BY", "09761000");

    internal static readonly SegmentResponse[] Segments =
    [
        new(Opened, Closes, true, SegmentReason.Running, null),
        new(Closes, Opens, false, SegmentReason.OutsideHours, null),
        new(Opens, Due, true, SegmentReason.Running, null),
    ];

    private static readonly PolicyBody Body = new(
        "Werktags", new(Category: ["it"]), [new(SlaTarget.Resolution, Priority.High, "PT1H", Calendar)],
        [new(SlaTarget.Resolution, TicketStatus.WaitingOnCustomer)],
        [new("warning", null, 8_000, null, [new(EscalationActionKind.NotifyAssignee, AnyTime: false)])]);

    private static readonly CalendarResponse Saved = new(
        Calendar, "Rathaus", "Europe/Berlin", [Hours], Holidays, [new("2026-12-24", "2026-12-24", "Heiligabend", [])], [], Version: 1);

    private static readonly PolicyResponse Kept = new(
        Policy, 1, Body.Name!, Body.Conditions!, Body.Targets!, Body.Pauses!, Body.Escalation!);

    public IEnumerable<object> All =>
    [
        new CalendarBody("Rathaus", "Europe/Berlin", [Hours], Holidays, ["2026-12-24"]),
        Saved,
        new CalendarListResponse([Saved], null, 1),
        Body,
        new ReorderBody([Policy]),
        new PolicyListResponse([Kept], null, 1, Version: 1),
        new PreviewRequest(Opened, "PT1H", new(Zone: "Europe/Berlin", Windows: [Hours], Holidays: Holidays, DaysOff: ["2026-12-24"])),
        new PreviewResponse(Due, Segments, null, null, [], TimeZones.Version),
    ];
}
