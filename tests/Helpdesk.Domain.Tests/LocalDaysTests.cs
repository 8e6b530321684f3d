using Helpdesk.Domain.Tests.FeatureFlags;
using Helpdesk.Domain.Tests.Tenants;
using Helpdesk.Domain.Tests.Tickets;

namespace Helpdesk.Domain.Tests;

/// <summary>Days are the municipality's days.</summary>
public sealed class LocalDaysTests
{
    [Theory]
    [InlineData("2026-10-24T22:00:00Z", 1, "Europe/Berlin", "2026-10-25T23:00:00Z")]
    [InlineData("2026-03-28T23:00:00Z", 1, "Europe/Berlin", "2026-03-29T22:00:00Z")]
    [InlineData("2026-10-11T22:00:00Z", 14, "Europe/Berlin", "2026-10-25T23:00:00Z")]
    [InlineData("2026-11-18T09:30:00Z", 14, "Europe/Berlin", "2026-12-02T09:30:00Z")]
    [InlineData("2026-03-28T01:30:00Z", 1, "Europe/Berlin", "2026-03-29T01:30:00Z")]
    [InlineData("2026-11-14T23:00:00Z", -30, "Europe/Berlin", "2026-10-15T22:00:00Z")]
    [InlineData("2026-11-01T04:00:00Z", 1, "America/New_York", "2026-11-02T05:00:00Z")]
    [InlineData("2027-03-14T05:00:00Z", 1, "America/New_York", "2027-03-15T04:00:00Z")]
    [InlineData("2027-03-28T04:00:00Z", 14, "America/New_York", "2027-04-11T04:00:00Z")]
    [InlineData("2026-10-24T22:00:00Z", 1, "Middle/Earth", "2026-10-25T22:00:00Z")]
    [InlineData("2026-10-24T22:00:00Z", 1, null, "2026-10-25T22:00:00Z")]
    [InlineData("2026-10-24T22:00:00Z", 0, "Europe/Berlin", "2026-10-24T22:00:00Z")]
    public void So_many_dates_later_it_is_the_same_time_of_day(string from, int days, string? zone, string expected) =>
        LocalDays.After(At(from), days, zone).ShouldBe(At(expected));

    [Fact]
    public void Grace_over_the_end_of_summer_time_ends_at_the_towns_midnight()
    {
        var terms = LicenceTerms.Trial with { ValidTo = At("2026-10-11T22:00:00Z"), GraceDays = 14, Zone = "Europe/Berlin" };

        terms.StateAt(At("2026-10-25T22:59:59Z")).ShouldBe(LicenceState.Grace);
        terms.StateAt(At("2026-10-25T23:00:00Z")).ShouldBe(LicenceState.Expired);
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-10-20T14:30:00Z", "2026-11-03T15:30:00Z")]
    [InlineData("America/New_York", "2027-03-10T15:30:00Z", "2027-03-24T14:30:00Z")]
    public void What_a_customer_writes_becomes_a_new_ticket_after_days_of_the_municipality(string zone, string closed, string from)
    {
        var replies = CustomerReplies.Of(new() { FollowUpAfterDays = 14, Zone = zone });
        var ticket = TicketStory.In(TicketStatus.Closed).Ticket with { ClosedAt = At(closed) };

        TicketReplies.GoesElsewhere(ticket, replies, At(from) - Duration.FromTicks(10)).ShouldBeFalse();
        TicketReplies.GoesElsewhere(ticket, replies, At(from)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("2026-10-11T22:00:00Z", "2026-11-10T23:00:00Z")]
    [InlineData("2027-03-10T23:00:00Z", "2027-04-09T22:00:00Z")]
    public void A_deleted_municipality_can_be_restored_for_days_of_its_own(string confirmed, string erased)
    {
        var (one, other) = (new Member(TenantId.Platform, Some.Account(), Role.Operator),
            new Member(TenantId.Platform, Some.Account(), Role.Operator));
        var asked = DeletionStory.Town().With(new TenantEvent.DeletionRequested("Eingemeindet."), one, At(confirmed));

        TenantDeletion.Confirm(asked, 30, other, At(confirmed)).Events.ShouldBe([new TenantEvent.Deleted(At(erased))]);
    }

    [Fact]
    public void A_flags_owner_is_told_at_the_same_time_of_day_on_which_it_ends()
    {
        var story = new FlagStory();
        story.Define("passing", Some.FlagOn() with { ExpiresAt = At("2030-11-01T11:00:00Z") }).ShouldBeNull();

        story.Set!.Due.Values.ShouldBe([At("2030-10-18T10:00:00Z")]);
    }

    private static Instant At(string text) => NodaTime.Text.InstantPattern.ExtendedIso.Parse(text).Value;
}
