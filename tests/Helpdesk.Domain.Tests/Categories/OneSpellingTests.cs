using Helpdesk.Domain.Categories;
using Helpdesk.Domain.Reports;
using Helpdesk.Domain.Staff;
using Helpdesk.Domain.Templates;
using Helpdesk.Domain.Tests.Tickets;

namespace Helpdesk.Domain.Tests.Categories;

/// <summary>One word is one word at every place that takes, compares or counts it, in whatever case it is written.</summary>
public sealed class OneSpellingTests
{
    private static readonly Member Admin = new(Some.Tenant(), Some.Account(), Role.Admin);

    private static readonly SlaFields Ours = new(Priority.Medium, "müll", "müll", "müll");

    private static readonly ListsInForce Lists = new(TicketLists.Seeded with
    {
        Categories = [new("müll", "Müll", "Waste") { Queue = "müll" }],
        Queues = [new("müll", "Müll", "Waste") { Team = "müll" }],
        Teams = [new("müll", "Müll", "Waste")],
    }, IsStrict: true);

    /// <summary>Each place: whether it takes <c>given</c> for the word <c>müll</c> that it knows.</summary>
    private static readonly Dictionary<string, Func<string, bool>> Places = new()
    {
        ["category of a new ticket"] = given => Opened(given, null, null) is { Category: "müll", Queue: "müll", Team: "müll" },
        ["queue of a new ticket"] = given => Opened(null, given, null) is { Queue: "müll", Team: "müll" },
        ["team of a new ticket"] = given => Opened(null, null, given) is { Team: "müll" },
        ["category in a change"] = given => Changed(new() { Category = given }) is { Category: "müll" },
        ["queue in a change"] = given => Changed(new() { Queue = given }) is { Queue: "müll", Team: "müll" },
        ["what a ticket has already"] = given => Ticket() is var ticket && TicketChanges.Change(ticket with { Category = "müll" },
            new() { Category = given }, new(Admin.Tenant, ticket.Requester, Role.Customer), Lists).Events.Count == 0,
        ["tag that is there"] = given => TicketTags.Add(Ticket(), given, Admin).Events.Count == 0,
        ["tag to remove"] = given => TicketTags.Remove(Ticket(), given, Admin).Events is [TicketEvent.Untagged { Tag: "müll" }],
        ["tag of an escalation"] = given => !Escalated(new EscalationAction.AddTag(given)).OfType<SlaEffect.AddTag>().Any(),
        ["team of an escalation"] = given => !Escalated(new EscalationAction.ReassignTo(given)).OfType<SlaEffect.Reassign>().Any(),
        ["category of a policy"] = given => (SlaCondition.Always with { Categories = [given] }).Holds(Ours),
        ["queue of a policy"] = given => (SlaCondition.Always with { Queues = [given] }).Holds(Ours),
        ["group of a policy"] = given => (SlaCondition.Always with { RequesterGroups = [given] }).Holds(Ours),
        ["why a policy holds"] = given => (SlaCondition.Always with { Categories = [given] }).Of(Ours).Holds,
        ["key of a new entry"] = given => TicketListChanges.Add(
            Lists.Lists, ListKind.Category, new(given, "M", "M"), null, Admin).Refusal == CategoryErrors.KeyTaken,
        ["key of an entry to change"] = given => TicketListChanges.Change(
            Lists.Lists, ListKind.Category, new(given, "M", "M"), null, 1, Admin).Events is [TicketListEvent.Changed { Entry.Key: "müll" }],
        ["queue of an entry"] = given => TicketListChanges.Add(
            Lists.Lists, ListKind.Category, new("neu", "N", "N") { Queue = given }, null, Admin)
            .Events is [TicketListEvent.Added { Entry.Queue: "müll" }],
        ["entry that a policy names"] = given => TicketListChanges.Remove(
            Lists.Lists with { Categories = [new("müll", "M", "M")] }, ListKind.Category, "müll", null, false,
            new SlaPolicyBook { Policies = [Policy(SlaCondition.Always with { Categories = [given] })] }, Admin).Refusal is not null,
        ["team of whoever leaves"] = given => TicketHandOver.Of(
            Ticket() with { Assignee = Admin.Account, Team = "müll" }, Admin.Account, null, given)
            .Events.All(what => what is not TicketEvent.TeamChanged),
        ["area of expertise"] = given => AssigneeSuggestion.Rank(
            new("müll", []), [new(Admin.Account, "A", Role.Agent, [new(given, 3, null, null)], 0)], new(2026, 12, 1))[0].Points > 0,
        ["row of a report"] = given => ReportGroups.Of(
            [Fact("müll"), Fact("müll"), Fact(given)], ReportGrouping.Category, DateTimeZone.Utc, false)
            is [{ Key: "müll", Values.Count: 3 }],
    };

