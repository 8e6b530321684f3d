using FsCheck;
using FsCheck.Fluent;

namespace Helpdesk.Domain.Tests.Tickets;

/// <summary>The state machine and the rights as one table: who may do what, in which status.</summary>
public sealed class TicketActsTests
{
    // ok: it happens. same: accepted, and nothing changes. Anything else is the code of the refusal.
    // Tickets in work are assigned; a resolved one has a text.
    private const string Table = """
        act                 | who       | open                   | in_progress            | waiting_on_customer    | resolved                  | closed
        comment             | requester | ok                     | ok                     | ok                     | ok                        | ok
        comment             | agent     | ok                     | ok                     | ok                     | ok                        | ticket-closed
        comment_internally  | requester | staff-only             | staff-only             | staff-only             | staff-only                | staff-only
        comment_internally  | agent     | ok                     | ok                     | ok                     | ok                        | ok
        change_subject      | requester | ok                     | ok                     | ok                     | ok                        | ticket-closed
        change_subject      | agent     | ok                     | ok                     | ok                     | ok                        | ticket-closed
        change_priority     | requester | staff-only             | staff-only             | staff-only             | staff-only                | staff-only
        change_priority     | agent     | ok                     | ok                     | ok                     | ok                        | ticket-closed
        name_queue          | requester | staff-only             | staff-only             | staff-only             | staff-only                | staff-only
        name_queue          | agent     | ok                     | ok                     | ok                     | ok                        | ticket-closed
        assign              | requester | staff-only             | staff-only             | staff-only             | staff-only                | staff-only
        assign              | agent     | ok                     | ok                     | ok                     | ok                        | ticket-closed
        unassign            | agent     | same                   | ok                     | ok                     | ok                        | ticket-closed
        to_open             | requester | same                   | staff-only             | staff-only             | staff-only                | staff-only
        to_open             | agent     | same                   | ok                     | ok                     | ok                        | ticket-closed
        start               | requester | staff-only             | same                   | staff-only             | staff-only                | staff-only
        start               | agent     | assignee-required      | same                   | ok                     | ok                        | ticket-closed
        take_and_start      | agent     | ok                     | ok                     | ok                     | ok                        | ticket-closed
        wait                | agent     | transition-not-allowed | ok                     | same                   | transition-not-allowed    | ticket-closed
        resolve             | requester | staff-only             | staff-only             | staff-only             | staff-only                | staff-only
        resolve             | agent     | ok                     | ok                     | ok                     | ok                        | ticket-closed
        resolve_without     | agent     | invalid                | invalid                | invalid                | same                      | ticket-closed
        change_to_closed    | agent     | ok                     | ok                     | ok                     | ok                        | ticket-already-closed
        close               | requester | staff-only             | staff-only             | staff-only             | staff-only                | staff-only
        close               | agent     | ok                     | ok                     | ok                     | ok                        | ticket-already-closed
        close_without       | agent     | invalid                | invalid                | invalid                | ok                        | ticket-already-closed
        confirm             | requester | ok                     | ok                     | ok                     | ok                        | ticket-already-closed
        confirm             | agent     | requester-only         | requester-only         | requester-only         | requester-only            | requester-only
        reopen              | requester | ticket-not-resolved    | ticket-not-resolved    | ticket-not-resolved    | ok                        | ok
        reopen              | agent     | ticket-not-resolved    | ticket-not-resolved    | ticket-not-resolved    | ok                        | ok
        decline_reopen      | requester | staff-only             | staff-only             | staff-only             | staff-only                | staff-only
        decline_reopen      | agent     | reopen-not-requested   | reopen-not-requested   | reopen-not-requested   | reopen-not-requested      | reopen-not-requested
        link                | requester | staff-only             | staff-only             | staff-only             | staff-only                | staff-only
        link                | agent     | ok                     | ok                     | ok                     | ok                        | ok
        unlink              | agent     | not-linked             | not-linked             | not-linked             | not-linked                | not-linked
        merge               | requester | staff-only             | staff-only             | staff-only             | staff-only                | staff-only
        merge               | agent     | ok                     | ok                     | ok                     | ok                        | ticket-closed
        absorb              | agent     | ok                     | ok                     | ok                     | ok                        | ticket-closed
        release             | agent     | same                   | same                   | same                   | same                      | same
        unmerge             | agent     | ticket-not-merged      | ticket-not-merged      | ticket-not-merged      | ticket-not-merged         | ticket-not-merged
        delete              | requester | admin-only             | admin-only             | admin-only             | admin-only                | admin-only
        delete              | agent     | admin-only             | admin-only             | admin-only             | admin-only                | admin-only
        delete              | manager   | admin-only             | admin-only             | admin-only             | admin-only                | admin-only
        delete              | admin     | ok                     | ok                     | ok                     | ok                        | ok
        """;

