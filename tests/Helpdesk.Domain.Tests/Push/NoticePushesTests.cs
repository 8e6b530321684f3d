using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.Push;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Domain.Tests.Push;

public sealed class NoticePushesTests
{
    private const string Zone = "Europe/Berlin";

    private static readonly TenantId Tenant = Some.Tenant();
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 18, 12, 0);

    public static TheoryData<string, DuePush> Untold => new()
    {
        { "it was taken back", Notice() with { IsWithdrawn = true } },
        { "it was read at another place", Notice() with { IsRead = true } },
        { "the person has left", Notice() with { Reader = null } },
        { "the person is suspended", With(reader => reader with { IsHere = false }) },
        { "the person cannot sign in yet", With(reader => reader with { IsExpected = true }) },
        { "the kind is switched off", With(reader => reader with { Muted = [NotificationKind.TicketAnswered] }) },
        { "the kind is switched off for devices", With(reader => reader with { PushesOff = [NotificationKind.TicketAnswered] }) },
        { "the ticket is muted", With(reader => reader with { HasMutedTicket = true }) },
        { "it is for another role", Notice(NotificationKind.TicketAssigned) },
    };

    [Theory]
    [MemberData(nameof(Untold))]
    public void No_device_is_told_when(string why, DuePush notice)
    {
        NoticePushes.SendAt(notice, Zone, hours: null).ShouldBeNull(why);
        NoticePushes.Plan([notice], Zone, hours: null, Now).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            plan => plan.Told.ShouldBeNull(why), plan => plan.At.ShouldBeNull(why));
    }

    [Fact]
    public void Otherwise_devices_are_told_at_once_and_no_mail_digest_holds_them()
    {
        NoticePushes.SendAt(Notice(), Zone, hours: null).ShouldBe(Now);
        NoticePushes.SendAt(With(reader => reader with { Mails = new() { Digest = MailDigest.Daily } }), Zone, null).ShouldBe(Now);
        NoticePushes.SendAt(With(reader => reader with { Mails = new() { Off = [NotificationKind.TicketAnswered] } }), Zone, null)
            .ShouldBe(Now);
    }

    [Theory]
    [InlineData(NotificationKind.TicketAnswered, Priority.Urgent, true)]
    [InlineData(NotificationKind.SlaBreach, Priority.High, true)]
    [InlineData(NotificationKind.SlaBreach, Priority.Urgent, false)]
    public void Quiet_hours_hold_what_does_not_pass_them(NotificationKind kind, Priority priority, bool held)
    {
        // 12:00 to 15:00 where the person is; it is 13:00 there.
        var quiet = new QuietHours(new(12, 0), new(15, 0), UrgentBreachesPass: true);
        var notice = Notice(kind) with { Priority = priority };
        notice = notice with
        {
            Reader = notice.Reader! with { Role = kind is NotificationKind.SlaBreach ? Role.Agent : Role.Customer, Quiet = quiet },
        };

        NoticePushes.SendAt(notice, Zone, hours: null).ShouldBe(held ? Instant.FromUtc(2026, 11, 18, 14, 0) : Now);
        NoticePushes.Plan([notice], Zone, hours: null, Now).Single().At.ShouldBe(held ? Instant.FromUtc(2026, 11, 18, 14, 0) : null);
    }

    [Fact]
    public void Of_one_ticket_the_newest_is_told_and_of_two_tickets_each()
    {
        var ticket = Guid.NewGuid();
        DuePush[] notices =
        [
            Notice() with { Key = Key(ticket, 3) }, Notice() with { Key = Key(ticket, 7) }, Notice() with { Key = Key(Guid.NewGuid(), 1) },
        ];

        var plans = NoticePushes.Plan(notices, Zone, hours: null, Now).ToList();

        plans.Select(plan => (plan.Notices.Count, plan.Told!.Version)).ShouldBe([(2, 7), (1, 1)]);
    }

    [Fact]
    public void Two_people_are_told_of_one_ticket_separately()
    {
        var ticket = Guid.NewGuid();
        DuePush[] notices =
        [
            Notice() with { Key = Key(ticket, 3) with { Recipient = "one" } },
            Notice() with { Key = Key(ticket, 3) with { Recipient = "two" } },
        ];

        NoticePushes.Plan(notices, Zone, hours: null, Now).Select(plan => plan.Told!.Recipient).ShouldBe(["one", "two"]);
    }

    private static NoticeKey Key(Guid stream, int version) => new(Tenant, stream, version, "somebody");

    private static DuePush With(Func<NoticeReader, NoticeReader> change) => Notice() with { Reader = change(Notice().Reader!) };

    private static DuePush Notice(NotificationKind kind = NotificationKind.TicketAnswered) => new()
    {
        Key = Key(Guid.NewGuid(), 1),
        Kind = kind,
        At = Now,
        Reader = Reader(),
    };

    internal static NoticeReader Reader() => new()
    {
        Account = Some.Account(),
        Role = Role.Customer,
        Email = EmailAddress.Parse("anna@musterstadt.example").Value,
        Language = "de",
        TimeZone = null,
        IsHere = true,
        IsExpected = false,
        Muted = [],
        Mails = MailWishes.Default,
    };
}
