using static Helpdesk.Domain.Tests.Sla.Given;

namespace Helpdesk.Domain.Tests.Sla;

/// <summary>What a ticket's events mean to its clocks.</summary>
public sealed class SlaFactsTests
{
    private static readonly TicketEvent.Opened Opened =
        new()
        {
            Number = "MUST-000001",
            Subject = "Netz weg",
            Description = "Seit heute früh.",
            Priority = Priority.High,
            Category = "it",
            Queue = "support",
            Team = null,
            Requester = Some.Account(),
            Channel = "api",
        };

    [Fact]
    public void A_ticket_is_opened_with_what_a_policy_looks_at() =>
        TicketSlaFacts.Fold(null, Recorded("09:00", Opened), "rathausspitze")!.Fields.ShouldBe(
            new(Priority.High, "it", "support", "rathausspitze"));

    [Fact]
    public void The_same_events_give_the_same_clocks_through_every_door()
    {
        var clocks = new[] { "api", "mail", "portal" }.Select(
            door => Fold(Opened with { Channel = door }, Said(fromStaff: true), Said(fromStaff: false))).ToList();

        clocks.Select(clock => (clock.OpenedAt, clock.FirstAnsweredAt, clock.Wait)).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public void Public_comments_of_people_start_and_stop_clocks_and_no_others_do()
    {
        Fold(Opened, Said(fromStaff: true)).FirstAnsweredAt.ShouldBe(At("2026-11-23 10:00"));
        Fold(Opened, Said(fromStaff: true) with { Visibility = Visibility.Internal }).FirstAnsweredAt.ShouldBeNull();
        Fold(Opened, Said(fromStaff: true) with { Automatic = true }).FirstAnsweredAt.ShouldBeNull();
        Fold(Opened, Said(fromStaff: false)).Wait.ShouldBe(new(1, At("2026-11-23 10:00"), null));
        Fold(Opened, Said(fromStaff: false) with { Automatic = true }).Wait.ShouldBeNull();
        Fold(Opened, new TicketEvent.ReopenRequested("Geht immer noch nicht.")).Wait.ShouldNotBeNull();
    }

    [Fact]
    public void Every_change_of_status_is_known()
    {
        Fold(Opened, new TicketEvent.StatusChanged(TicketStatus.Open, TicketStatus.InProgress)).Status.ShouldBe(TicketStatus.InProgress);
        Fold(Opened, new TicketEvent.Resolved(TicketStatus.Open, "Kabel getauscht")).Status.ShouldBe(TicketStatus.Resolved);
        Fold(Opened, new TicketEvent.Closed(TicketStatus.Open, "Kabel getauscht")).Status.ShouldBe(TicketStatus.Closed);
        Fold(Opened, new TicketEvent.Closed(TicketStatus.Open, "x"), new TicketEvent.Reopened(TicketStatus.Closed, TicketStatus.Open, null))
            .Status.ShouldBe(TicketStatus.Open);
    }

    [Fact]
    public void A_merged_or_deleted_ticket_is_withdrawn_until_the_merge_is_undone()
    {
        var merged = new TicketEvent.Merged(Some.Ticket(), "MUST-000002", TicketStatus.Open);

        Fold(Opened, merged).IsWithdrawn.ShouldBeTrue();
        Fold(Opened, merged, new TicketEvent.Unmerged(merged.Target, TicketStatus.Open)).IsWithdrawn.ShouldBeFalse();
        Fold(Opened, new TicketEvent.Deleted()).IsWithdrawn.ShouldBeTrue();
    }

    [Fact]
    public void Changes_of_fields_are_kept_together() =>
        Fold(Opened,
                new TicketEvent.PriorityChanged(Priority.High, Priority.Low),
                new TicketEvent.CategoryChanged("it", "netz"),
                new TicketEvent.QueueChanged("support", null))
            .Fields.ShouldBe(new(Priority.Low, "netz", null, null));

    [Fact]
    public void What_else_happens_leaves_the_clocks_as_they_are()
    {
        var before = Fold(Opened);

        TicketSlaFacts.Fold(before, Recorded("10:00", new TicketEvent.SubjectChanged("a", "b"))).ShouldBeSameAs(before);
        TicketSlaFacts.Fold(before, Recorded("10:00", new TicketEvent.Assigned(null, Some.Account()))).ShouldBeSameAs(before);
        TicketSlaFacts.Fold(null, Recorded("10:00", Said(fromStaff: true))).ShouldBeNull();
    }

    private static TicketEvent.Commented Said(bool fromStaff) => new(Guid.NewGuid(), "Text", Visibility.Public, fromStaff);

    private static SlaClock Fold(params TicketEvent[] events) =>
        events.Select((happened, at) => Recorded($"{9 + at:00}:00", happened))
            .Aggregate((SlaClock?)null, (clock, recorded) => TicketSlaFacts.Fold(clock, recorded))!;

    private static Recorded<TicketEvent> Recorded(string time, TicketEvent happened) => new(1, At("2026-11-23 " + time), null, happened);
}