    private static readonly AccountId Colleague = Some.Account();

    private static readonly Dictionary<string, Func<Ticket, Member, Decision<TicketEvent>>> Acts = new()
    {
        ["comment"] = (ticket, who) => TicketStory.Comment(ticket, who, Some.Comment()),
        ["comment_internally"] = (ticket, who) => TicketStory.Comment(ticket, who, Some.Comment(Visibility.Internal)),
        ["change_subject"] = Changing(new() { Subject = "Drucker brennt" }),
        ["change_priority"] = Changing(new() { Priority = Priority.Urgent }),
        ["name_queue"] = Changing(new() { Queue = "cms" }),
        ["assign"] = Changing(new() { Assignee = Colleague }),
        ["unassign"] = Changing(new() { Assignee = (AccountId?)null }),
        ["to_open"] = Changing(new() { Status = TicketStatus.Open }),
        ["start"] = Changing(new() { Status = TicketStatus.InProgress }),
        ["take_and_start"] = Changing(new() { Status = TicketStatus.InProgress, Assignee = Colleague }),
        ["wait"] = Changing(new() { Status = TicketStatus.WaitingOnCustomer }),
        ["resolve"] = Changing(new() { Status = TicketStatus.Resolved, ResolutionText = "Kabel getauscht" }),
        ["resolve_without"] = Changing(new() { Status = TicketStatus.Resolved }),
        ["change_to_closed"] = Changing(new() { Status = TicketStatus.Closed, ResolutionText = "Kabel getauscht" }),
        ["close"] = (ticket, who) => TicketClosing.Close(ticket, "Kabel getauscht", who),
        ["close_without"] = (ticket, who) => TicketClosing.Close(ticket, null, who),
        ["confirm"] = (ticket, who) => TicketClosing.Confirm(ticket, Guid.CreateVersion7(), null, who),
        ["reopen"] = (ticket, who) => TicketClosing.Reopen(ticket, Guid.CreateVersion7(), "Kam wieder", who),
        ["decline_reopen"] = (ticket, who) => TicketClosing.DeclineReopen(ticket, Guid.CreateVersion7(), "Anderer Drucker", who),
        ["link"] = (ticket, who) => TicketPairs.Link(ticket, Some.Ticket(), "TEST-000002", LinkKind.RelatesTo, who),
        ["unlink"] = (ticket, who) => TicketPairs.Unlink(ticket, Some.Ticket(), LinkKind.RelatesTo, who),
        ["merge"] = (ticket, who) => TicketPairs.MergeInto(ticket, new(Some.Ticket(), "TEST-000002", Some.Account()), who),
        ["absorb"] = (ticket, who) => TicketPairs.Absorb(ticket, Some.Ticket(), "TEST-000002", who),
        ["release"] = (ticket, who) => TicketPairs.Release(ticket, Some.Ticket(), who),
        ["unmerge"] = (ticket, who) => TicketPairs.Unmerge(ticket, null, who),
        ["delete"] = TicketClosing.Delete,
    };

