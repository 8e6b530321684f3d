using static Helpdesk.Domain.Tests.Sla.Given;

namespace Helpdesk.Domain.Tests.Sla;

/// <summary>Every due time can be added up by hand.</summary>
public sealed class SlaExplanationTests
{
    [Fact]
    public void Every_stretch_is_named_with_its_reason()
    {
        // Thursday before Good Friday; the office is in Bavaria.
        var explained = Story.Opened("2026-04-02 15:00").Staff("2026-04-02 15:00")
            .Moves("2026-04-02 16:00", TicketStatus.WaitingOnCustomer).Moves("2026-04-07 10:00", TicketStatus.InProgress)
            .Moves("2026-04-07 11:00", TicketStatus.Resolved).Moves("2026-04-08 09:00", TicketStatus.InProgress)
            .Explain(SlaTarget.Resolution, "2026-04-08 10:00");

        Lines(explained).ShouldBe(
        [
            "04-02 15:00 counts 1:00 Running",
            "04-02 16:00 Paused",
            "04-07 10:00 counts 1:00 Running",
            "04-07 11:00 Resolved",
            "04-08 09:00 counts 7:00 Running",
        ]);
        explained.Standing.DueAt.ShouldBe(At("2026-04-08 16:00"));
    }

    [Fact]
    public void Nights_weekends_and_holidays_are_told_apart()
    {
        var explained = Story.Opened("2026-04-02 15:00").Explain(SlaTarget.Resolution, "2026-04-02 15:00");

        Lines(explained).ShouldBe(
        [
            "04-02 15:00 counts 2:00 Running",
            "04-02 17:00 OutsideHours",
            "04-03 00:00 Holiday Karfreitag",
            "04-04 00:00 OutsideHours",
            "04-06 00:00 Holiday Ostermontag",
            "04-07 00:00 OutsideHours",
            "04-07 08:00 counts 7:00 Running",
        ]);
    }

    [Fact]
    public void It_says_by_which_policy_calendar_and_zone_data_and_why()
    {
        var explained = Story.Opened("2026-11-23 09:00").Explain(SlaTarget.Resolution, "2026-11-23 09:00");

        explained.Policy.Name.ShouldBe("Bürodienst");
        (explained.Terms.Book, explained.Terms.Why).ShouldBe((5, "'Bürodienst' (1 of 1) because it holds for every ticket"));
        (explained.Calendar.Name, explained.Calendar.Zone, explained.Calendar.Origin).ShouldBe(
            ("Bürozeiten", "Europe/Berlin", Story.OfficeHours));
        explained.Segments.ShouldAllBe(segment => segment.Terms == explained.Terms && segment.Calendar == Story.OfficeHours);
        explained.ZoneData.ShouldStartWith("TZDB: 20");
    }

    [Fact]
    public void Segments_before_a_change_name_the_policy_and_calendar_of_their_time()
    {
        var seeded = new SlaFact.PolicyApplied(SlaTerms.Of(SlaPolicyBook.Seeded, Story.Medium, Story.Versions));
        var story = Story.Opened("2026-11-23 09:00").Then("2026-11-23 12:00", seeded);

        var explained = story.Explain(SlaTarget.Resolution, "2026-11-23 12:00");

        explained.Segments.Select(segment => (segment.Terms!.Book, segment.Calendar, segment.Length))
            .ShouldBe([(5, Story.OfficeHours, Hours(3)), (0, null, Hours(69))]);
    }

    [Fact]
    public void An_overdue_target_is_cut_at_its_due_time_and_explained_until_now()
    {
        var explained = Story.Opened("2026-11-23 09:00").Explain(SlaTarget.FirstResponse, "2026-11-23 12:00");

        explained.Segments.Select(segment => (segment.From, segment.To)).ShouldBe(
            [(At("2026-11-23 09:00"), At("2026-11-23 11:00")), (At("2026-11-23 11:00"), At("2026-11-23 12:00"))]);
    }

    [Fact]
    public void Random_lives_add_up()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var (story, now) = RandomLife(new Random(seed));

            foreach (var explained in SlaExplanation.Of(story.Clock, story.Rules, now))
            {
                var (standing, segments) = (explained.Standing, explained.Segments);
                var told = $"seed {seed}, {standing.Target}";

                if (segments.Count > 0)
                    segments[0].From.ShouldBe(standing.StartedAt, told);
                segments.Zip(segments.Skip(1)).ShouldAllBe(pair => pair.First.To == pair.Second.From, told);
                Sum(segments.Where(segment => segment.To <= now)).ShouldBe(Elapsed(standing, segments, now), told);
                if (standing.DueAt is { } due && segments.Count > 0 && segments[^1].To >= due)
                    Sum(segments.Where(segment => segment.To <= due)).ShouldBe(standing.Objective.Within, told);
                if (standing.EndedAt is null && standing.DueAt is not null && !standing.IsPaused)
                    segments[^1].To.ShouldBe(Instant.Max(now, standing.DueAt.Value), told);
            }
        }
    }

    // A running segment that now lies in is partly counted.
    private static Duration Elapsed(SlaStanding standing, IReadOnlyList<SlaSegment> segments, Instant now) =>
        standing.Elapsed - segments.Where(segment => segment.Counts && segment.From < now && now < segment.To)
            .Aggregate(Duration.Zero, (sum, segment) => sum + (now - segment.From));

    private static Duration Sum(IEnumerable<SlaSegment> segments) =>
        segments.Where(segment => segment.Counts).Aggregate(Duration.Zero, (sum, segment) => sum + segment.Length);

    private static (Story Story, Instant Now) RandomLife(Random random)
    {
        var books = new[] { Story.Book(Story.Policy), SlaPolicyBook.Seeded };
        var at = At("2026-03-20 09:00") + Duration.FromMinutes(random.Next(500_000));
        var story = Story.Opened("2026-03-20 09:00");
        story = new(SlaClock.Apply(null, at, new SlaFact.Opened(Story.Medium)), story.Rules, []);
        story = story.Then(at, new SlaFact.PolicyApplied(SlaTerms.Of(books[random.Next(2)], Story.Medium, Story.Versions)));
        for (var count = random.Next(15); count > 0; count--)
        {
            at += Duration.FromSeconds(random.Next(100_000));
            story = story.Then(at, random.Next(8) switch
            {
                0 => new SlaFact.CustomerCommented(),
                1 => new SlaFact.StaffCommented(random.Next(3) == 0),
                2 => new SlaFact.FieldsChanged(Story.Medium with { Priority = random.Next(2) == 0 ? Priority.Urgent : Priority.Medium }),
                3 => new SlaFact.PolicyApplied(SlaTerms.Of(books[random.Next(2)], story.Clock.Fields, Story.Versions)),
                4 when random.Next(3) == 0 => new SlaFact.Withdrawn(),
                5 => new SlaFact.Restored(TicketStatus.InProgress),
                _ => new SlaFact.StatusChanged((TicketStatus)random.Next(5)),
            });
        }

        return (story, at + Duration.FromSeconds(random.Next(200_000)));
    }

    private static IEnumerable<string> Lines(SlaExplanation explained) => explained.Segments.Select(segment =>
        ($"{segment.From.Berliner()[5..16]} {(segment.Counts ? $"counts {segment.Length.TotalHours:0}:00 " : "")}{segment.Reason} "
            + $"{segment.Note}").TrimEnd());
}
