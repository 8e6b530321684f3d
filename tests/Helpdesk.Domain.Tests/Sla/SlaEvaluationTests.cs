using static Helpdesk.Domain.Tests.Sla.Given;

namespace Helpdesk.Domain.Tests.Sla;

/// <summary>The decision table of the README, row by row.</summary>
public sealed class SlaEvaluationTests
{
    private static readonly SlaPolicy ResolutionOnly = Story.Policy with
    {
        Objectives =
        [
            new(SlaTarget.Resolution, Priority.Medium, Hours(9), Story.OfficeHours.Id),
            new(SlaTarget.Resolution, Priority.Urgent, Hours(2), Story.OfficeHours.Id),
        ],
    };

    [Fact]
    public void On_track_until_the_first_warning()
    {
        // 80 % of 9 h are 7 h 12 min.
        var look = Story.Opened("2026-11-23 09:00", ResolutionOnly).Look("2026-11-23 16:00");

        (look.State, look.DueAt, look.NextLook).ShouldBe((SlaState.OnTrack, At("2026-11-24 09:00"), At("2026-11-23 16:12")));
        look.Owed.ShouldBeEmpty();
    }

    [Fact]
    public void A_warning_is_owed_from_its_moment_on_and_never_early()
    {
        var story = Story.Opened("2026-11-23 09:00", ResolutionOnly);

        SlaEvaluation.Of(story.Clock, story.Rules, At("2026-11-23 16:12") - Duration.FromTicks(10)).Owed.ShouldBeEmpty();
        var look = story.Look("2026-11-23 16:12");

        look.Owed.ShouldBe([new SlaMoment(SlaTarget.Resolution, 1, "80", At("2026-11-23 16:12"))]);
        (look.State, look.NextLook).ShouldBe((SlaState.Warned, At("2026-11-24 09:00")));
    }

    [Fact]
    public void A_second_look_owes_nothing()
    {
        var acted = Story.Opened("2026-11-23 09:00", ResolutionOnly).Acted("2026-11-23 16:20");

        acted.Look("2026-11-23 16:20").Owed.ShouldBeEmpty();
        acted.Look("2026-11-23 16:20").State.ShouldBe(SlaState.Warned);
        acted.Acted("2026-11-24 09:00").Look("2026-11-30 09:00").Owed.ShouldBeEmpty();
    }

    [Fact]
    public void After_a_downtime_everything_is_owed_once_with_its_true_time()
    {
        var look = Story.Opened("2026-11-23 09:00", ResolutionOnly).Look("2026-11-24 12:00");

        look.Owed.ShouldBe(
            [new(SlaTarget.Resolution, 1, "80", At("2026-11-23 16:12")), new(SlaTarget.Resolution, 1, null, At("2026-11-24 09:00"))]);
        (look.State, look.DueAt, look.NextLook).ShouldBe((SlaState.Breached, At("2026-11-24 09:00"), null));
        look.Targets.Single().Remaining.ShouldBe(Hours(-3));
    }

    [Theory]
    [InlineData("2026-11-24 08:59", true)]
    [InlineData("2026-11-24 09:00", false)]
    [InlineData("2026-11-24 09:01", false)]
    public void A_target_is_met_before_its_due_time_and_missed_from_it_on(string resolved, bool met)
    {
        var story = Story.Opened("2026-11-23 09:00", ResolutionOnly).Acted("2026-11-23 16:12").Moves(resolved, TicketStatus.Resolved);

        var look = story.Look("2026-11-25 09:00");

        look.Targets.Single().Verdict.ShouldBe(new SlaVerdict.Settled(met));
        look.Targets.Single().DueAt.ShouldBe(At("2026-11-24 09:00"));
        look.State.ShouldBe(met ? SlaState.Met : SlaState.Breached);
    }

    [Fact]
    public void At_its_due_time_a_target_is_breached()
    {
        var look = Story.Opened("2026-11-23 09:00", ResolutionOnly).Look("2026-11-24 09:00");

        look.State.ShouldBe(SlaState.Breached);
        look.Owed.ShouldContain(new SlaMoment(SlaTarget.Resolution, 1, null, At("2026-11-24 09:00")));
    }

