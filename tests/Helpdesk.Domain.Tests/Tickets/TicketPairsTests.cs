namespace Helpdesk.Domain.Tests.Tickets;

public sealed class TicketPairsTests
{
    private static readonly TicketId Other = Some.Ticket();

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void What_is_refused_because_it_was_merged_names_where_it_goes_on_unless_that_is_another_customers(bool same, bool named)
    {
        var story = TicketStory.In(TicketStatus.Open);
        story.Do(story.Agent, (ticket, agent) => TicketPairs.MergeInto(
            ticket, new(Some.Ticket(), "TEST-000777", same ? ticket.Requester : Some.Account()), agent));

        foreach (var (who, knows) in new[] { (story.Agent, true), (story.Requester, named) })
        {
            var refusal = TicketConversation.Comment(story.Ticket, Some.Comment(), who, CustomerReplies.Default, Some.Moment()).Refusal!;
            refusal.Is(TicketErrors.Merged).ShouldBeTrue();
            refusal.Message.Contains("TEST-000777", StringComparison.Ordinal).ShouldBe(knows);
        }
    }

    [Fact]
    public void A_link_is_there_once_until_it_is_removed()
    {
        var story = new TicketStory();
        story.Do(story.Agent, Linking(LinkKind.Blocks));

        story.RefusalOf(story.Agent, Linking(LinkKind.Blocks)).ShouldBe("already-linked");
        story.Do(story.Agent, Linking(LinkKind.RelatesTo)).Ticket.Links.Length.ShouldBe(2);
        story.Do(story.Agent, (ticket, who) => TicketPairs.Unlink(ticket, Other, LinkKind.Blocks, who));

        story.Ticket.Links.ShouldBe([new TicketLink(Other, "TEST-000002", LinkKind.RelatesTo)]);
    }

    [Fact]
    public void A_ticket_holds_so_many_links_and_no_more()
    {
        var story = new TicketStory();
        for (var i = 0; i < TicketLimits.Links; i++)
            story.Do(story.Agent, (ticket, who) => TicketPairs.Link(ticket, Some.Ticket(), "TEST-000002", LinkKind.RelatesTo, who));

        story.RefusalOf(story.Agent, Linking(LinkKind.RelatesTo)).ShouldBe("too-many-links");
    }

    [Fact]
    public void Every_kind_of_link_read_from_the_other_side_and_back_is_itself()
    {
        foreach (var kind in Enum.GetValues<LinkKind>())
            kind.Mirrored().Mirrored().ShouldBe(kind);
    }

    [Theory]
    [InlineData(TicketStatus.Open)]
    [InlineData(TicketStatus.InProgress)]
    [InlineData(TicketStatus.WaitingOnCustomer)]
    [InlineData(TicketStatus.Resolved)]
    public void Undoing_a_merge_brings_a_ticket_back_to_where_it_stood(TicketStatus status)
    {
        var story = TicketStory.In(status);
        var before = story.Ticket;
        story.Do(story.Agent, Merging());
        (story.Ticket.Status, story.Ticket.ClosedAt).ShouldBe((TicketStatus.Closed, story.Ticket.UpdatedAt));

        story.Do(story.Agent, (ticket, who) => TicketPairs.Unmerge(ticket, null, who));

        story.Ticket.ShouldBe(before with
        {
            Version = story.Ticket.Version,
            UpdatedAt = story.Ticket.UpdatedAt,
            UpdatedBy = story.Agent.Account,
            PublicVersion = story.Ticket.PublicVersion,
            PublicUpdatedAt = story.Ticket.PublicUpdatedAt,
            Clock = story.Ticket.Clock,
        });
    }

    [Fact]
    public void Undoing_a_merge_that_has_been_undone_elsewhere_undoes_nothing()
    {
        var story = new TicketStory();
        story.Do(story.Agent, Merging());

        story.RefusalOf(story.Agent, (ticket, who) => TicketPairs.Unmerge(ticket, Some.Ticket(), who)).ShouldBe("ticket-not-merged");
        story.RefusalOf(story.Agent, (ticket, who) => TicketPairs.Unmerge(ticket, Other, who)).ShouldBeNull();
    }

    [Fact]
    public void Merges_have_no_chains_so_no_circles()
    {
        var (target, source) = (new TicketStory(), new TicketStory());
        target.Do(target.Agent, Absorbing());
        source.Do(source.Agent, Merging());

        target.RefusalOf(target.Agent, Merging()).ShouldBe("merge-cycle");
        target.RefusalOf(target.Agent, (ticket, who) =>
            TicketPairs.MergeInto(ticket, new(Some.Ticket(), "TEST-000003", Some.Account()), who)).ShouldBe("ticket-has-merged");
        source.RefusalOf(source.Agent, Absorbing()).ShouldBe("merge-cycle");
        source.RefusalOf(source.Agent, (ticket, who) => TicketPairs.Absorb(ticket, Some.Ticket(), "TEST-000003", who)).ShouldBe(
            "ticket-merged");
    }

    [Fact]
    public void The_other_half_is_recorded_once_and_stays_after_the_target_is_closed()
    {
        var story = new TicketStory();
        story.Do(story.Agent, Absorbing()).Do(story.Agent, (ticket, who) => TicketClosing.Close(ticket, "Erledigt", who));

        story.EventsOf(story.Agent, Absorbing()).ShouldBeEmpty();
        story.Do(story.Agent, (ticket, who) => TicketPairs.Release(ticket, Other, who)).Ticket.Absorbed.ShouldBeEmpty();
        story.EventsOf(story.Agent, (ticket, who) => TicketPairs.Release(ticket, Other, who)).ShouldBeEmpty();
    }

    [Fact]
    public void Staff_read_the_conversation_of_merged_tickets_along_and_customers_do_not()
    {
        var story = new TicketStory();
        story.Do(story.Agent, Absorbing());

        TicketAccess.Merged(story.Agent, story.Ticket).ShouldBe([Other.Value]);
        TicketAccess.Merged(story.Requester, story.Ticket).ShouldBeEmpty();
    }

    [Fact]
    public void A_merge_knows_whether_both_tickets_are_the_same_customers()
    {
        var story = new TicketStory();

        Merged(story.Requester.Account).SameRequester.ShouldBeTrue();
        Merged(Some.Account()).SameRequester.ShouldBeFalse();

        TicketEvent.Merged Merged(AccountId requesterOfTarget) => story
            .EventsOf(story.Agent, (ticket, who) => TicketPairs.MergeInto(ticket, new(Other, "TEST-000002", requesterOfTarget), who))
            .Single().ShouldBeOfType<TicketEvent.Merged>();
    }

    private static Func<Ticket, Member, Feed.Decision<TicketEvent>> Linking(LinkKind kind) =>
        (ticket, who) => TicketPairs.Link(ticket, Other, "TEST-000002", kind, who);

    private static Func<Ticket, Member, Feed.Decision<TicketEvent>> Merging() =>
        (ticket, who) => TicketPairs.MergeInto(ticket, new(Other, "TEST-000002", Some.Account()), who);

    private static Func<Ticket, Member, Feed.Decision<TicketEvent>> Absorbing() =>
        (ticket, who) => TicketPairs.Absorb(ticket, Other, "TEST-000002", who);
}
