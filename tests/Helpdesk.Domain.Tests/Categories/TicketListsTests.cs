using Helpdesk.Domain.Categories;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Tests.Tickets;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Domain.Tests.Categories;

public sealed class TicketListsTests
{
    private static readonly Member Admin = new(Some.Tenant(), Some.Account(), Role.Admin);
    private static readonly Member Agent = Admin with { Role = Role.Agent };

    [Fact]
    public void An_entry_comes_where_it_is_put_and_moves_without_changing_its_key()
    {
        var lists = Applied(
            TicketLists.Seeded, TicketListChanges.Add(TicketLists.Seeded, ListKind.Category, new("wasser", "Wasser", "Water"), 1, Admin));
        lists.Categories[1].Key.ShouldBe("wasser");

        lists = Applied(lists, TicketListChanges.Change(lists, ListKind.Category, new("wasser", "Trinkwasser", "Water"), 0, 1, Admin));
        (lists.Categories[0].NameDe, lists.Categories[0].Revision).ShouldBe(("Trinkwasser", 2));
        TicketListChanges.Change(lists, ListKind.Category, new("wasser", "Trinkwasser", "Water"), null, 2, Admin).Events.ShouldBeEmpty();
        TicketListChanges.Change(lists, ListKind.Category, new("wasser", "Wasser", "Water"), null, 1, Admin).Refusal.ShouldBe(
            FeedErrors.Stale);
    }

    [Fact]
    public void A_key_is_taken_whatever_its_letters_and_only_admins_change_lists()
    {
        TicketListChanges.Add(TicketLists.Seeded, ListKind.Category, new("CMS", "CMS", "CMS"), null, Admin).Refusal.ShouldBe(
            CategoryErrors.KeyTaken);
        TicketListChanges.Add(TicketLists.Seeded, ListKind.Category, new("neu", "Neu", "New"), null, Agent).Refusal.ShouldBe(
            AccessErrors.AdminOnly);
        TicketListChanges.Remove(TicketLists.Seeded, ListKind.Category, "cms", null, false, SlaPolicyBook.Seeded, Agent).Refusal.ShouldBe(
            AccessErrors.AdminOnly);
    }

    [Theory]
    [InlineData("Bürgerbüro Nord", null)]
    [InlineData("a", null)]
    [InlineData("", "bad-key")]
    [InlineData(" a", "bad-key")]
    [InlineData("a/b", "bad-key")]
    [InlineData("..", "bad-key")]
    [InlineData("a\u0000b", "bad-key")]
    public void Keys_fit_into_addresses(string key, string? code) => TicketKeys.Fault(key, "/key")?.Code.ShouldBe(code);

    [Theory]
    [InlineData("Bürgerbüro Nord", "buergerbuero-nord")]
    [InlineData("  Straße & Grün!  ", "strasse-gruen")]
    [InlineData("!!!", "")]
    public void A_key_can_be_made_of_a_name(string name, string key) => TicketKeys.From(name).ShouldBe(key);

    [Theory]
    [InlineData("", "!!!", "/name bad-key")]
    [InlineData("a/b", "Wasser", "/key bad-key")]
    [InlineData("", " ", "/name/de required")]
    public void What_is_wrong_with_a_key_is_told_of_what_it_was_made_of(string key, string name, string told) => TicketListChanges.Add(
        TicketLists.Seeded, ListKind.Category, new(key, name, "Water"), null, Admin).Refusal!.Fields
        .Select(fault => $"{fault.Pointer} {fault.Code}").ShouldHaveSingleItem().ShouldBe(told);

    [Fact]
    public void What_is_in_use_stays_and_can_be_archived()
    {
        var lists = TicketLists.Seeded;
        TicketListChanges.Remove(lists, ListKind.Category, "cms", null, isCarried: true, SlaPolicyBook.Seeded, Admin).Refusal!.Code
            .ShouldBe("category-in-use");
        TicketListChanges.Remove(lists, ListKind.Category, "cms", null, isCarried: false, SlaPolicyBook.Seeded, Admin).Events
            .ShouldHaveSingleItem();

        lists = Applied(lists, TicketListChanges.Change(
            lists, ListKind.Queue, new("support", "Support", "Support") { Team = "support" }, null, 1, Admin));
        TicketListChanges.Remove(lists, ListKind.Team, "support", null, isCarried: false, SlaPolicyBook.Seeded, Admin).Refusal!.Code
            .ShouldBe("team-in-use");

        lists = Applied(lists, TicketListChanges.Change(
            lists, ListKind.Team, new("support", "Support", "Support") { IsArchived = true }, null, 1, Admin));
        lists.Offered(ListKind.Team, "support").ShouldBeNull();
        lists.Find(ListKind.Team, "support").ShouldNotBeNull();
    }