    public static TheoryData<string, string> PlacesAndSpellings()
    {
        var cases = new TheoryData<string, string>();
        foreach (var place in Places.Keys)
        {
            foreach (var spelling in (string[])["müll", "Müll", "MÜLL", "mÜll"])
                cases.Add(place, spelling);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(PlacesAndSpellings))]
    public void A_word_is_the_same_in_whatever_case(string place, string spelling) => Places[place](spelling).ShouldBeTrue();

    [Theory]
    [InlineData("area of expertise")]
    [InlineData("category of a policy")]
    [InlineData("tag that is there")]
    [InlineData("row of a report")]
    public void Another_word_is_not(string place) => Places[place]("mull").ShouldBeFalse();

    [Theory]
    [InlineData("a/b")]
    [InlineData(" it ")]
    [InlineData("it\n")]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("Mu\u0308ll")]
    [InlineData("it\u00A0neu")]
    [InlineData("i\u200Bt")]
    [InlineData("ＩＴ")]
    [InlineData("Ǆ")]
    [InlineData("ﬁn")]
    [InlineData("Ა")]
    public void What_is_no_word_is_one_at_no_door(string word)
    {
        Faults(TicketTags.Add(Ticket(), word, Admin).Refusal).ShouldBe(["tag"]);
        Faults(TicketListChanges.Add(Lists.Lists, ListKind.Category, new(word, "M", "M"), null, Admin).Refusal).ShouldBe(["/key"]);
        Faults(TicketOpening.Refusal(Command(word, word, word), Admin)).ShouldBe(["/category", "/queue", "/team"]);
        Faults(TicketChanges.Change(Ticket(), new() { Category = word, Queue = word, Team = word }, Admin).Refusal)
            .ShouldBe(["/category", "/queue", "/team"]);
        var policy = Policy(SlaCondition.Always with { Categories = [word], Queues = [word] }) with
        {
            Steps = [new("warn", null, new EscalationPoint.Share(8000), [
                new EscalationAction.AddTag(word), new EscalationAction.ReassignTo(word)])],
        };
        var added = SlaPolicyChanges.Add(
            SlaPolicyBook.Seeded, policy, null, new Dictionary<Guid, BusinessCalendar>(), Admin, Some.Moment());
        Faults(added.Refusal).ShouldBe(
            ["/conditions/category/0", "/conditions/queue/0", "/escalation/0/actions/0/value", "/escalation/0/actions/1/value"]);
        var template = new TemplateContent { Policies = [policy], Categories = [new("neu", "N", "N") { Queue = word }] };
        TemplateFaults.Of(template).Where(fault => fault.Code == "bad-key").Select(fault => fault.Pointer).ShouldBe(
            ["/categories/0/queue", "/policies/0/conditions/category/0", "/policies/0/conditions/queue/0",
                "/policies/0/escalation/0/actions/0/value", "/policies/0/escalation/0/actions/1/value"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("น้ำ")]
    [InlineData("Căsuță")]
    [InlineData("Đường phố")]
    [InlineData("ՋՈՒՐ")]
    public void Words_of_many_languages_are_words(string word) => TicketKeys.Fault(word, "/key").ShouldBeNull();

    [Fact]
    public void A_ticket_may_be_sent_back_with_the_word_that_it_has_from_before()
    {
        var ticket = Ticket() with { Category = " a/b " };

        TicketChanges.Change(ticket, new() { Category = " a/b ", Subject = "Neu" }, Admin).Refusal.ShouldBeNull();
    }

    [Fact]
    public void A_team_is_written_as_the_list_spells_it_however_the_policy_does()
    {
        var policy = Policy(SlaCondition.Always) with
        {
            Steps = [new("warn", null, new EscalationPoint.Share(1), [new EscalationAction.ReassignTo("MÜLL")])],
        };
        var book = new SlaPolicyBook { Version = 1, Policies = [policy] };
        var situation = new SlaSituation(book, new Dictionary<Guid, BusinessCalendar>(), new SlaRules([book], []), null);
        var ticket = TicketStory.In(TicketStatus.Open).Ticket;
        ticket = ticket with
        {
            Clock = SlaClock.Apply(
                SlaClock.Apply(null, ticket.CreatedAt, new SlaFact.Opened(Ours)), ticket.CreatedAt,
                new SlaFact.PolicyApplied(SlaTerms.Of(book, Ours, new Dictionary<Guid, int>()))),
        };

        TicketPlanning.Look(ticket, situation, Lists.Lists, ticket.CreatedAt + Duration.FromDays(300)).Events
            .OfType<TicketEvent.TeamChanged>().ShouldHaveSingleItem().To.ShouldBe("müll");
    }

    [Theory]
    [InlineData("ÄÖÜẞ", "äöüss")]
    [InlineData("VPN", "vpn")]
    [InlineData("Straße", "strasse")]
    [InlineData("STRASSE", "strasse")]
    [InlineData("ȘȚ", "șț")]
    [InlineData("Ǆ", "ǆ")]
    [InlineData("ΑΒΓ", "αβγ")]
    [InlineData("ДОМ", "дом")]
    [InlineData("İIıi", "iiii")]
    [InlineData("ΣΑΣ σας", "σασ σασ")]
    public void Words_are_folded_letter_by_letter(string word, string folded) => TicketKeys.Fold(word).ShouldBe(folded);

    private static IEnumerable<string> Faults(Error? refusal)
    {
        refusal!.Fields.ShouldAllBe(fault => fault.Code == "bad-key");
        return refusal.Fields.Select(fault => fault.Pointer);
    }

    private static OpenTicket Command(string? category, string? queue, string? team) => new()
    {
        Subject = "s",
        Description = "d",
        Priority = Priority.Medium,
        Category = category,
        Queue = queue,
        Team = team,
        Requester = null,
        Assignee = null,
        Channel = "api",
    };

    private static OpenTicket? Opened(string? category, string? queue, string? team)
    {
        var command = Command(category, queue, team);
        var opened = TicketOpening.Open(command, "T-000001", Admin, Lists);
        return opened.Refusal is null && opened.Events[0] is TicketEvent.Opened done
            ? command with { Category = done.Category, Queue = done.Queue, Team = done.Team } : null;
    }

    private static Ticket? Changed(ChangeTicket change)
    {
        var ticket = Ticket() with { Category = null, Queue = null, Team = null };
        var decided = TicketChanges.Change(ticket, change, Admin, Lists);
        return decided.Refusal is not null ? null : decided.Events.Aggregate(
            ticket, (state, what) => Domain.Tickets.Ticket.Apply(state, new(state.Version + 1, Some.Moment(), Admin.Account, what)));
    }

    private static IReadOnlyList<SlaEffect> Escalated(EscalationAction action)
    {
        var policy = Policy(SlaCondition.Always) with { Steps = [new("warn", null, new EscalationPoint.Share(8000), [action])] };
        var moment = new SlaMoment(SlaTarget.Resolution, 1, "warn", Some.Moment());
        return SlaBreach.Respond(new(Priority.Medium, "müll", null, ["müll"]), policy, [moment]);
    }

    private static Ticket Ticket() => TicketStory.In(TicketStatus.Open).Ticket with { Tags = ["müll"] };

    private static SlaPolicy Policy(SlaCondition condition) => SlaDefaults.Policy with { Condition = condition };

    private static ReportFact<int> Fact(string category) =>
        new(new ReportKeys(Priority.Medium, category, null, null, null), Some.Moment(), 1);
}
