using static Helpdesk.Domain.Tests.Sla.Given;

namespace Helpdesk.Domain.Tests.Sla;

/// <summary>
/// Which facts start, stop and pause which clock. Monday 23 November 2026 and the days after it are ordinary working days, 08–17.
/// </summary>
public sealed class SlaClockTests
{
    [Fact]
    public void First_response_stops_at_the_first_public_answer_by_a_person()
    {
        var answered = Story.Opened("2026-11-23 09:00").Staff("2026-11-23 10:30").Staff("2026-11-23 12:00").Look(
            SlaTarget.FirstResponse, "2026-11-23 13:00")!;

        answered.EndedAt.ShouldBe(At("2026-11-23 10:30"));
        answered.Elapsed.ShouldBe(Hours(1.5));
        answered.Verdict.ShouldBe(new SlaVerdict.Settled(Met: true));
    }

    [Fact]
    public void A_mailed_answer_ends_the_first_response_when_it_was_accepted_and_a_customers_wait_when_it_was_written()
    {
        var written = Story.Opened("2026-11-23 09:00").Customer("2026-11-23 09:10")
            .Then("2026-11-23 10:50", new SlaFact.StaffCommented(Automatic: false, AwaitsMail: true));
        var inTime = written.Then("2026-11-23 11:05", new SlaFact.AnswerDelivered(At("2026-11-23 10:59")));
        var late = written.Acted("2026-11-23 11:01").Then("2026-11-23 11:05", new SlaFact.AnswerDelivered(At("2026-11-23 11:00")));

        written.Look(SlaTarget.FirstResponse, "2026-11-23 10:55")!.EndedAt.ShouldBeNull();
        written.Look(SlaTarget.NextResponse, "2026-11-23 10:55")!.EndedAt.ShouldBe(At("2026-11-23 10:50"));
        inTime.Look(SlaTarget.FirstResponse, "2026-11-23 12:00")!.Verdict.ShouldBe(new SlaVerdict.Settled(Met: true));
        inTime.Look("2026-11-23 12:00").Owed.ShouldBeEmpty();
        late.Look(SlaTarget.FirstResponse, "2026-11-23 12:00")!.Verdict.ShouldBe(new SlaVerdict.Settled(Met: false));
        written.Look("2026-11-23 11:00").Owed.ShouldContain(new SlaMoment(SlaTarget.FirstResponse, 1, null, At("2026-11-23 11:00")));
    }

    [Fact]
    public void Automatic_mail_answers_nobody()
    {
        var acknowledged = Story.Opened("2026-11-23 09:00").Customer("2026-11-23 09:10")
            .Then("2026-11-23 09:20", new SlaFact.StaffCommented(Automatic: true)).Look("2026-11-23 10:00");

        acknowledged.Targets.ShouldAllBe(target => target.EndedAt == null);
    }

    [Fact]
    public void First_response_does_not_pause_while_waiting_on_the_customer_unless_the_policy_says_so()
    {
        var policy = Story.Policy with { Pauses = [.. Story.Policy.Pauses, new(SlaTarget.FirstResponse, TicketStatus.WaitingOnCustomer)] };

        var runs = Story.Opened("2026-11-23 09:00").Moves("2026-11-23 09:30", TicketStatus.WaitingOnCustomer);
        var waits = Story.Opened("2026-11-23 09:00", policy).Moves("2026-11-23 09:30", TicketStatus.WaitingOnCustomer);

        runs.Look(SlaTarget.FirstResponse, "2026-11-23 10:30")!.Elapsed.ShouldBe(Hours(1.5));
        waits.Look(SlaTarget.FirstResponse, "2026-11-23 10:30")!.Elapsed.ShouldBe(Hours(0.5));
    }

    [Fact]
    public void Next_response_starts_at_the_first_comment_that_nobody_answered_and_not_again_at_further_ones()
    {
        var waiting = Story.Opened("2026-11-23 09:00").Staff("2026-11-23 09:30").Customer("2026-11-23 10:00").Customer("2026-11-23 11:00");

        waiting.Look(SlaTarget.NextResponse, "2026-11-23 12:00")!.StartedAt.ShouldBe(At("2026-11-23 10:00"));
        waiting.Look(SlaTarget.NextResponse, "2026-11-23 12:00")!.DueAt.ShouldBe(At("2026-11-23 14:00"));
    }

