using Helpdesk.Domain.Mail;
using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.Sla.Calendars;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Domain.Tests.Notifications;

public sealed class NoticeMailsTests
{
    private const string Zone = "Europe/Berlin";

    private static readonly TenantId Tenant = new(Guid.NewGuid());
    private static readonly AccountId Anna = new(Guid.NewGuid());
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 18, 12, 0);

    [Theory]
    [InlineData(MailDigest.None, "2026-11-18T12:34:56Z", null, "2026-11-18T12:34:56Z")]
    [InlineData(MailDigest.Hourly, "2026-11-18T12:34:56Z", null, "2026-11-18T13:00:00Z")]
    [InlineData(MailDigest.Hourly, "2026-11-18T13:00:00Z", null, "2026-11-18T13:00:00Z")]
    [InlineData(MailDigest.Hourly, "2026-11-18T12:34:56Z", "Asia/Kolkata", "2026-11-18T13:30:00Z")]
    [InlineData(MailDigest.Daily, "2026-11-18T05:59:59Z", null, "2026-11-18T06:00:00Z")]
    [InlineData(MailDigest.Daily, "2026-11-18T06:00:00Z", null, "2026-11-18T06:00:00Z")]
    [InlineData(MailDigest.Daily, "2026-11-18T06:00:01Z", null, "2026-11-19T06:00:00Z")]
    [InlineData(MailDigest.Daily, "2026-11-18T12:00:00Z", "America/New_York", "2026-11-18T12:00:00Z")]
    [InlineData(MailDigest.Daily, "2026-03-28T12:00:00Z", null, "2026-03-29T05:00:00Z")] // clocks go forward in the night
    [InlineData(MailDigest.Daily, "2026-10-24T12:00:00Z", null, "2026-10-25T06:00:00Z")] // and back
    [InlineData(MailDigest.Daily, "2026-11-18T12:00:00Z", "No/Where", "2026-11-19T06:00:00Z")]
    public void A_mail_goes_at_once_at_the_full_hour_or_in_the_morning_where_the_person_is(
        MailDigest digest, string at, string? zone, string sent) =>
        NoticeMails.SendAt(
            Notice(At(at)) with { Reader = Reader() with { TimeZone = zone, Mails = new() { Digest = digest } } }, Zone, hours: null)
            .ShouldBe(At(sent));

    [Theory]
    [InlineData("2026-11-18T12:30:00Z", "2026-11-18T12:30:00Z")] // a Wednesday, 13:30
    [InlineData("2026-11-18T16:30:00Z", "2026-11-18T16:30:00Z")] // only the second one is open
    [InlineData("2026-11-18T19:00:00Z", "2026-11-19T07:00:00Z")] // its end is exclusive
    [InlineData("2026-11-20T20:00:00Z", "2026-11-23T07:00:00Z")] // over the weekend
    public void By_the_calendar_mails_wait_while_the_municipality_is_closed(string at, string sent)
    {
        var hours = new OpenHours([Open(8, 16), Open(12, 20)]);
        var notice = Notice(At(at)) with { Reader = Reader() with { Quiet = QuietHours.OfCalendar(urgentBreachesPass: true) } };

        NoticeMails.SendAt(notice, Zone, hours).ShouldBe(At(sent));
        NoticeMails.SendAt(notice, Zone, new OpenHours([])).ShouldBe(At(at), "without a calendar it is never closed");
        NoticeMails.SendAt(notice, Zone, hours: null).ShouldBe(At(at));
        var breach = notice with
        { Kind = NotificationKind.SlaBreach, Priority = Priority.Urgent, Reader = notice.Reader! with { Role = Role.Agent } };
        NoticeMails.SendAt(breach, Zone, hours).ShouldBe(At(at), "urgent breaches pass");

        static BusinessCalendar Open(int from, int to) => BusinessCalendar.Compile(new(
            "Rathaus", Zone,
            [new([IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday],
                new(from * 60), new(to * 60))],
            null, [])).Value;
    }

    [Fact]
    public void What_keeps_a_promise_waits_for_no_digest()
    {
        var breach = Notice(Now, NotificationKind.SlaBreach) with { Reader = Reader() with { Role = Role.Agent, Mails = Daily } };

        NoticeMails.SendAt(breach, Zone, hours: null).ShouldBe(Now);
    }

    [Theory]
    [InlineData("22:00", "06:00", "2026-11-18T20:59:00Z", "2026-11-18T20:59:00Z")]
    [InlineData("22:00", "06:00", "2026-11-18T21:00:00Z", "2026-11-19T05:00:00Z")] // from is inclusive
    [InlineData("22:00", "06:00", "2026-11-19T04:59:00Z", "2026-11-19T05:00:00Z")]
    [InlineData("22:00", "06:00", "2026-11-19T05:00:00Z", "2026-11-19T05:00:00Z")] // and to exclusive
    [InlineData("12:00", "14:00", "2026-11-18T12:30:00Z", "2026-11-18T13:00:00Z")]
    [InlineData("22:00", "02:30", "2026-03-28T22:00:00Z", "2026-03-29T01:30:00Z")] // clocks go forward in that night
    public void In_quiet_hours_mails_wait_for_their_end(string from, string to, string at, string sent)
    {
        var quiet = new QuietHours(Time(from), Time(to), UrgentBreachesPass: true);
        var notice = Notice(At(at)) with { Reader = Reader() with { Quiet = quiet } };

        NoticeMails.SendAt(notice, Zone, hours: null).ShouldBe(At(sent));
        if (at != sent)
            NoticeMails.Plan([notice], Zone, hours: null, At(at)).ShouldHaveSingleItem().Why.ShouldBe(MailReason.OutsideHours);

        static LocalTime Time(string text) => NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH':'mm").Parse(text).Value;
    }

    [Theory]
    [InlineData(true, Priority.Urgent, true)]
    [InlineData(true, Priority.High, false)]
    [InlineData(false, Priority.Urgent, false)]
    public void A_missed_target_of_an_urgent_ticket_passes_if_the_person_wants_it_so(bool wanted, Priority priority, bool passes)
    {
        var night = Instant.FromUtc(2026, 11, 18, 23, 0);
        var breach = Notice(night, NotificationKind.SlaBreach) with
        {
            Priority = priority,
            Reader = Reader() with { Role = Role.Agent, Quiet = new(new(22, 0), new(6, 0), wanted) },
        };

        (NoticeMails.SendAt(breach, Zone, hours: null) == night).ShouldBe(passes);
    }

    public static TheoryData<string, DueNotice> NotMailed => new()
    {
        { "taken back", Notice(Now) with { IsWithdrawn = true } },
        { "gone", Notice(Now) with { Reader = null } },
        { "suspended", Notice(Now) with { Reader = Reader() with { IsHere = false } } },
        { "muted since", Notice(Now) with { Reader = Reader() with { Muted = [NotificationKind.TicketAnswered] } } },
        { "not by mail", Notice(Now) with { Reader = Reader() with { Mails = new() { Off = [NotificationKind.TicketAnswered] } } } },
        { "the ticket muted since", Notice(Now) with { Reader = Reader() with { HasMutedTicket = true } } },
        { "not for this role any more", Notice(Now, NotificationKind.CustomerCommented) },
    };

    [Theory]
    [MemberData(nameof(NotMailed))]
    public void Whoever_does_not_want_it_or_may_not_know_it_gets_no_mail(string because, DueNotice notice) =>
        NoticeMails.Plan([notice], Zone, hours: null, Now).ShouldHaveSingleItem().At.ShouldBeNull(because);

    [Theory]
    [InlineData(NotificationKind.TicketAssigned, true)]
    [InlineData(NotificationKind.CustomerCommented, true)]
    [InlineData(NotificationKind.WordsWithdrawn, true)]
    [InlineData(NotificationKind.TicketAnswered, true)]
    [InlineData(NotificationKind.TicketResolved, true)]
    [InlineData(NotificationKind.TicketMerged, true)]
    [InlineData(NotificationKind.SlaWarning, true)]
    [InlineData(NotificationKind.SlaBreach, false)]
    [InlineData(NotificationKind.ReopenRequested, false)]
    [InlineData(NotificationKind.ReopenAnswered, false)]
    [InlineData(NotificationKind.AnswerHeldBack, false)]
    public void Of_a_muted_ticket_only_what_keeps_a_promise_is_told(NotificationKind kind, bool silenced)
    {
        NotificationRules.IsSilenced(kind, hasMuted: true).ShouldBe(silenced);
        NotificationRules.IsSilenced(kind, hasMuted: false).ShouldBeFalse();
        var reader = Reader() with { Role = Role.Agent, HasMutedTicket = true };
        (NoticeMails.SendAt(Notice(Now, kind) with { Reader = reader }, Zone, hours: null) is null).ShouldBe(silenced);
        var told = RecipientPreview.Of(kind, new(reader, "Anna", IsBlocked: false), Zone, hours: null, Now, Now).ToList();
        NotTold? why = silenced ? NotTold.Muted : null;
        told.Select(telling => telling.Why).ShouldBe([why, why]);
    }

    [Fact]
    public void A_team_gets_mails_at_its_own_address() => NoticeMails.Plan(
        [Notice(Now) with { Reader = null, Address = "bauamt@musterstadt.example" }], Zone, hours: null, Now)
        .ShouldHaveSingleItem().At.ShouldBe(Now);

    [Fact]
    public void What_happened_to_one_ticket_is_one_mail_and_a_digest_is_one_for_everything()
    {
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        var notices = new[]
        {
            Notice(Now, stream: one, version: 1), Notice(Now, stream: other, version: 1), Notice(Now, stream: one, version: 4),
        };
        Counts(notices).ShouldBe([2, 1]);
        Counts([.. notices.Select(notice => notice with { Reader = Reader() with { Mails = Hourly } })]).ShouldBe([3]);
    }

    [Fact]
    public void What_comes_later_in_a_digest_does_not_hold_up_what_is_due()
    {
        var reader = Reader() with { Mails = Daily };
        var (morning, next) = (At("2026-11-18T06:00:00Z"), At("2026-11-19T06:00:00Z"));
        var plans = NoticeMails.Plan(
            [Notice(morning) with { Reader = reader }, Notice(morning + Duration.FromSeconds(30)) with { Reader = reader }],
            Zone, hours: null, Now).ToList();

        plans.Select(plan => (plan.At, plan.Why)).ShouldBe([(Now, null), (next, (MailReason?)MailReason.Digest)], ignoreOrder: true);
    }

    [Fact]
    public void A_mailbox_gets_ten_mails_of_a_ticket_in_ten_minutes_and_the_rest_together_later()
    {
        var earlier = Enumerable.Range(0, 10).Select(minute => new EarlierMail(Now - Duration.FromMinutes(9 - minute), "MUST-1")).ToList();

        MailLimits.FreeAt(earlier, "MUST-1", Now).ShouldBe(Now + Duration.FromMinutes(1));
        MailLimits.FreeAt(earlier, "MUST-2", Now).ShouldBe(Now);
        MailLimits.FreeAt(earlier, null, Now).ShouldBe(Now);
        MailLimits.FreeAt([.. earlier.Take(9)], "MUST-1", Now).ShouldBe(Now);
    }

    [Fact]
    public void What_goes_at_once_counts_for_what_comes_behind_it()
    {
        var notices = Enumerable.Range(0, 40).Select(_ => Notice(Now, stream: Guid.NewGuid())).ToList();

        var plans = NoticeMails.Plan(notices, Zone, hours: null, Now).ToList();

        plans.Count(plan => plan.At == Now && plan.Why is null).ShouldBe(30);
        plans.Count(plan => plan.At > Now && plan.Why is MailReason.MailLimit).ShouldBe(10);
    }

    /// <summary>Whatever comes, and however: no window of any length holds more than its limit.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void No_window_ever_holds_more_than_its_limit(int seed)
    {
        var random = new Random(seed);
        var sent = new List<EarlierMail>();
        var at = Now;
        for (var mail = 0; mail < 600; mail++)
        {
            at += Duration.FromSeconds(random.Next(40));
            var ticket = random.Next(3) == 0 ? "MUST-1" : null;
            at = MailLimits.FreeAt([.. sent.Where(one => one.At > at - MailLimits.Longest)], ticket, at);
            sent.Add(new(at, ticket));
        }

        Holds(sent, MailLimits.OfRecipient);
        Holds([.. sent.Where(mail => mail.Ticket is not null)], MailLimits.OfTicket);
    }

    private static void Holds(List<EarlierMail> sent, IReadOnlyList<MailLimit> limits)
    {
        foreach (var limit in limits)
            for (var first = 0; first + limit.Most < sent.Count; first++)
                (sent[first + limit.Most].At - sent[first].At).ShouldBeGreaterThanOrEqualTo(Duration.FromMinutes(limit.Minutes));
    }

    private static int[] Counts(params DueNotice[] notices) =>
        [.. NoticeMails.Plan(notices, Zone, hours: null, Now).Select(plan => plan.Notices.Count).OrderDescending()];

    private static MailWishes Daily => new() { Digest = MailDigest.Daily };

    private static MailWishes Hourly => new() { Digest = MailDigest.Hourly };

    private static DueNotice Notice(
        Instant at, NotificationKind kind = NotificationKind.TicketAnswered, Guid? stream = null, int version = 1) => new()
        {
            Key = new(Tenant, stream ?? Guid.NewGuid(), version, Anna.Value.ToString()),
            Kind = kind,
            At = at,
            IsWithdrawn = false,
            Number = $"MUST-{stream?.ToString() ?? Guid.NewGuid().ToString()}",
            Subject = "Fehler im Formular",
            Address = null,
            Reader = Reader(),
            Earlier = [],
        };

    private static NoticeReader Reader() => new()
    {
        Account = Anna,
        Role = Role.Customer,
        Email = EmailAddress.Parse("anna@musterstadt.example").Value,
        Language = "de",
        TimeZone = null,
        IsHere = true,
        IsExpected = false,
        Muted = [],
        Mails = MailWishes.Default,
    };

    private static Instant At(string text) => NodaTime.Text.InstantPattern.ExtendedIso.Parse(text).Value;
}
