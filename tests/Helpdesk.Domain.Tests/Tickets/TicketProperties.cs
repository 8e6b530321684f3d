using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Helpdesk.Domain.Tests.Tickets;

/// <summary>Whatever people do to a ticket, in whatever order.</summary>
public sealed class TicketProperties
{
    private delegate Decision<TicketEvent> Act(TicketStory story, Ticket ticket, Member who);

    private static readonly AccountId Colleague = Some.Account();
    private static readonly TicketId[] Others = [Some.Ticket(), Some.Ticket()];

    [Fact]
    public void The_state_always_keeps_its_promises() => Prop.ForAll(Lives(), life =>
    {
        var story = new TicketStory();
        foreach (var (who, act) in life)
        {
            Live(story, who, act);
            Check(story.Ticket);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Folding_the_events_gives_the_state_and_versions_have_no_gap() => Prop.ForAll(Lives(), life =>
    {
        var story = new TicketStory();
        foreach (var (who, act) in life)
            Live(story, who, act);

        story.History.Select(recorded => recorded.Version).ShouldBe(Enumerable.Range(1, story.History.Count));
        Written(TicketStory.Fold(story.History)).ShouldBe(Written(story.Ticket));
        story.Ticket.Version.ShouldBe(story.History.Count);
        story.Ticket.PublicVersion.ShouldBe(story.History.Count(recorded => TicketDisclosure.ShowsCustomers(recorded.Event)));
        story.Ticket.PublicUpdatedAt.ShouldBe(story.History.Last(recorded => TicketDisclosure.ShowsCustomers(recorded.Event)).At);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void A_refusal_and_a_repetition_change_nothing() => Prop.ForAll(Lives(), life =>
    {
        var story = new TicketStory();
        foreach (var (who, act) in life)
        {
            Live(story, who, act);
            var events = Decide(story, who, act) is { Refusal: null } again ? again.Events : [];
            // Whatever can be done twice in a row says or changes something new each time; a state that is asked for is there already.
            events.OfType<TicketEvent.StatusChanged>().Any(changed => changed.From == changed.To).ShouldBeFalse();
            events.OfType<TicketEvent.Assigned>().Any(assigned => assigned.From == assigned.To).ShouldBeFalse();
            events.OfType<TicketEvent.PriorityChanged>().ShouldBeEmpty();
            events.OfType<TicketEvent.Absorbed>().ShouldBeEmpty();
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static void Check(Ticket ticket)
    {
        var merged = ticket.MergedInto is not null;
        if (ticket.Status == TicketStatus.InProgress)
            ticket.Assignee.ShouldNotBeNull();
        (ticket.ResolvedAt is not null).ShouldBe(ticket.ResolutionText is not null);
        if (!merged)
        {
            (ticket.ResolutionText is not null).ShouldBe(ticket.IsOver);
            (ticket.ClosedAt is not null).ShouldBe(ticket.Status == TicketStatus.Closed);
            if (!ticket.IsOver)
                (ticket.ConfirmedAt, ticket.ReopenRequestedAt, ticket.ReopenDeclinedAt).ShouldBe((null, null, null));
        }
        else
        {
            (ticket.Status, ticket.ClosedAt is not null, ticket.Absorbed.Length).ShouldBe((TicketStatus.Closed, true, 0));
            ticket.MergedInto!.StatusBefore.ShouldNotBe(TicketStatus.Closed);
        }

        ticket.PublicVersion.ShouldBeInRange(1, ticket.Version);
        ticket.PublicUpdatedAt.ShouldBeInRange(ticket.CreatedAt, ticket.UpdatedAt);
        ticket.Absorbed.Select(absorbed => absorbed.Ticket).Distinct().Count().ShouldBe(ticket.Absorbed.Length);
        ticket.Links.Distinct().Count().ShouldBe(ticket.Links.Length);
    }

    private static void Live(TicketStory story, int who, Act act)
    {
        if (Decide(story, who, act) is { Refusal: null } decision)
            story.Do(People(story)[who], (_, _) => decision);
    }

    private static Decision<TicketEvent> Decide(TicketStory story, int who, Act act) => act(story, story.Ticket, People(story)[who]);

    private static Member[] People(TicketStory story) => [story.Requester, story.Agent, story.Admin];

    private static Arbitrary<(int Who, Act Act)[]> Lives() =>
        (from who in Gen.Frequency((3, Gen.Constant(0)), (6, Gen.Constant(1)), (1, Gen.Constant(2)))
         from act in Gen.Frequency((8, Changes()), (8, Gen.Elements(Acts)), (1, Gen.Constant(Deletes)))
         select (who, act)).ArrayOf().ToArbitrary();

    private static readonly Act Deletes = (_, ticket, who) => TicketClosing.Delete(ticket, who);

    private static readonly Act[] Acts =
    [
        (_, ticket, who) => TicketStory.Comment(ticket, who, Some.Comment()),
        (_, ticket, who) => TicketStory.Comment(ticket, who, Some.Comment(Visibility.Internal)),
        (_, ticket, who) => TicketClosing.Close(ticket, "Kabel getauscht", who),
        (_, ticket, who) => TicketClosing.Close(ticket, null, who),
        (_, ticket, who) => TicketClosing.Confirm(ticket, Guid.CreateVersion7(), null, who),
        (_, ticket, who) => TicketClosing.Reopen(ticket, Guid.CreateVersion7(), null, who),
        (_, ticket, who) => TicketClosing.Reopen(ticket, Guid.CreateVersion7(), "Kam wieder", who),
        (_, ticket, who) => TicketClosing.DeclineReopen(ticket, Guid.CreateVersion7(), "Anderer Drucker", who),
        (_, ticket, who) => TicketPairs.Link(ticket, Others[0], "TEST-000002", LinkKind.Blocks, who),
        (_, ticket, who) => TicketPairs.Unlink(ticket, Others[0], LinkKind.Blocks, who),
        (story, ticket, who) => TicketPairs.MergeInto(ticket, new(Others[1], "TEST-000003", story.Requester.Account), who),
        (_, ticket, who) => TicketPairs.Unmerge(ticket, null, who),
        (_, ticket, who) => TicketPairs.Absorb(ticket, Others[0], "TEST-000002", who),
        (_, ticket, who) => TicketPairs.Release(ticket, Others[0], who),
    ];

    private static Gen<Act> Changes() =>
        from status in Gen.Elements<TicketStatus?>(
            null, TicketStatus.Open, TicketStatus.InProgress, TicketStatus.WaitingOnCustomer, TicketStatus.Resolved, TicketStatus.Closed)
        from assignee in Gen.Elements<Change<AccountId?>>(default, Colleague, (AccountId?)null)
        from priority in Gen.Elements<Change<Priority>>(default, Priority.Low, Priority.Urgent)
        from queue in Gen.Elements<Change<string>>(default, "cms", (string?)null)
        from text in Gen.Elements<Change<string>>(default, "Neu gestartet")
        select (Act)((_, ticket, who) => TicketChanges.Change(
            ticket,
            new()
            {
                Status = status is { } to
                ? to : default(Change<TicketStatus>),
                Assignee = assignee,
                Priority = priority,
                Queue = queue,
                ResolutionText = text
            },
            who));

    // Records compare arrays by reference; the written form compares what they hold.
    private static string Written(Ticket ticket) => JsonSerializer.Serialize(ticket, RecordJson.Options);
}