    [Fact]
    public void Each_wait_for_the_next_response_is_a_cycle_of_its_own()
    {
        var twice = Story.Opened("2026-11-23 09:00").Customer("2026-11-23 09:10").Staff("2026-11-23 09:30").Customer("2026-11-23 10:00");

        var second = twice.Look(SlaTarget.NextResponse, "2026-11-23 12:00")!;

        (second.Cycle, second.StartedAt, second.EndedAt).ShouldBe((2, At("2026-11-23 10:00"), null));
        Story.Opened("2026-11-23 09:00").Look(SlaTarget.NextResponse, "2026-11-23 12:00").ShouldBeNull();
    }

    [Fact]
    public void Resolution_pauses_while_waiting_on_the_customer()
    {
        var story = Story.Opened("2026-11-23 09:00").Staff("2026-11-23 09:30").Moves("2026-11-23 10:00", TicketStatus.WaitingOnCustomer);

        var waiting = story.Look(SlaTarget.Resolution, "2026-11-23 16:00")!;
        var resumed = story.Moves("2026-11-24 08:00", TicketStatus.InProgress).Look(SlaTarget.Resolution, "2026-11-24 09:00")!;

        (waiting.Elapsed, waiting.DueAt, waiting.Verdict).ShouldBe((Hours(1), null, new SlaVerdict.Paused()));
        (resumed.Elapsed, resumed.DueAt).ShouldBe((Hours(2), At("2026-11-24 16:00")));
    }

    [Fact]
    public void Resolving_stops_every_running_clock()
    {
        var resolved = Story.Opened("2026-11-23 09:00").Customer("2026-11-23 09:30").Moves("2026-11-23 10:00", TicketStatus.Resolved).Look(
            "2026-11-27 10:00");

        resolved.Targets.Count.ShouldBe(3);
        resolved.Targets.ShouldAllBe(target => target.EndedAt == At("2026-11-23 10:00"));
        (resolved.State, resolved.DueAt, resolved.NextLook).ShouldBe((SlaState.Met, null, null));
    }

    [Fact]
    public void Reopening_resumes_resolution_and_never_starts_it_again()
    {
        var reopened = Story.Opened("2026-11-23 09:00").Staff("2026-11-23 09:30")
            .Moves("2026-11-23 12:00", TicketStatus.Resolved)
            .Moves("2026-11-25 12:00", TicketStatus.Closed)
            .Moves("2026-11-26 10:00", TicketStatus.InProgress);

        var resolution = reopened.Look(SlaTarget.Resolution, "2026-11-26 11:00")!;

        (resolution.Elapsed, resolution.DueAt).ShouldBe((Hours(4), At("2026-11-26 16:00")));
        reopened.Look(SlaTarget.FirstResponse, "2026-11-26 11:00")!.EndedAt.ShouldBe(At("2026-11-23 09:30"));
    }

    [Fact]
    public void Closing_a_resolved_ticket_does_not_move_the_time_of_its_resolution() =>
        Story.Opened("2026-11-23 09:00").Moves("2026-11-23 12:00", TicketStatus.Resolved).Moves("2026-12-07 12:00", TicketStatus.Closed)
            .Look(SlaTarget.Resolution, "2026-12-07 12:00")!.EndedAt.ShouldBe(At("2026-11-23 12:00"));

    [Fact]
    public void A_customer_who_writes_after_the_resolution_waits_for_an_answer()
    {
        var asks = Story.Opened("2026-11-23 09:00").Moves("2026-11-23 12:00", TicketStatus.Resolved).Customer("2026-11-24 09:00");

        asks.Look(SlaTarget.NextResponse, "2026-11-24 10:00")!.Elapsed.ShouldBe(Hours(1));
        asks.Look("2026-11-24 10:00").DueAt.ShouldBe(At("2026-11-24 13:00"));
    }

    [Fact]
    public void What_was_done_in_earlier_waits_is_counted_and_not_kept()
    {
        var missed = Story.Opened("2026-11-23 08:00").Staff("2026-11-23 08:00").Customer("2026-11-23 08:00").Acted("2026-11-23 12:00")
            .Staff("2026-11-23 13:00");
        var later = missed.Customer("2026-11-23 14:00").Staff("2026-11-23 14:30").Customer("2026-11-23 15:00");

        missed.Clock.Reached.Count(moment => moment.Target == SlaTarget.NextResponse).ShouldBe(2);
        later.Clock.Reached.ShouldNotContain(moment => moment.Target == SlaTarget.NextResponse);
        later.Clock.MissedWaits.ShouldBe(1);
    }

    [Fact]
    public void A_ticket_resolved_without_a_word_was_answered_by_that()
    {
        var late = Story.Opened("2026-11-23 09:00").Moves("2026-11-23 12:00", TicketStatus.Resolved);

        late.Look(SlaTarget.FirstResponse, "2026-11-23 13:00")!.Verdict.ShouldBe(new SlaVerdict.Settled(Met: false));
    }

