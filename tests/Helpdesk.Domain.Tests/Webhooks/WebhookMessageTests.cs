using System.Text.Json.Nodes;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Tickets;
using Helpdesk.Domain.Webhooks;

namespace Helpdesk.Domain.Tests.Webhooks;

public sealed class WebhookMessageTests
{
    private static readonly Instant At = Instant.FromUtc(2026, 12, 1, 9, 0);
    private static readonly TicketId Id = new(Guid.CreateVersion7());

    private static readonly TicketEvent Opening = new TicketEvent.Opened
    {
        Number = "MUST-000001",
        Subject = "Straßenlampe",
        Description = "Sie flackert.",
        Priority = Priority.Medium,
        Category = null,
        Queue = null,
        Team = null,
        Requester = Some.Account(),
        Channel = "api",
    };

    private static readonly TicketEvent Note = new TicketEvent.Commented(Guid.NewGuid(), "Nur für uns", Visibility.Internal, true);
    private static readonly TicketEvent Words = new TicketEvent.Commented(Guid.NewGuid(), "Erledigt", Visibility.Public, true);
    private static readonly TicketEvent Closing = new TicketEvent.Closed(TicketStatus.Open, "Erledigt");

    public static TheoryData<string, TicketEvent[]> Acts => new()
    {
        { "ticket.opened", [Opening] },
        { "ticket.opened ticket.assigned", [Opening, new TicketEvent.Assigned(null, Some.Account())] },
        { "ticket.commented", [Words] },
        { "", [Note] },
        { "ticket.closed ticket.commented ticket.changed", [Words, Closing] },
        { "ticket.resolved ticket.changed", [new TicketEvent.Resolved(TicketStatus.Open, "Neu gestartet")] },
        { "ticket.changed", [new TicketEvent.PriorityChanged(Priority.Low, Priority.High), new TicketEvent.SubjectChanged("a", "b")] },
        { "ticket.deleted", [new TicketEvent.Deleted()] },
        { "ticket.sla_warned", [new TicketEvent.SlaMomentReached(new(SlaTarget.Resolution, 1, "0.8", At))] },
        { "ticket.sla_breached", [new TicketEvent.SlaMomentReached(new(SlaTarget.Resolution, 1, null, At))] },
        { "", [new TicketEvent.SlaMomentReached(new(SlaTarget.Resolution, 1, "0.8", At), Missed: true)] },
        { "", [new TicketEvent.SlaPlanCorrected { Planned = TicketPlan.None }] },
    };

    [Theory]
    [MemberData(nameof(Acts))]
    public void An_act_is_of_these_kinds_the_first_of_which_decides(string kinds, TicketEvent[] act) =>
        string.Join(' ', WebhookKinds.Of(act, withInternal: false)).ShouldBe(kinds);

    [Fact]
    public void Internal_comments_count_only_where_they_are_wanted() => WebhookKinds.Of([Note],
        withInternal: true).ShouldBe([WebhookKinds.Commented]);

    [Fact]
    public void Every_event_of_a_ticket_is_of_a_kind_that_webhooks_can_ask_for_or_is_nobodys_business() =>
        Some.TicketEvents().SelectMany(what => WebhookKinds.Of([what], withInternal: true)).Distinct()
            .ShouldBe(WebhookKinds.All, ignoreOrder: true);

    [Fact]
    public void One_act_is_told_with_all_its_changes_and_the_ticket_as_it_left_it()
    {
        var body = Told(2, Opening, new TicketEvent.PriorityChanged(Priority.Medium, Priority.High), Words, Closing);

        ((string?)body["type"], (string?)body["timestamp"]).ShouldBe(("ticket.closed", "2026-12-01T09:02:00.000000Z"));
        var data = body["data"]!;
        ((string?)data["tenant"], (int?)data["ticket"]!["version"], (string?)data["ticket"]!["status"]).ShouldBe(("musterstadt", 4,
            "closed"));
        data["changes"]!.AsObject().Select(change => change.Key).ShouldBe(["priority", "resolution_text", "status"]);
        data["changes"]!["status"]!.ToJsonString().ShouldBe("""{"from":"open","to":"closed"}""");
        ((string?)data["comment"]!["body"], (string?)data["comment"]!["visibility"]).ShouldBe(("Erledigt", "public"));
        data["kinds"]!.AsArray().Select(kind => (string)kind!).ShouldBe(["ticket.closed", "ticket.commented", "ticket.changed"]);
    }

    [Fact]
    public void Members_that_are_null_are_there_as_null() => Told(1, Opening)["data"]!["ticket"]!.AsObject()
        .Where(member => member.Value is null).Select(member => member.Key).ShouldContain("assignee");

    [Fact]
    public void Words_that_were_taken_back_since_are_not_told()
    {
        var history = Recorded(Opening, Words);
        var withdrawn = history.Append(new(3, At, null, new TicketEvent.CommentWithdrawn(((TicketEvent.Commented)Words).Id,
            Visibility.Public, null)));
        var now = withdrawn.Aggregate((Ticket?)null, Ticket.Apply)!;

        var act = ToldAct.Of(Id, history, 2, now);
        WebhookMessage.Of(WebhookKinds.Commented, act, true, "musterstadt").Write().ShouldNotContain("Erledigt\"");
    }

    [Fact]
    public void Of_a_ticket_that_is_gone_nothing_is_told_but_that()
    {
        var body = Told(2, Opening, new TicketEvent.Deleted());
        body["data"]!["ticket"].ShouldBeNull();
        body["data"]!["deleted"]!["number"]!.ToString().ShouldBe("MUST-000001");
        body.ToJsonString().ShouldNotContain("Straßenlampe");
    }

    private static JsonNode Told(int first, params TicketEvent[] history)
    {
        var recorded = Recorded(history);
        var act = ToldAct.Of(Id, recorded, first, recorded.Aggregate((Ticket?)null, Ticket.Apply)!);
        var kind = WebhookKinds.Of(act.Events.Select(one => one.Event), withInternal: false)[0];
        return JsonNode.Parse(WebhookMessage.Of(kind, act, withInternal: false, "musterstadt").Write())!;
    }

    // Each at a minute of its own but for what follows the second, which is one act with it.
    private static List<Recorded<TicketEvent>> Recorded(params TicketEvent[] history) =>
        [.. history.Select((what, place) => new Recorded<TicketEvent>(
            place + 1, At + Duration.FromMinutes(Math.Min(place + 1, 2)), Some.Account(), what))];
}
