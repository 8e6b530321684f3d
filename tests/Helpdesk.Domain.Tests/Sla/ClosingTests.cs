using static Helpdesk.Domain.Tests.Sla.Given;

namespace Helpdesk.Domain.Tests.Sla;

/// <summary>What happens to resolved tickets by themselves, and what customers think of closed ones.</summary>
public sealed class ClosingTests
{
    private static readonly Ticket Resolved = new()
    {
        Number = "MUST-000001",
        Subject = "Netz weg",
        Description = "Seit heute.",
        Status = TicketStatus.Resolved,
        Priority = Priority.Low,
        Requester = Some.Account(),
        Channel = "api",
        CreatedAt = At("2026-11-20 09:00"),
        ResolvedAt = At("2026-11-23 09:00"),
        ResolutionText = "Kabel getauscht",
    };

    private static readonly LocalDays Fortnight = new(14, "Europe/Berlin");

    private static readonly SatisfactionQuestion Question = new(Closing: 1, Closings: 1, IsClosed: true, Rating: null);

    [Fact]
    public void A_ticket_that_stays_resolved_is_closed_with_its_own_resolution_and_never_early()
    {
        AutoClose.DueAt(Resolved, Fortnight).ShouldBe(At("2026-12-07 09:00"));
        AutoClose.Owed(Resolved, Fortnight, At("2026-12-07 09:00") - Duration.FromTicks(10)).ShouldBeNull();
        AutoClose.Owed(Resolved, Fortnight, At("2026-12-07 09:00")).ShouldBe(
            new TicketEvent.Closed(TicketStatus.Resolved, "Kabel getauscht"));
    }

    // Berlin's clocks go back on 25 October and forward on 28 March, those of New York on 1 November and 14 March.
    [Theory]
    [InlineData("Europe/Berlin", "2026-10-24T22:00:00Z", 1, "2026-10-25T23:00:00Z")]
    [InlineData("Europe/Berlin", "2026-10-20T14:30:00Z", 14, "2026-11-03T15:30:00Z")]
    [InlineData("Europe/Berlin", "2027-03-20T15:30:00Z", 14, "2027-04-03T14:30:00Z")]
    [InlineData("Europe/Berlin", "2026-11-03T15:30:00Z", 14, "2026-11-17T15:30:00Z")]
    [InlineData("America/New_York", "2026-10-20T14:30:00Z", 14, "2026-11-03T15:30:00Z")]
    [InlineData("America/New_York", "2026-10-10T14:30:00Z", 14, "2026-10-24T14:30:00Z")]
    [InlineData("America/New_York", "2027-03-10T15:30:00Z", 14, "2027-03-24T14:30:00Z")]
    public void The_days_until_it_closes_are_the_municipalitys(string zone, string resolved, int days, string closes)
    {
        var ticket = Resolved with { ResolvedAt = Moment(resolved) };
        var settings = new TenantSettings { AutoCloseDays = days, Zone = zone };

        AutoClose.DueAt(ticket, settings.AutoClose).ShouldBe(Moment(closes));
        AutoClose.Owed(ticket, settings.AutoClose, Moment(closes) - Duration.FromTicks(10)).ShouldBeNull();
        AutoClose.Owed(ticket, settings.AutoClose, Moment(closes)).ShouldNotBeNull();

        static Instant Moment(string text) => NodaTime.Text.InstantPattern.ExtendedIso.Parse(text).Value;
    }

    [Fact]
    public void Nothing_is_closed_that_is_not_resolved_or_that_a_customer_wants_reopened()
    {
        AutoClose.DueAt(Resolved, days: null).ShouldBeNull();
        AutoClose.DueAt(Resolved with { ReopenRequestedAt = At("2026-11-24 09:00") }, Fortnight).ShouldBeNull();
        AutoClose.DueAt(Resolved with { Status = TicketStatus.Closed, ClosedAt = At("2026-11-24 09:00") }, Fortnight).ShouldBeNull();
        AutoClose.DueAt(Resolved with { Status = TicketStatus.InProgress, ResolvedAt = null }, Fortnight).ShouldBeNull();
        AutoClose.DueAt(Resolved with { IsDeleted = true }, Fortnight).ShouldBeNull();
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(1, true)]
    [InlineData(365, true)]
    [InlineData(0, false)]
    [InlineData(366, false)]
    public void The_setting_has_bounds(int? days, bool accepted) => (AutoClose.Fault(days, "/auto_close_days") is null).ShouldBe(accepted);

    [Fact]
    public void A_closing_is_rated_once_and_the_rating_can_be_changed_for_a_week()
    {
        var given = At("2026-11-23 09:00");
        var first = Satisfaction.Rate(Question, 2, "Dauerte lange.", given).Value;

        var changed =
            Satisfaction.Rate(Question with { Rating = first }, 4, null, given + Duration.FromDays(7) - Duration.FromTicks(10)).Value;

        changed.ShouldBe(new SatisfactionRating(1, 4, null, given, given + Duration.FromDays(7) - Duration.FromTicks(10)));
        Satisfaction.Rate(Question with { Rating = changed }, 5, null, given + Duration.FromDays(7)).Error.Code.ShouldBe("rating-final");
    }

    [Fact]
    public void An_open_ticket_is_not_rated_and_an_older_closing_no_more()
    {
        Satisfaction.Rate(Question with { IsClosed = false }, 5, null, Some.Moment()).Error.Code.ShouldBe("ticket-not-closed");
        Satisfaction.Rate(Question with { Closings = 2 }, 5, null, Some.Moment()).Error.Kind.ShouldBe(ErrorKind.Gone);
        Satisfaction.Rate(new(2, 2, true, null), 5, null, Some.Moment()).IsOk.ShouldBeTrue();
    }

    [Theory]
    [InlineData(0, null, "/rating")]
    [InlineData(6, null, "/rating")]
    [InlineData(-1, null, "/rating")]
    [InlineData(3, " ", "/comment")]
    [InlineData(3, "a\0b", "/comment")]
    public void A_rating_is_one_to_five_with_a_comment_or_none(int score, string? comment, string pointer) =>
        Satisfaction.Rate(Question, score, comment, Some.Moment()).Error.Fields.Single().Pointer.ShouldBe(pointer);

    [Fact]
    public void A_comment_may_have_two_thousand_characters()
    {
        Satisfaction.Rate(Question, 3, new string('ä', 2000), Some.Moment()).IsOk.ShouldBeTrue();
        Satisfaction.Rate(Question, 3, new string('ä', 2001), Some.Moment()).Error.Fields.Single().Code.ShouldBe("too-long");
    }
}
