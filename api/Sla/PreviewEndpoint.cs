using System.ComponentModel.DataAnnotations;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Sla.Calendars;

namespace Helpdesk.Api.Sla;

/// <summary>
/// Opened then: due when, and why? Either with a target and perhaps a calendar of the request's own, or with what is saved.
/// </summary>
/// <param name="Target">ISO 8601 duration; with it the saved policies are not asked.</param>
/// <param name="Calendar">With <paramref name="Target"/>; left out: 24/7.</param>
/// <param name="Pauses">Stretches in which nothing counts.</param>
/// <param name="Category">Without <paramref name="Target"/>; a word as tickets take it.</param>
/// <param name="Priority">Without <paramref name="Target"/>. Default <c>medium</c>.</param>
/// <param name="Queue">As <paramref name="Category"/>.</param>
public sealed record PreviewRequest(
    [Required] DateTimeOffset? OpenedAt = null, [Length] string? Target = null, CalendarBody? Calendar = null,
    IReadOnlyList<PauseSpanBody>? Pauses = null,
    [ListKey] string? Category = null, Priority? Priority = null, [ListKey] string? Queue = null, string? RequesterGroup = null) : IJudged
{
    IEnumerable<FieldError?> IJudged.Faults(HttpContext context)
    {
        if (Target is not null && ((Category ?? Queue ?? RequesterGroup) is not null || Priority is not null))
            yield return FieldCode.WithSaved.At("/target");
        foreach (var fault in SlaPreview.Faults(Opened, target: null, Spans))
            yield return fault;
        if (Calendar is null)
            yield break;
        if (Target is null)
            yield return FieldCode.WithoutTarget.At("/calendar").With("/target");
        foreach (var fault in CalendarReading.Faults(Calendar, "/calendar", PreviewEndpoint.Nameless))
            yield return fault;
    }

    internal Instant Opened => Instant.FromDateTimeOffset(Http.Required.Value(OpenedAt));

    internal IReadOnlyList<PauseSpan> Spans => [.. (Pauses ?? []).Select(pause => new PauseSpan(
        Instant.FromDateTimeOffset(Http.Required.Value(pause.From)), Instant.FromDateTimeOffset(Http.Required.Value(pause.To))))];
}

/// <summary>A duration that may be promised, such as <c>PT8H</c>.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class LengthAttribute : Attribute, IMemberRule
{
    public FieldError? Fault(string value, string pointer) =>
        SlaDuration.Parse(value) is { } length ? SlaPolicyChecks.OfTarget(length, pointer) : PolicyReading.NotADuration(pointer);
}

/// <param name="To">Exclusive.</param>
public sealed record PauseSpanBody([Required] DateTimeOffset? From = null, [Required] DateTimeOffset? To = null);

/// <param name="DueAt">The nearest of the targets; <c>null</c>: the policy promises nothing.</param>
/// <param name="Segments">From the opening to due, in order and without gaps; those that count sum exactly to the target.</param>
/// <param name="Policy">Which saved policy won; <c>null</c> when a target was sent.</param>
/// <param name="Targets">Each target of that policy.</param>
public sealed record PreviewResponse(
    DateTimeOffset? DueAt, IReadOnlyList<SegmentResponse> Segments, string? Policy, string? Why,
    IReadOnlyList<PreviewTargetResponse> Targets,
    string ZoneData);

public sealed record PreviewTargetResponse(SlaTarget Target, string Within, DateTimeOffset? DueAt, IReadOnlyList<SegmentResponse> Segments);

/// <param name="To">Exclusive.</param>
/// <param name="Note">Name of the holiday or special day.</param>
public sealed record SegmentResponse(DateTimeOffset From, DateTimeOffset To, bool Counts, SegmentReason Reason, string? Note)
{
    internal static SegmentResponse Of(SlaSegment segment) =>
        new(segment.From.ToDateTimeOffset(), segment.To.ToDateTimeOffset(), segment.Counts, segment.Reason, segment.Note);
}

internal static class PreviewEndpoint
{
    // The calendar of a request is kept nowhere.
    public const string Nameless = "preview";

    public static async Task<IResult> Preview(Body<PreviewRequest> body, Ask ask, ISlaSituations situations)
    {
        var request = body.Value;
        var (opened, pauses) = (request.Opened, request.Spans);
        var answer = request.Target is null ? await OfSaved(request, opened, pauses, ask, situations)
            : OfInline(request, opened, pauses);
        return answer.Refused(out var why, out var preview) ? Problems.Of(why) : Json.Ok(preview);
    }

    private static Result<PreviewResponse> OfInline(PreviewRequest request, Instant opened, IReadOnlyList<PauseSpan> pauses)
    {
        var target = SlaDuration.Parse(request.Target)!.Value;
        var calendar = request.Calendar is { } own ? Compile(own) : BusinessCalendar.AlwaysOpen;
        return calendar.Then(open => SlaPreview.Of(opened, target, open, pauses)).Select(forecast => new PreviewResponse(
            forecast.DueAt.ToDateTimeOffset(), [.. forecast.Segments.Select(SegmentResponse.Of)], null, null, [], forecast.ZoneData));
    }

    private static async Task<Result<PreviewResponse>> OfSaved(
        PreviewRequest request, Instant opened, IReadOnlyList<PauseSpan> pauses, Ask ask, ISlaSituations situations)
    {
        var situation = await situations.For(ask.Caller.Tenant, null, ask.Aborted);
        var fields = new SlaFields(request.Priority ?? Priority.Medium, request.Category, request.Queue, request.RequesterGroup);
        return SlaPreview.Of(opened, fields, situation.Book, situation.Calendars, pauses).Select(promise =>
        {
            var targets = promise.Targets.Select(target => new PreviewTargetResponse(
                target.Standing.Target, SlaDuration.Format(target.Standing.Objective.Within), target.Standing.DueAt?.ToDateTimeOffset(),
                [.. target.Segments.Select(SegmentResponse.Of)])).ToList();
            var nearest = targets.Where(target => target.DueAt is not null).MinBy(target => target.DueAt);
            return new PreviewResponse(
                promise.DueAt?.ToDateTimeOffset(), nearest?.Segments ?? [], promise.Policy.Name, promise.Why, targets,
                promise.Targets.Count > 0 ? promise.Targets[0].ZoneData : TimeZones.Version);
        });
    }

    private static Result<BusinessCalendar> Compile(CalendarBody body) =>
        BusinessCalendar.Compile(CalendarReading.Read(body, "/calendar", Nameless), pointer: "/calendar");

}
