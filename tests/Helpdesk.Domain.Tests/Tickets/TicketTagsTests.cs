namespace Helpdesk.Domain.Tests.Tickets;

public sealed class TicketTagsTests
{
    [Fact]
    public void A_tag_stands_once_whatever_its_letters_and_can_be_taken_off()
    {
        var story = new TicketStory();
        story.Do(story.Agent, (ticket, agent) => TicketTags.Add(ticket, "Drucker", agent));
        story.EventsOf(story.Agent, (ticket, agent) => TicketTags.Add(ticket, "drucker", agent)).ShouldBeEmpty();
        story.Ticket.Tags.ShouldBe(["Drucker"]);

        story.Do(story.Agent, (ticket, agent) => TicketTags.Remove(ticket, "drucker", agent));
        story.Ticket.Tags.ShouldBeEmpty();
        story.EventsOf(story.Agent, (ticket, agent) => TicketTags.Remove(ticket, "drucker", agent)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("V\u00A0PN")]
    [InlineData("a/b")]
    [InlineData(" VPN")]
    [InlineData("")]
    public void What_can_be_no_tag_is_told_when_it_is_set_and_when_it_is_taken_off(string tag)
    {
        var story = new TicketStory();

        story.RefusalOf(story.Agent, (ticket, agent) => TicketTags.Add(ticket, tag, agent)).ShouldBe("invalid");
        story.RefusalOf(story.Agent, (ticket, agent) => TicketTags.Remove(ticket, tag, agent)).ShouldBe("invalid");
    }

    [Theory]
    [InlineData("Σας", "ΣΑΣ")]
    [InlineData("İzmir", "izmir")]
    [InlineData("IZMIR", "ızmır")]
    [InlineData("\u03AA\u0301", "\u0390")]
    [InlineData("STRASSE", "straße")]
    public void A_tag_in_other_letters_is_the_same_tag(string one, string other)
    {
        var story = new TicketStory();
        story.Do(story.Agent, (ticket, agent) => TicketTags.Add(ticket, one, agent));

        story.EventsOf(story.Agent, (ticket, agent) => TicketTags.Add(ticket, other, agent)).ShouldBeEmpty();
        story.Do(story.Agent, (ticket, agent) => TicketTags.Remove(ticket, other, agent));
        story.Ticket.Tags.ShouldBeEmpty();
    }

    [Fact]
    public void Tags_are_staffs_own_and_customers_do_not_learn_of_them()
    {
        var story = new TicketStory();
        var version = story.Ticket.PublicVersion;
        story.RefusalOf(story.Requester, (ticket, customer) => TicketTags.Add(ticket, "vip", customer)).ShouldBe("staff-only");
        story.RefusalOf(story.Stranger, (ticket, stranger) => TicketTags.Add(ticket, "vip", stranger)).ShouldBe("not-found");
        story.Do(story.Agent, (ticket, agent) => TicketTags.Add(ticket, "vip", agent));
        story.Ticket.PublicVersion.ShouldBe(version);
    }

    [Fact]
    public void A_ticket_holds_so_many_tags_and_no_more()
    {
        var story = new TicketStory();
        for (var i = 0; i < TicketLimits.Tags; i++)
            story.Do(story.Agent, (ticket, agent) => TicketTags.Add(ticket, $"tag{i}", agent));
        story.RefusalOf(story.Agent, (ticket, agent) => TicketTags.Add(ticket, "noch-eines", agent)).ShouldBe("too-many-tags");
        story.RefusalOf(story.Agent, (ticket, agent) => TicketTags.Add(ticket, "a/b", agent)).ShouldBe("invalid");
    }
}