    [Fact]
    public void A_target_that_was_met_owes_nothing_however_late_it_is_looked_at()
    {
        var policy = ResolutionOnly with
        {
            Steps = [
            .. ResolutionOnly.Steps, new("after", null, new EscalationPoint.Offset(Hours(2)), [new EscalationAction.AddTag("spät")])]
        };
        var met = Story.Opened("2026-11-23 09:00", policy).Moves("2026-11-23 10:00", TicketStatus.Resolved);

        met.Look("2026-11-23 10:00").NextLook.ShouldBeNull();
        met.Look("2026-12-23 10:00").Owed.ShouldBeEmpty();
    }

    [Fact]
    public void Steps_after_due_do_not_come_once_the_target_has_ended_too_late()
    {
        var policy = ResolutionOnly
            with
        { Steps = [new("after", null, new EscalationPoint.Offset(Hours(2)), [new EscalationAction.AddTag("spät")])] };

        Story.Opened("2026-11-23 09:00", policy).Moves("2026-11-24 10:00", TicketStatus.Resolved)
            .Look("2026-11-25 10:00").Owed.Single().IsBreach.ShouldBeTrue();
        Story.Opened("2026-11-23 09:00", policy).Moves("2026-11-24 12:00", TicketStatus.Resolved)
            .Look("2026-11-25 10:00").Owed.Count.ShouldBe(2);
    }

    [Fact]
    public void A_policy_that_comes_after_the_breach_brings_no_more_warnings()
    {
        var warns = ResolutionOnly
            with
        { Steps = [new("50", null, new EscalationPoint.Share(5000), [new EscalationAction.AddTag("bald")])] };
        var book = new SlaPolicyBook { Version = 6, Policies = [warns] };
        var late = Story.Opened("2026-11-23 09:00", ResolutionOnly).Acted("2026-11-24 09:00")
            .Then("2026-11-24 10:00", new SlaFact.PolicyApplied(SlaTerms.Of(book, Story.Medium, Story.Versions)));

        (late with { Rules = new SlaRules([Story.Book(ResolutionOnly), book], Story.Calendars) })
            .Look("2026-11-24 10:00").Owed.ShouldBeEmpty();
    }

    [Fact]
    public void A_breach_that_nobody_saw_is_still_owed_after_the_end_but_a_warning_is_not()
    {
        var story = Story.Opened("2026-11-23 09:00", ResolutionOnly).Moves("2026-11-24 10:00", TicketStatus.Resolved);

        story.Look("2026-11-24 10:00").Owed.ShouldBe([new(SlaTarget.Resolution, 1, null, At("2026-11-24 09:00"))]);
        Story.Opened("2026-11-23 09:00", ResolutionOnly).Moves("2026-11-23 16:30", TicketStatus.Resolved)
            .Look("2026-11-23 16:30").Owed.ShouldBeEmpty();
    }

    [Fact]
    public void Paused_before_due_has_no_due_time_and_nothing_to_look_for()
    {
        var look = Story.Opened("2026-11-23 09:00", ResolutionOnly).Moves("2026-11-23 10:00", TicketStatus.WaitingOnCustomer).Look(
            "2027-11-23 10:00");

        (look.State, look.DueAt, look.NextLook).ShouldBe((SlaState.Paused, null, null));
        look.Targets.Single().Remaining.ShouldBe(Hours(8));
    }

    [Fact]
    public void How_far_a_target_is_overdue_freezes_while_it_is_paused()
    {
        var story = Story.Opened("2026-11-23 09:00", ResolutionOnly).Acted("2026-11-24 09:00").Moves(
            "2026-11-24 11:00", TicketStatus.WaitingOnCustomer);

        foreach (var day in new[] { "2026-11-24 12:00", "2026-12-24 12:00" })
        {
            story.Look(day).State.ShouldBe(SlaState.Breached);
            story.Look(day).Targets.Single().Remaining.ShouldBe(Hours(-2));
            story.Look(day).DueAt.ShouldBeNull();
        }

        story.Moves("2026-12-28 08:00", TicketStatus.InProgress).Look("2026-12-28 09:00").Targets.Single().Remaining.ShouldBe(Hours(-3));
    }

