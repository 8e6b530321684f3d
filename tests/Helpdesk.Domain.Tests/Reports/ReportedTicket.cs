using Helpdesk.Domain.Reports;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Sla.Calendars;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Domain.Tests.Reports;

/// <summary>
/// The story of one ticket, opened in November 2026: a Monday to Friday office from 8 to 17 in Berlin, eight hours for
/// everything, and a year for what is not urgent at all.
/// </summary>
public abstract class ReportedTicket
{
    internal static readonly Guid Calendar = Guid.NewGuid();

    private static readonly BusinessCalendar Office = BusinessCalendar.Compile(
        new CalendarDefinition(
            "Rathaus", "Europe/Berlin",
            [new WeeklyWindow(
                [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday],
            new(8 * 60), new(17 * 60))],
            null, []),
        new CalendarRef(Calendar, 1)).Value;

    internal static readonly SlaPolicyBook Book = new()
    {
        Version = 1,
        Policies =
        [
            new(Guid.NewGuid(), 1, "Werktags", SlaCondition.Always,
                [.. Enum.GetValues<SlaTarget>().Select(
                    target => new SlaObjective(target, Priority.Medium, Duration.FromHours(8), Calendar)),
                    new(SlaTarget.Resolution, Priority.Low, Duration.FromHours(2_000), Calendar)],
                [new(SlaTarget.Resolution, TicketStatus.WaitingOnCustomer)], []),
        ],
    };

    private static readonly SlaRules Rules = new([Book], [Office]);
    internal static readonly ReportPeriod November = new(At(1, 0), At(30, 0));
    internal static readonly ReportPeriod December = new(November.To, At(30, 0) + Duration.FromDays(30));

    // When nothing of these stories can change any more.
    internal static readonly Instant Later = Instant.FromUtc(2027, 6, 1, 0, 0);

    private readonly List<Recorded<TicketEvent>> history = [];

    protected AccountId Requester { get; } = Some.Account();

    // Monday 16 November, 16:00 in Berlin.
    protected ReportedTicket() =>
        Happens(At(16, 15), new TicketEvent.Opened
        {
            Number = "T-1",
            Subject = "s",
            Description = "d",
            Priority = Priority.Medium,
            Category = "it",
            Queue = null,
            Team = null,
            Requester = Requester,
            Channel = "api",
            Promised = SlaTerms.Of(Book, new(Priority.Medium, "it", null, null), new Dictionary<Guid, int> { [Calendar] = 1 }),
        });

    /// <summary>All stretches of the period together, under what is counted at its end.</summary>
    internal TicketFigures Figures(ReportPeriod? period = null, Instant? now = null)
    {
        var stretches = Stretches(period ?? November, now ?? Later);
        return stretches[^1] with
        {
            FirstResponse = stretches.Select(figures => figures.FirstResponse).SingleOrDefault(reached => reached is not null),
            Unanswered = stretches.Select(figures => figures.Unanswered).SingleOrDefault(reached => reached is not null),
            Resolution = stretches.Select(figures => figures.Resolution).SingleOrDefault(reached => reached is not null),
            Promises = [.. stretches.SelectMany(figures => figures.Promises)],
            Resolutions = [.. stretches.SelectMany(figures => figures.Resolutions)],
            LateReopenings = [.. stretches.SelectMany(figures => figures.LateReopenings)],
            Closings = [.. stretches.SelectMany(figures => figures.Closings)],
        };
    }

    internal IReadOnlyList<TicketFigures> Stretches(ReportPeriod period, Instant now) => [.. TicketFigures.Of(
        TicketCourse.Of([.. history.Where(recorded => recorded.At < now)]), Rules, period, now)];

    internal static Instant At(int day, int hour, int minute = 0) => Instant.FromUtc(2026, 11, day, hour, minute);

    internal static Instant In(ReportPeriod month, int day) => month.From + Duration.FromDays(day);

    internal static TicketEvent Said(bool fromStaff) => new TicketEvent.Commented(Guid.NewGuid(), "x", Visibility.Public, fromStaff);

    internal void Happens(Instant at, params TicketEvent[] events)
    {
        foreach (var happened in events)
            Acts(at, new(Guid.NewGuid()), happened);
    }

    internal void Acts(Instant at, AccountId actor, params TicketEvent[] events)
    {
        foreach (var happened in events)
            history.Add(new(history.Count + 1, at, actor, happened));
    }
}