    public static TheoryData<string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var cells in Table.Split('\n').Skip(1).Select(line => line.Split('|', StringSplitOptions.TrimEntries)))
            rows.Add(cells[0], cells[1], string.Join(' ', cells[2..]));
        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Each_act_is_allowed_where_the_table_says_so(string act, string who, string outcomes)
    {
        var statuses = Enum.GetValues<TicketStatus>();
        var found = statuses.Select(status => TicketStory.In(status)).Select(story => Outcome(Acts[act](story.Ticket, Find(story, who))));

        found.ShouldBe(outcomes.Split(' '));
    }

    [Fact]
    public void The_table_has_every_act() => Rows().Select(row => row[0]).Distinct().ShouldBe(Acts.Keys, ignoreOrder: true);

    [Fact]
    public void Managers_and_admins_may_do_whatever_agents_may()
    {
        foreach (var (name, act) in Acts.Where(act => act.Key != "delete"))
        {
            foreach (var status in Enum.GetValues<TicketStatus>())
            {
                var story = TicketStory.In(status);
                var agent = Outcome(act(story.Ticket, story.Agent));
                Outcome(act(story.Ticket, story.Manager)).ShouldBe(agent, name);
                Outcome(act(story.Ticket, story.Admin)).ShouldBe(agent, name);
            }
        }
    }

    [Fact]
    public void To_other_customers_and_to_operators_there_is_no_such_ticket()
    {
        foreach (var act in Acts.Values)
        {
            foreach (var status in Enum.GetValues<TicketStatus>())
            {
                var story = TicketStory.In(status);
                act(story.Ticket, story.Stranger).Refusal.ShouldBe(AccessErrors.NotFound);
                act(story.Ticket, story.Operator).Refusal.ShouldBe(AccessErrors.NotFound);
            }
        }
    }

    [Fact]
    public void A_deleted_ticket_is_there_for_nobody()
    {
        var story = TicketStory.In(TicketStatus.InProgress);
        story.Do(story.Admin, TicketClosing.Delete);

        foreach (var act in Acts.Values)
        {
            foreach (var who in (Member[])[story.Requester, story.Agent, story.Manager, story.Admin])
                act(story.Ticket, who).Refusal.ShouldBe(AccessErrors.NotFound);
        }

        TicketAbilities.Of(story.Admin, story.Ticket, Some.Moment()).ShouldBeEmpty();
    }

    [Fact]
    public void A_merged_ticket_goes_on_elsewhere()
    {
        var story = TicketStory.In(TicketStatus.InProgress);
        story.Do(story.Agent, Acts["merge"]);
        string[] refused = ["comment", "change_subject", "change_priority", "name_queue", "assign", "unassign", "start", "resolve",
            "change_to_closed", "close", "reopen", "merge", "absorb"];

        foreach (var act in refused)
            story.RefusalOf(story.Agent, Acts[act]).ShouldBe("ticket-merged", act);
        foreach (var act in (string[])["comment", "change_subject", "confirm", "reopen"])
            story.RefusalOf(story.Requester, Acts[act]).ShouldBe("ticket-merged", act);
        foreach (var act in (string[])["comment_internally", "link", "unmerge"])
            story.RefusalOf(story.Agent, Acts[act]).ShouldBeNull(act);
        story.RefusalOf(story.Admin, TicketClosing.Delete).ShouldBeNull();
    }

    private static readonly Dictionary<TicketAbility, string> OfAbilities = new()
    {
        [TicketAbility.Reply] = "comment",
        [TicketAbility.Note] = "comment_internally",
        [TicketAbility.Assign] = "assign",
        [TicketAbility.Take] = "assign",
        [TicketAbility.ChangeText] = "change_subject",
        [TicketAbility.ChangePriority] = "change_priority",
        [TicketAbility.ChangeQueue] = "name_queue",
        [TicketAbility.Close] = "close",
        [TicketAbility.Confirm] = "confirm",
        [TicketAbility.Reopen] = "reopen",
        [TicketAbility.DeclineReopening] = "decline_reopen",
        [TicketAbility.Merge] = "merge",
        [TicketAbility.Unmerge] = "unmerge",
        [TicketAbility.Link] = "link",
        [TicketAbility.Delete] = "delete",
    };

    [Fact]
    public void An_ability_says_of_every_ticket_and_everybody_what_the_act_itself_would_say() => Prop.ForAll(
        Gen.ListOf(Gen.Zip(Gen.Elements(Acts.Keys.ToArray()), Gen.Choose(0, 3))).ToArbitrary(), steps =>
        {
            var story = new TicketStory();
            foreach (var (act, by) in steps)
            {
                var who = ((Member[])[story.Requester, story.Agent, story.Manager, story.Admin])[by];
                if (Acts[act](story.Ticket, who).Refusal is null)
                    story.Do(who, Acts[act]);
            }

            foreach (var who in (Member[])[story.Requester, story.Stranger, story.Agent, story.Manager, story.Admin, story.Operator])
                Compare(story, who);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void An_ability_that_the_role_never_has_is_not_there_and_one_that_the_state_forbids_says_why()
    {
        var story = TicketStory.In(TicketStatus.Closed);

        var customers = TicketAbilities.Of(story.Requester, story.Ticket, Some.Moment());
        var agents = TicketAbilities.Of(story.Agent, story.Ticket, Some.Moment());

        customers.Select(one => $"{one.Ability} {one.Refusal?.Code ?? "ok"}").ShouldBe(
        [
            "Reply ok", "Attach ticket-closed", "ChangeText ticket-closed", "Confirm ticket-already-closed", "Reopen ok", "Rate ok",
            "Mute ok",
        ]);
        agents.Select(one => $"{one.Ability} {one.Refusal?.Code ?? "ok"}").ShouldBe(
        [
            "Reply ticket-closed", "Note ok", "Attach ticket-closed", "Assign ticket-closed", "Take ticket-closed",
            "ChangeText ticket-closed", "ChangeStatus ticket-closed", "ChangePriority ticket-closed", "ChangeQueue ticket-closed",
            "ChangeCategory ticket-closed", "Close ticket-already-closed", "Reopen ok", "DeclineReopening reopen-not-requested",
            "Merge ticket-closed", "Unmerge ticket-not-merged", "Link ok", "Tag ok", "LogTime ok", "ReadSla ok", "Mute ok",
        ]);
    }

    private static void Compare(TicketStory story, Member who)
    {
        var verdicts = TicketAbilities.Of(who, story.Ticket, Some.Moment()).ToDictionary(one => one.Ability, one => one.Refusal?.Code);
        foreach (var (ability, act) in OfAbilities)
        {
            var decision = Acts[act](story.Ticket, who);
            // Whoever wants what is there already is refused nothing, whatever the state.
            if (decision.Refusal is null && decision.Events.Count == 0)
                continue;
            var where = $"{ability} for {who.Role} in {story.Ticket.Status}";
            if (decision.Refusal is { Kind: ErrorKind.Forbidden or ErrorKind.NotFound })
                verdicts.ShouldNotContainKey(ability, where);
            else
                verdicts.ShouldContainKeyAndValue(ability, decision.Refusal?.Code, where);
        }
    }

    private static Func<Ticket, Member, Decision<TicketEvent>> Changing(ChangeTicket change) =>
        (ticket, who) => TicketChanges.Change(ticket, change, who);

    private static string Outcome(Decision<TicketEvent> decision) =>
        decision.Refusal is { } refusal ? refusal.Code : decision.Events.Count > 0 ? "ok" : "same";

    private static Member Find(TicketStory story, string who) => who switch
    {
        "requester" => story.Requester,
        "agent" => story.Agent,
        "manager" => story.Manager,
        "admin" => story.Admin,
        _ => throw new ArgumentOutOfRangeException(nameof(who), who, null),
    };
}