    [Fact]
    public void The_ticket_is_due_at_the_nearest_of_the_targets_that_run()
    {
        var story = Story.Opened("2026-11-23 09:00");

        story.Look("2026-11-23 09:00").DueAt.ShouldBe(At("2026-11-23 11:00"));
        story.Staff("2026-11-23 09:30").Look("2026-11-23 09:30").DueAt.ShouldBe(At("2026-11-24 09:00"));
        story.Staff("2026-11-23 09:30").Customer("2026-11-23 10:00").Look("2026-11-23 10:00").DueAt.ShouldBe(At("2026-11-23 14:00"));
        story.Staff("2026-11-23 09:30").Customer("2026-11-23 10:00").Moves("2026-11-23 10:00", TicketStatus.WaitingOnCustomer)
            .Look("2026-11-23 11:00").DueAt.ShouldBe(At("2026-11-23 14:00"));
    }

    [Fact]
    public void What_was_missed_once_stays_missed_though_all_else_goes_well()
    {
        var answeredLate = Story.Opened("2026-11-23 09:00").Acted("2026-11-23 11:00").Staff("2026-11-23 12:00");
        var secondWait = Story.Opened("2026-11-23 09:00").Staff("2026-11-23 09:30").Customer("2026-11-23 10:00").Acted("2026-11-23 14:00")
            .Staff("2026-11-23 15:00")
            .Customer("2026-11-23 15:30").Staff("2026-11-23 15:45");

        answeredLate.Look("2026-11-23 12:00").State.ShouldBe(SlaState.Breached);
        answeredLate.Moves("2026-11-23 13:00", TicketStatus.Resolved).Look("2026-11-23 13:00").State.ShouldBe(SlaState.Breached);
        secondWait.Look("2026-11-23 16:00").State.ShouldBe(SlaState.Breached);
        secondWait.Look(SlaTarget.NextResponse, "2026-11-23 16:00")!.Verdict.ShouldBe(new SlaVerdict.Settled(Met: true));
    }

    [Fact]
    public void Each_wait_is_warned_of_and_missed_for_itself()
    {
        var first = Story.Opened("2026-11-23 08:00").Staff("2026-11-23 08:30").Customer("2026-11-23 09:00").Acted("2026-11-23 13:30").Staff(
            "2026-11-23 13:45");
        var second = first.Customer("2026-11-24 08:00");

        second.Look("2026-11-24 12:00").Owed.Where(moment => moment.Target == SlaTarget.NextResponse)
            .ShouldBe([new(SlaTarget.NextResponse, 2, "80", At("2026-11-24 11:12")), new(
                SlaTarget.NextResponse, 2, null, At("2026-11-24 12:00"))]);
    }

    [Fact]
    public void A_breach_is_owed_once_though_a_change_of_priority_moves_the_due_time()
    {
        var story = Story.Opened("2026-11-23 09:00", ResolutionOnly).Acted("2026-11-24 09:00").Prioritised(
            "2026-11-24 09:00", Priority.Urgent);

        story.Look("2026-11-24 09:00").DueAt.ShouldBe(At("2026-11-23 11:00"));
        story.Look("2026-11-24 09:00").Owed.ShouldBeEmpty();
        story.Prioritised("2026-11-24 10:00", Priority.Medium).Look("2026-11-30 09:00").Owed.ShouldBeEmpty();
    }