    [Fact]
    public void A_change_of_priority_keeps_what_has_elapsed_and_changes_the_target()
    {
        // 9 h become 2 h 15 min, of which one hour has passed.
        var story = Story.Opened("2026-11-23 09:00").Prioritised("2026-11-23 10:00", Priority.Urgent);

        var resolution = story.Look(SlaTarget.Resolution, "2026-11-23 10:30")!;

        (resolution.Elapsed, resolution.DueAt).ShouldBe((Hours(1.5), At("2026-11-23 11:15")));
    }

    [Fact]
    public void A_target_that_becomes_shorter_than_what_has_elapsed_was_due_at_its_true_time()
    {
        var story = Story.Opened("2026-11-23 09:00").Prioritised("2026-11-23 15:00", Priority.Urgent);

        var resolution = story.Look(SlaTarget.Resolution, "2026-11-23 15:00")!;

        (resolution.DueAt, resolution.IsMissed).ShouldBe((At("2026-11-23 11:15"), true));
    }

    [Fact]
    public void A_change_of_policy_keeps_elapsed_and_paused_time_as_the_old_one_counted_it()
    {
        var calendarTime = Story.Policy with
        {
            Id = Guid.NewGuid(),
            Objectives = [new(SlaTarget.Resolution, Priority.Medium, Hours(24), null)],
            Pauses = [],
        };
        var book = new SlaPolicyBook { Version = 6, Policies = [calendarTime] };

        // Monday 09:00–17:00 by office hours: 8 h. Tuesday 08:00–10:00 paused. From Tuesday 10:00 around the clock: 16 h are left.
        var story = Story.Opened("2026-11-23 09:00")
            .Moves("2026-11-24 08:00", TicketStatus.WaitingOnCustomer)
            .Then("2026-11-24 10:00", new SlaFact.PolicyApplied(SlaTerms.Of(book, Story.Medium, Story.Versions)));
        story = story with { Rules = new SlaRules([Story.Book(Story.Policy), book], Story.Calendars) };

        story.Look(SlaTarget.Resolution, "2026-11-24 11:00")!.Elapsed.ShouldBe(Hours(9));
        story.Look(SlaTarget.Resolution, "2026-11-24 11:00")!.DueAt.ShouldBe(At("2026-11-25 02:00"));
        story.Look(SlaTarget.FirstResponse, "2026-11-24 11:00").ShouldBeNull();
    }

    [Fact]
    public void A_target_that_a_new_policy_brings_starts_with_that_policy()
    {
        var story = Story.Start(
            "2026-11-23 09:00", new SlaRules([SlaPolicyBook.Seeded, Story.Book(Story.Policy)], Story.Calendars), Story.Medium)
            .Then("2026-11-23 09:00", new SlaFact.PolicyApplied(SlaTerms.Of(SlaPolicyBook.Seeded, Story.Medium, Story.Versions)))
            .Then("2026-11-23 13:00", new SlaFact.PolicyApplied(SlaTerms.Of(Story.Book(Story.Policy), Story.Medium, Story.Versions)));

        story.Look(SlaTarget.FirstResponse, "2026-11-23 14:00")!.DueAt.ShouldBe(At("2026-11-23 15:00"));
        story.Explain(SlaTarget.FirstResponse, "2026-11-23 14:00").Segments[0].Reason.ShouldBe(Domain.Sla.Calendars.SegmentReason.NoTarget);
        story.Look(SlaTarget.Resolution, "2026-11-23 14:00")!.Elapsed.ShouldBe(Hours(5));
    }

    [Fact]
    public void A_withdrawn_ticket_owes_nothing_and_a_restored_one_goes_on()
    {
        var merged = Story.Opened("2026-11-23 09:00").Moves("2026-11-23 09:00", TicketStatus.InProgress).Then(
            "2026-11-23 10:00", new SlaFact.Withdrawn());
        var back = merged.Then("2026-11-24 10:00", new SlaFact.Restored(TicketStatus.InProgress));

        var owing = merged.Look("2026-12-24 10:00");
        (owing.Targets.Count, owing.State, owing.DueAt, owing.Owed.Count, owing.NextLook).ShouldBe((0, null, null, 0, null));
        back.Look(SlaTarget.Resolution, "2026-11-24 11:00")!.Elapsed.ShouldBe(Hours(2));
    }

    [Fact]
    public void Without_a_policy_nothing_is_promised() =>
        Story.Start("2026-11-23 09:00", SlaRules.Seeded, Story.Medium).Look("2026-11-24 09:00").State.ShouldBeNull();

