using static Helpdesk.Domain.Tests.Sla.Given;

namespace Helpdesk.Domain.Tests.Sla;

/// <summary>Opened then: due when, and why.</summary>
public sealed class SlaPreviewTests
{
    [Fact]
    public void The_example_of_the_interface_is_due_eight_working_hours_later()
    {
        var calendar = Office.In("BY", "09761000").With(Closed("2026-12-24")).Compiled();

        var forecast = SlaPreview.Of(At("2026-03-27 16:30"), Hours(8), calendar, []).Value;

        forecast.DueAt.Berliner().ShouldBe("2026-03-30 15:30:00 +02:00");
        forecast.Segments.Select(segment => (segment.Counts, segment.Reason, segment.Length)).ShouldBe(
            [(true, SegmentReason.Running, Hours(0.5)), (false, SegmentReason.OutsideHours, Hours(62)),
                (true, SegmentReason.Running, Hours(7.5))]);
    }

    [Fact]
    public void Without_a_calendar_every_hour_counts() =>
        SlaPreview.Of(At("2026-10-24 20:00"), Hours(24), BusinessCalendar.AlwaysOpen, []).Value.DueAt.Berliner().ShouldBe(
            "2026-10-25 19:00:00 +01:00");

    [Fact]
    public void Pauses_may_overlap_and_lie_outside()
    {
        PauseSpan[] pauses =
        [
            Pause("12:00", "13:00"), Pause("07:00", "09:30"), Pause("12:30", "14:00"), Pause("16:59", "17:00"),
            new(At("2020-01-01 00:00"), At("2020-01-02 00:00")),
        ];

        var forecast = SlaPreview.Of(At("2026-11-23 09:00"), Hours(4), Office.Compiled(), pauses).Value;

        forecast.DueAt.ShouldBe(At("2026-11-23 15:30"));
        forecast.Segments.Select(segment => segment.Reason).ShouldBe(
            [SegmentReason.Paused, SegmentReason.Running, SegmentReason.Paused, SegmentReason.Running]);
    }

    [Fact]
    public void A_pause_that_begins_when_the_time_is_up_moves_nothing() =>
        SlaPreview.Of(At("2026-11-23 09:00"), Hours(3), Office.Compiled(), [Pause("12:00", "13:00")]).Value.DueAt.ShouldBe(
            At("2026-11-23 12:00"));

    [Theory]
    [InlineData("PT0S", "/target not-positive")]
    [InlineData("-PT1H", "/target not-positive")]
    [InlineData("PT876000H", "/target too-long")] // 100 years
    [InlineData("P36525D", "/target too-long")]
    [InlineData("P3653D", "/target never-due")] // ten years of working time
    public void A_target_that_nobody_could_keep_is_refused(string target, string fault)
    {
        var why = SlaPreview.Of(At("2026-11-23 09:00"), SlaDuration.Parse(target)!.Value, Office.Compiled(), []).Error;

        why.Kind.ShouldBe(ErrorKind.Invalid);
        why.Fields.Select(field => $"{field.Pointer} {field.Code}").ShouldBe([fault]);
    }

    [Fact]
    public void Moments_out_of_all_reason_are_refused()
    {
        Fault(Instant.FromUtc(1989, 12, 31, 23, 59)).ShouldBe("/opened_at out-of-range");
        Fault(Instant.FromUtc(2200, 1, 1, 0, 0)).ShouldBe("/opened_at out-of-range");
        Fault(Instant.MaxValue).ShouldBe("/opened_at out-of-range");
        SlaPreview.Of(Instant.FromUtc(2199, 12, 31, 23, 59), Duration.FromDays(3653), BusinessCalendar.AlwaysOpen, []).IsOk.ShouldBeTrue();
        SlaPreview.Of(Instant.FromUtc(2199, 12, 31, 23, 59), Hours(9), Office.Compiled(), []).IsOk.ShouldBeTrue();
        Fault(At("2026-11-23 09:00"), Pause("13:00", "13:00")).ShouldBe("/pauses/0 bad-pause");
        Fault(At("2026-11-23 09:00"), Pause("12:00", "13:00"), new(At("2026-11-23 09:00"), Instant.MaxValue)).ShouldBe(
            "/pauses/1 out-of-range");
    }

    [Fact]
    public void Stored_policies_answer_for_every_target_that_starts_with_the_opening()
    {
        var promise = SlaPreview.Of(At("2026-11-23 16:00"), Story.Medium, Story.Book(Story.Policy), Stored(), []).Value;

        (promise.Policy.Name, promise.DueAt).ShouldBe(("Bürodienst", At("2026-11-24 09:00")));
        promise.Targets.Select(target => (target.Standing.Target, target.Standing.DueAt)).ShouldBe(
            [(SlaTarget.FirstResponse, At("2026-11-24 09:00")), (SlaTarget.Resolution, At("2026-11-24 16:00"))]);
    }

    [Fact]
    public void A_pause_holds_up_what_the_policy_pauses()
    {
        var promise =
            SlaPreview.Of(At("2026-11-23 09:00"), Story.Medium, Story.Book(Story.Policy), Stored(), [Pause("10:00", "16:00")]).Value;

        promise.Targets.Select(target => target.Standing.DueAt).ShouldBe([At("2026-11-23 11:00"), At("2026-11-24 15:00")]);
    }

    [Fact]
    public void The_preview_says_what_a_real_ticket_would_be_told()
    {
        var promise = SlaPreview.Of(At("2026-11-23 09:00"), Story.Medium, Story.Book(Story.Policy), Stored(), []).Value;
        var ticket = Story.Opened("2026-11-23 09:00");

        promise.DueAt.ShouldBe(ticket.Look("2026-11-23 09:00").DueAt);
        promise.Targets.SelectMany(target => target.Segments)
            .ShouldBe(SlaExplanation.Of(ticket.Clock, ticket.Rules, At("2026-11-23 09:00")).SelectMany(explained => explained.Segments));
    }

    private static Dictionary<Guid, BusinessCalendar> Stored() => Story.Calendars.ToDictionary(calendar => calendar.Origin!.Value.Id);

    private static PauseSpan Pause(string from, string to) => new(At("2026-11-23 " + from), At("2026-11-23 " + to));

    private static string Fault(Instant openedAt, params PauseSpan[] pauses) =>
        SlaPreview.Of(openedAt, Hours(1), Office.Compiled(), pauses).Error.Fields.Select(field => $"{field.Pointer} {field.Code}").Single();
}