    [Fact]
    public void Steps_before_and_after_due_go_by_the_clock_on_the_wall()
    {
        var policy = ResolutionOnly with
        {
            Steps =
            [
                new("hour-before", null, new EscalationPoint.Offset(-Hours(1)), [new EscalationAction.AddTag("bald")]),
                new("day-before", null, new EscalationPoint.Offset(-Hours(48)), [new EscalationAction.AddTag("früh")]),
                new("two-hours-after", SlaTarget.Resolution, new EscalationPoint.Offset(Hours(2)), [new EscalationAction.AddTag("spät")]),
                new("half-more", null, new EscalationPoint.Share(15_000), [new EscalationAction.AddTag("sehr-spät")]),
                new("of-another", SlaTarget.FirstResponse, new EscalationPoint.Offset(Hours(2)), [new EscalationAction.AddTag("nie")]),
            ],
        };

        // Due on Tuesday at 09:00: an hour before is 08:00; two days before would be before the opening, so it is the opening.
        Story.Opened("2026-11-23 09:00", policy).Look("2026-11-24 17:00").Owed.Select(moment => (moment.Step, moment.At)).ShouldBe(
        [
            ("day-before", At("2026-11-23 09:00")),
            ("hour-before", At("2026-11-24 08:00")),
            (null, At("2026-11-24 09:00")),
            ("two-hours-after", At("2026-11-24 11:00")),
            ("half-more", At("2026-11-24 13:30")),
        ]);
    }

    [Fact]
    public void A_breach_comes_before_a_step_of_the_same_moment()
    {
        var policy = ResolutionOnly
            with
        { Steps = [new("due", null, new EscalationPoint.Share(10_000), [new EscalationAction.AddTag("fällig")])] };

        Story.Opened("2026-11-23 09:00", policy).Look("2026-11-24 09:00").Owed.Select(moment => moment.Step).ShouldBe([null, "due"]);
    }

    [Fact]
    public void What_lies_in_the_present_pause_does_not_come()
    {
        var policy = ResolutionOnly
            with
        { Steps = [new("after", null, new EscalationPoint.Offset(Hours(2)), [new EscalationAction.AddTag("spät")])] };
        var paused = Story.Opened("2026-11-23 09:00", policy).Acted("2026-11-24 09:00").Moves(
            "2026-11-24 10:00", TicketStatus.WaitingOnCustomer);

        paused.Look("2026-11-24 15:00").Owed.ShouldBeEmpty();
        paused.Moves("2026-11-25 08:00", TicketStatus.InProgress).Look("2026-11-25 08:00").Owed.Select(moment => moment.At).ShouldBe(
            [At("2026-11-24 11:00")]);
    }

    [Fact]
    public void A_target_that_never_comes_due_says_so()
    {
        var never = (Office with { Windows = [] }).With(Half("2020-06-02", "08:00", "12:00")).Compiled(Story.OfficeHours);
        var story = Story.Opened("2026-11-23 09:00", ResolutionOnly)
            with
        { Rules = new SlaRules([Story.Book(ResolutionOnly)], [never, Story.Calendars[1]]) };

        var look = story.Look("2026-11-23 10:00");

        (look.State, look.DueAt, look.NextLook).ShouldBe((SlaState.OnTrack, null, null));
        story.Explain(SlaTarget.Resolution, "2026-11-23 10:00").Segments.ShouldAllBe(segment => !segment.Counts);
    }

    [Theory]
    [InlineData(Priority.Urgent, "2026-11-21 13:00")]
    [InlineData(Priority.High, "2026-11-22 09:00")]
    [InlineData(Priority.Medium, "2026-11-24 09:00")]
    [InlineData(Priority.Low, "2026-11-28 09:00")]
    public void A_tenant_starts_with_4_24_and_72_hours_and_a_week_in_calendar_time(Priority priority, string due)
    {
        // A Saturday.
        var fields = Story.Medium with { Priority = priority };
        var story = Story.Start("2026-11-21 09:00", SlaRules.Seeded, fields)
            .Then("2026-11-21 09:00", new SlaFact.PolicyApplied(SlaTerms.Of(SlaPolicyBook.Seeded, fields, new Dictionary<Guid, int>())));

        story.Look("2026-11-21 09:00").DueAt.ShouldBe(At(due));
    }
}