    [Fact]
    public void A_policy_that_names_a_category_keeps_it()
    {
        var book = new SlaPolicyBook
        {
            Policies = [SlaDefaults.Policy with { Id = Guid.NewGuid(), Condition = new(["cms"], [], [], []) }, SlaDefaults.Policy],
        };
        TicketListChanges.Remove(TicketLists.Seeded, ListKind.Category, "cms", null, isCarried: false, book, Admin).Refusal!.Code.ShouldBe(
            "category-in-use");
    }

    [Fact]
    public void A_new_ticket_goes_to_its_categorys_queue_and_to_that_queues_team()
    {
        var opened = Opened(Sorted(), Some.Opening() with { Category = "cms" });
        (opened.Queue, opened.Team).ShouldBe(("support", "support"));

        opened = Opened(Sorted(), Some.Opening() with { Category = "cms", Queue = "elsewhere" });
        (opened.Queue, opened.Team).ShouldBe(("elsewhere", null));
    }

    [Fact]
    public void A_ticket_that_moves_to_a_queue_goes_to_its_team_unless_the_request_names_one()
    {
        var story = new TicketStory();
        story.Do(story.Agent, (ticket, agent) => TicketChanges.Change(ticket, new() { Queue = "support" }, agent, Sorted()));
        story.Ticket.Team.ShouldBe("support");

        story = new TicketStory();
        story.Do(story.Agent, (ticket, agent) =>
            TicketChanges.Change(ticket, new() { Queue = "support", Team = "technik" }, agent, Sorted()));
        story.Ticket.Team.ShouldBe("technik");
    }

    [Fact]
    public void Any_word_is_taken_unless_the_tenant_is_strict()
    {
        var command = Some.Opening() with { Category = "login" };
        Opened(new(TicketLists.Seeded, IsStrict: false), command).Category.ShouldBe("login");

        var strict = new ListsInForce(TicketLists.Seeded, IsStrict: true);
        TicketOpening.Open(command, Some.TicketNumber(), Some.Member(Role.Customer), strict).Refusal!.Fields.ShouldHaveSingleItem().Code
            .ShouldBe("unknown-category");
        TicketOpening.Open(command with { Category = "cms" }, Some.TicketNumber(), Some.Member(Role.Customer), strict).Refusal
            .ShouldBeNull();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_team_must_be_there_even_where_any_category_will_do(bool isStrict)
    {
        var (lists, story) = (new ListsInForce(TicketLists.Seeded, isStrict), new TicketStory());
        var listed = TicketLists.Seeded.Of(ListKind.Team).First().Key;

        TicketOpening.Open(Some.Opening() with { Category = null, Team = "nope" }, Some.TicketNumber(), Some.Member(Role.Agent), lists)
            .Refusal!.Fields.Select(fault => (fault.Pointer, fault.Code)).ShouldBe([("/team", "unknown-team")]);
        TicketChanges.Change(story.Ticket, new() { Team = "nope" }, story.Agent, lists)
            .Refusal!.Fields.Select(fault => (fault.Pointer, fault.Code)).ShouldBe([("/team", "unknown-team")]);
        Opened(lists, Some.Opening() with { Category = null, Team = listed.ToUpperInvariant() }).Team.ShouldBe(listed);
    }

    [Fact]
    public void Where_a_tenant_is_strict_a_ticket_keeps_the_word_it_has()
    {
        var story = new TicketStory();
        story.Change(new() { Category = "login" });
        var strict = new ListsInForce(TicketLists.Seeded, IsStrict: true);
        TicketChanges.Change(story.Ticket, new() { Category = "login", Subject = "Neu" }, story.Agent, strict).Refusal.ShouldBeNull();
        TicketChanges.Change(story.Ticket, new() { Category = "other" }, story.Agent, strict).Refusal!.Fields.ShouldHaveSingleItem().Pointer
            .ShouldBe("/category");
    }

    // The queue "support" has a team, and the category "cms" goes to it.
    private static ListsInForce Sorted()
    {
        var lists = TicketLists.Seeded with { Teams = TicketLists.Seeded.Teams.Add(new("technik", "Technik", "Technicians")) };
        lists = Applied(lists, TicketListChanges.Change(
            lists, ListKind.Queue, new("support", "Support", "Support") { Team = "support" }, null, 1, Admin));
        lists = Applied(
            lists, TicketListChanges.Change(lists, ListKind.Category, new("cms", "CMS", "CMS") { Queue = "support" }, null, 1, Admin));
        return new(lists, IsStrict: false);
    }

    private static TicketEvent.Opened Opened(ListsInForce lists, OpenTicket command) =>
        TicketOpening.Open(command, Some.TicketNumber(), Some.Member(Role.Agent), lists).Events[0].ShouldBeOfType<TicketEvent.Opened>();

    private static TicketLists Applied(TicketLists lists, Decision<TicketListEvent> decision) => decision.Events.Aggregate(
        lists, (state, happened) => TicketLists.Apply(state, new(state.Version + 1, Some.Moment(), Admin.Account, happened)));
}