    [Fact]
    public void The_first_fact_is_the_opening() =>
        Should.Throw<InvalidOperationException>(() => SlaClock.Apply(null, At("2026-11-23 09:00"), new SlaFact.CustomerCommented()));

    [Fact]
    public void Folding_the_same_facts_again_gives_the_same_answer()
    {
        var story = Story.Opened("2026-11-23 09:00").Customer("2026-11-23 10:00").Staff("2026-11-23 11:00").Moves(
            "2026-11-23 11:00", TicketStatus.WaitingOnCustomer)
            .Acted("2026-11-23 11:30").Prioritised("2026-11-23 12:00", Priority.Urgent).Moves("2026-11-23 13:00", TicketStatus.InProgress);

        var again = story.Facts.Aggregate((SlaClock?)null, (clock, recorded) => SlaClock.Apply(clock, recorded.At, recorded.Fact))!;

        (again.Statuses.SequenceEqual(story.Clock.Statuses), again.Eras.SequenceEqual(story.Clock.Eras), again.Reached.SequenceEqual(
            story.Clock.Reached))
            .ShouldBe((true, true, true));
        (again with { Statuses = [], Eras = [], Reached = [] }).ShouldBe(story.Clock with { Statuses = [], Eras = [], Reached = [] });
        SlaExplanation.Of(again, story.Rules, At("2026-11-23 14:00")).SelectMany(explanation => explanation.Segments)
            .ShouldBe(SlaExplanation.Of(story.Clock, story.Rules, At("2026-11-23 14:00")).SelectMany(explanation => explanation.Segments));
    }

    [Fact]
    public void Terms_that_were_read_back_are_the_same_terms()
    {
        var terms = new SlaTerms(5, Story.Policy.Id, new Dictionary<Guid, int> { [Story.OfficeHours.Id] = 3 }, "because");
        var readBack = terms with { Calendars = new Dictionary<Guid, int> { [Story.OfficeHours.Id] = 3 } };

        readBack.ShouldBe(terms);
        readBack.GetHashCode().ShouldBe(terms.GetHashCode());
        (terms with { Calendars = new Dictionary<Guid, int> { [Story.OfficeHours.Id] = 4 } }).ShouldNotBe(terms);
    }

    [Fact]
    public void The_rules_that_a_clock_needs_are_those_of_all_its_eras()
    {
        var story = Story.Opened("2026-11-23 09:00")
            .Then("2026-11-23 13:00", new SlaFact.PolicyApplied(SlaTerms.Of(SlaPolicyBook.Seeded, Story.Medium, Story.Versions)));

        var (books, calendars) = SlaRules.Needed(story.Clock);

        books.ShouldBe([5, 0], ignoreOrder: true);
        calendars.ShouldBe([Story.OfficeHours]);
        Should.Throw<InvalidOperationException>(() => SlaEvaluation.Of(story.Clock, SlaRules.Seeded, At("2026-11-23 14:00")));
    }

    [Fact]
    public void Undoing_the_merge_of_a_resolved_ticket_keeps_the_moment_of_its_resolution()
    {
        var resolved = Story.Opened("2026-11-23 09:00").Moves("2026-11-23 09:00", TicketStatus.InProgress).Moves(
            "2026-11-23 11:00", TicketStatus.Resolved);
        var merged = resolved.Then("2026-11-23 12:00", new SlaFact.Withdrawn());
        var back = merged.Then("2026-11-25 10:00", new SlaFact.Restored(TicketStatus.Resolved));

        merged.Clock.ResolvedAt.ShouldBeNull();
        back.Clock.ResolvedAt.ShouldBe(At("2026-11-23 11:00"));
        back.Look(SlaTarget.Resolution, "2026-11-26 10:00")!.Elapsed.ShouldBe(
            resolved.Look(SlaTarget.Resolution, "2026-11-26 10:00")!.Elapsed);
        back.Moves("2026-11-25 11:00", TicketStatus.InProgress).Moves("2026-11-25 12:00", TicketStatus.Resolved).Clock.ResolvedAt.ShouldBe(
            At("2026-11-25 12:00"));
    }

    [Fact]
    public void What_was_open_when_it_was_merged_is_resolved_when_it_is_resolved_after_that()
    {
        var back = Story.Opened("2026-11-23 09:00").Moves("2026-11-23 09:00", TicketStatus.InProgress).Then(
            "2026-11-23 10:00", new SlaFact.Withdrawn())
            .Then("2026-11-23 11:00", new SlaFact.Restored(TicketStatus.InProgress));

        back.Clock.ResolvedAt.ShouldBeNull();
        back.Moves("2026-11-23 12:00", TicketStatus.Resolved).Clock.ResolvedAt.ShouldBe(At("2026-11-23 12:00"));
    }
}
