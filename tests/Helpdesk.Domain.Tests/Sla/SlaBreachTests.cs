using static Helpdesk.Domain.Tests.Sla.Given;

namespace Helpdesk.Domain.Tests.Sla;

/// <summary>What follows from a warning or a breach.</summary>
public sealed class SlaBreachTests
{
    private static readonly SlaSubject Ticket = new(Priority.Medium, "bauamt", Some.Account(), []);
    private static readonly SlaMoment Missed = new(SlaTarget.Resolution, 1, null, Some.Moment());

    [Fact]
    public void A_breach_is_always_recorded() =>
        SlaBreach.Respond(Ticket, Story.Policy with { Steps = [] }, [Missed]).ShouldBe([new SlaEffect.Record(Missed)]);

    [Fact]
    public void A_breach_raises_priority_only_upwards()
    {
        var rule = new EscalationAction.RaisePriority(Priority.High);

        Respond(Ticket with { Priority = Priority.Urgent }, rule).ShouldNotContain(effect => effect is SlaEffect.RaisePriority);
        Respond(Ticket with { Priority = Priority.High }, rule).ShouldNotContain(effect => effect is SlaEffect.RaisePriority);
        Respond(Ticket, rule).ShouldContain(new SlaEffect.RaisePriority(Priority.High));
        Respond(Ticket, rule, new EscalationAction.RaisePriority(Priority.Urgent)).OfType<SlaEffect.RaisePriority>().ShouldBe(
            [new(Priority.Urgent)]);
    }

    [Fact]
    public void A_second_look_at_the_same_breach_owes_nothing()
    {
        var late = Story.Opened("2026-11-23 09:00").Acted("2026-11-30 09:00");

        SlaBreach.Respond(Ticket, Story.Policy, late.Look("2026-11-30 09:00").Owed).ShouldBeEmpty();
    }

    [Fact]
    public void A_ticket_is_reassigned_to_another_team_only()
    {
        Respond(Ticket, new EscalationAction.ReassignTo("bauamt")).ShouldNotContain(effect => effect is SlaEffect.Reassign);
        Respond(Ticket, new EscalationAction.ReassignTo("leitung")).ShouldContain(new SlaEffect.Reassign("leitung"));
    }

    [Fact]
    public void A_tag_is_added_once()
    {
        Respond(Ticket, new EscalationAction.AddTag("spät"), new EscalationAction.AddTag("spät")).OfType<SlaEffect.AddTag>().ShouldBe(
            [new("spät")]);
        Respond(Ticket with { Tags = ["spät"] }, new EscalationAction.AddTag("spät")).ShouldNotContain(
            effect => effect is SlaEffect.AddTag);
    }

    [Fact]
    public void Whoever_is_told_is_the_assignee_or_the_team_or_the_managers()
    {
        var ask = new EscalationAction.Notify(new SlaAudience.Assignee());

        Told(Ticket, ask).ShouldBe([new SlaRecipient.Account(Ticket.Assignee!.Value)]);
        Told(Ticket with { Assignee = null }, ask).ShouldBe([new SlaRecipient.Team("bauamt")]);
        Told(Ticket with { Assignee = null, Team = null }, ask).ShouldBe([new SlaRecipient.Managers()]);
        Told(Ticket, new EscalationAction.Notify(new SlaAudience.Manager())).ShouldBe([new SlaRecipient.Managers()]);
        Told(Ticket, new EscalationAction.Notify(new SlaAudience.Email("amt@example.org"))).ShouldBe(
            [new SlaRecipient.Email("amt@example.org")]);
    }

    [Fact]
    public void The_team_that_is_told_is_the_one_that_has_the_ticket_now() =>
        Told(Ticket, new EscalationAction.Notify(new SlaAudience.Team()), new EscalationAction.ReassignTo("leitung"))
            .ShouldBe([new SlaRecipient.Team("leitung")]);

    [Fact]
    public void Each_recipient_is_told_once_of_the_last_that_happened()
    {
        var policy = Story.Policy with
        {
            Steps =
            [
                new("80", null, new EscalationPoint.Share(8000), [new EscalationAction.Notify(new SlaAudience.Assignee())]),
                new("due", null, new EscalationPoint.Share(10_000),
                    [new EscalationAction.Notify(new SlaAudience.Assignee(), AnyTime: true), new EscalationAction.Notify(
                        new SlaAudience.Manager())]),
            ],
        };
        var warning = Missed with { Step = "80", At = Missed.At - Hours(1) };
        var due = Missed with { Step = "due" };

        var effects = SlaBreach.Respond(Ticket, policy, [warning, Missed, due]);

        effects.OfType<SlaEffect.Record>().Count().ShouldBe(3);
        effects.OfType<SlaEffect.Notify>().ShouldBe(
        [
            new(new SlaRecipient.Account(Ticket.Assignee!.Value), due, AnyTime: true),
            new(new SlaRecipient.Managers(), due, AnyTime: false),
        ]);
    }

    [Fact]
    public void Everything_follows_in_one_order() =>
        Respond(Ticket,
                new EscalationAction.Notify(new SlaAudience.Manager()), new EscalationAction.AddTag("spät"),
                new EscalationAction.ReassignTo("leitung"), new EscalationAction.RaisePriority(Priority.Urgent))
            .Select(effect => effect.GetType().Name).ShouldBe(["Record", "RaisePriority", "Reassign", "AddTag", "Notify"]);

    [Fact]
    public void A_step_that_the_policy_no_longer_has_is_recorded_and_does_nothing() =>
        SlaBreach.Respond(Ticket, Story.Policy, [Missed with { Step = "gone" }]).ShouldBe(
            [new SlaEffect.Record(Missed with { Step = "gone" })]);

    [Theory]
    [InlineData("2026-11-23 12:00", false, "2026-11-23 12:00")]
    [InlineData("2026-11-23 18:00", false, "2026-11-24 08:00")]
    [InlineData("2026-12-24 18:00", false, "2026-12-28 08:00")]
    [InlineData("2026-11-23 18:00", true, "2026-11-23 18:00")]
    public void People_are_told_within_their_hours_unless_the_policy_says_at_any_time(string now, bool anyTime, string told) =>
        SlaNotice.TellAt(Story.Calendars[0], anyTime, At(now)).ShouldBe(At(told));

    private static IReadOnlyList<SlaEffect> Respond(SlaSubject ticket, params EscalationAction[] actions) =>
        SlaBreach.Respond(
            ticket, Story.Policy with { Steps = [new("step", null, new EscalationPoint.Share(10_000), actions)] },
            [Missed with { Step = "step" }]);

    private static IEnumerable<SlaRecipient> Told(SlaSubject ticket, params EscalationAction[] actions) =>
        Respond(ticket, actions).OfType<SlaEffect.Notify>().Select(notify => notify.To);
}
