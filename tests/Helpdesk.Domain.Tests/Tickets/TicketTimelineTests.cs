namespace Helpdesk.Domain.Tests.Tickets;

public sealed class TicketTimelineTests
{
    [Fact]
    public void There_is_an_example_of_every_sort_of_event()
    {
        var sorts = typeof(TicketEvent).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(TicketEvent))).ToList();

        sorts.Count.ShouldBeGreaterThan(20);
        Some.TicketEvents().Select(what => what.GetType()).Distinct().ShouldBe(sorts, ignoreOrder: true);
    }

    [Fact]
    public void Every_event_has_words_in_both_languages_for_everybody()
    {
        foreach (var what in Some.TicketEvents())
        {
            foreach (var forStaff in (bool[])[true, false])
            {
                var (german, english) = (Words(what, german: true, forStaff), Words(what, german: false, forStaff));
                german.ShouldNotBeNullOrWhiteSpace();
                english.ShouldNotBeNullOrWhiteSpace();
                german.ShouldNotBe(english);
            }
        }
    }

    [Fact]
    public void Every_status_priority_and_kind_of_link_has_a_name()
    {
        Distinct(other => new TicketEvent.StatusChanged(TicketStatus.Open, other), Enum.GetValues<TicketStatus>());
        Distinct(other => new TicketEvent.PriorityChanged(Priority.Low, other), Enum.GetValues<Priority>());
        Distinct(kind => new TicketEvent.Linked(Some.Ticket(), "TEST-000002", kind), Enum.GetValues<LinkKind>());
    }

    [Fact]
    public void The_words_name_people_and_numbers()
    {
        Words(new TicketEvent.Assigned(null, Some.Account()), german: true, forStaff: true).ShouldBe(
            "hat das Ticket Agnes Agentin zugewiesen");
        Words(new TicketEvent.Linked(Some.Ticket(), "MUST-000123", LinkKind.Blocks), german: false, forStaff: true).ShouldBe(
            "added a link: blocks MUST-000123");
        Words(new TicketEvent.Released(Some.Ticket(), "MUST-000123"), german: true, forStaff: true).ShouldBe(
            "hat MUST-000123 wieder herausgelöst");
    }

    [Fact]
    public void A_missed_target_and_an_urgent_ticket_are_named_as_people_do()
    {
        var moment = new SlaMoment(SlaTarget.Resolution, 1, null, Some.Moment());

        Words(new TicketEvent.SlaMomentReached(moment), german: true, forStaff: true).ShouldBe("Die Frist „Lösung“ wurde überschritten");
        Words(new TicketEvent.PriorityChanged(Priority.Low, Priority.Urgent), german: true, forStaff: true).ShouldBe(
            "hat die Priorität von niedrig auf dringend geändert");
    }

    [Fact]
    public void What_comes_with_the_breach_warns_of_nothing_any_more()
    {
        var step = new SlaMoment(SlaTarget.Resolution, 1, "due", Some.Moment());

        foreach (var german in (bool[])[true, false])
        {
            Words(new TicketEvent.SlaMomentReached(step), german, forStaff: true).ShouldStartWith(german ? "Warnung" : "Warning");
            Words(new TicketEvent.SlaMomentReached(step, Missed: true), german, forStaff: true).ShouldStartWith(
                german ? "Eskalation" : "Escalation");
        }
    }

    [Fact]
    public void Where_a_ticket_goes_on_is_told_to_customers_only_when_that_is_their_own_as_well()
    {
        var theirs = new TicketEvent.Merged(Some.Ticket(), "MUST-000123", TicketStatus.Open, SameRequester: true);

        Words(theirs, german: true, forStaff: false).ShouldContain("MUST-000123");
        Words(theirs with { SameRequester = false }, german: true, forStaff: true).ShouldContain("MUST-000123");
        foreach (var german in (bool[])[true, false])
            Words(theirs with { SameRequester = false }, german, forStaff: false).ShouldNotContain("MUST-000123");
    }

    [Fact]
    public void What_was_written_is_not_repeated()
    {
        foreach (var said in Some.TicketEvents().OfType<TicketEvent.Commented>())
            Words(said, german: true, forStaff: true).ShouldNotContain(said.Body);
    }

    private static void Distinct<T>(Func<T, TicketEvent> make, T[] values)
    {
        foreach (var german in (bool[])[true, false])
            values.Select(value => Words(make(value), german, forStaff: true)).Distinct().Count().ShouldBe(values.Length);
    }

    private static string Words(TicketEvent what, bool german, bool forStaff) =>
        TicketTimeline.Describe(what, german, forStaff, _ => "Agnes Agentin");
}
