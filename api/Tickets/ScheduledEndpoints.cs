using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Markup;
using Helpdesk.Contracts.Tickets;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Tickets;

/// <summary>Answers that leave later. For staff: until its moment a customer does not learn that there is one.</summary>
internal static class ScheduledEndpoints
{
    public static RouteGroupBuilder MapScheduled(this RouteGroupBuilder tenant)
    {
        var scheduled = tenant.MapGroup("/tickets/{id}/scheduled").WithTags("Tickets").Refuses(AccessErrors.StaffOnly);
        scheduled.MapGet("", List).Named("ListScheduledAnswers").Answers<ScheduledListResponse>();
        scheduled.MapDelete("/{answer}", TakeBack).Named("TakeBackScheduledAnswer").Removes();
        scheduled.MapPost("/{answer}/move", Move).Named("MoveScheduledAnswer").Changes<ScheduledListResponse>()
            .Refuses(TicketErrors.AuthorOnly, TicketErrors.Closed, TicketErrors.Merged);
        scheduled.MapPost("/{answer}/send", Send).Named("SendScheduledAnswer").Changes<CommentResponse>()
            .Refuses(TicketErrors.AuthorOnly, TicketErrors.Closed, TicketErrors.Merged, Domain.Attachments.AttachmentErrors.TooMany);
        return tenant;
    }

    private static async Task<IResult> List(string id, Ask ask)
    {
        var asked = await ask.Grain<ITicketGrain>(Paths.Id(id)).Read(ask.Caller, 0, ask.Aborted);
        if (asked.Refused(out var refusal, out var read))
            return Problems.Of(refusal);
        return read.View.IsWhole ? Json.Ok(ScheduledListResponse.Of(read.View)) : Problems.Of(AccessErrors.StaffOnly);
    }

    private static async Task<IResult> TakeBack(string id, string answer, Command command)
    {
        var act = await command.Grain<ITicketGrain>(Paths.Id(id)).TakeBackScheduled(
            command.Caller, command.Id, Paths.Id(answer), command.Aborted);
        if (act.Refused(out var refusal, out var done))
            return Problems.Of(refusal);
        Replay.Mark(command.Context, done.Replayed);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> Move(string id, string answer, Body<MoveScheduledRequest> body, Command command)
    {
        var act = await command.Grain<ITicketGrain>(Paths.Id(id)).MoveScheduled(
            command.Caller, command.Id, new(Paths.Id(answer), Instant.FromDateTimeOffset(Http.Required.Value(body.Value.SendAt))),
            command.Aborted);
        if (act.Refused(out var refusal, out var done))
            return Problems.Of(refusal);
        Replay.Mark(command.Context, done.Replayed);
        command.Context.Response.SetETag(done.View.Ticket.Version);
        return Json.Ok(ScheduledListResponse.Of(done.View));
    }

    private static async Task<IResult> Send(string id, string answer, Command command)
    {
        var act = await command.Grain<ITicketGrain>(Paths.Id(id)).SendScheduled(
            command.Caller, command.Id, Paths.Id(answer), command.Aborted);
        if (act.Refused(out var refusal, out var done))
            return Problems.Of(refusal);
        Replay.Mark(command.Context, done.Replayed);
        command.Context.Response.SetETag(done.View.Ticket.Version);
        var files = await Attachments.FileViews.OfComments(command.Context, [done.Comment!]);
        return Json.Ok(CommentResponse.Of(done.Comment!) with
        {
            Attachments = [.. files.Where(file => file.Comment == done.Comment!.Comment.Id)],
        });
    }
}

/// <param name="SendAt">In the future, at most 90 days (inclusive) ahead.</param>
public sealed record MoveScheduledRequest([Required] DateTimeOffset? SendAt = null);

/// <param name="Items">Those that wait for their moment, and those that were held back, in the order in which they were written.</param>
public sealed record ScheduledListResponse(IReadOnlyList<ScheduledAnswerResponse> Items)
{
    internal static ScheduledListResponse Of(TicketView view) =>
        new([.. view.Ticket.Scheduled.Select(answer => ScheduledAnswerResponse.Of(view.Id, answer))]);
}

/// <summary>A public comment that leaves later.</summary>
public sealed record ScheduledAnswerResponse
{
    /// <summary>Also of the comment that it becomes.</summary>
    public required Guid Id { get; init; }
    public required Guid Ticket { get; init; }
    public required string Body { get; init; }

    /// <summary>As `html` of the comment will be.</summary>
    public required string Html { get; init; }

    /// <summary>Account id; the comment will be theirs.</summary>
    public required Guid Author { get; init; }

    /// <summary>`held_back`: it does not leave by itself any more. Its author can move it, send it at once, or take it back.</summary>
    public required ScheduledState State { get; init; }

    /// <summary>Why it was held back; null: it was not.</summary>
    public required HeldBecause? HeldBecause { get; init; }

    /// <summary>The customer wrote since it was scheduled or moved: at its moment it will be held back.</summary>
    public required bool CustomerWrote { get; init; }

    /// <summary>It leaves at this moment or within a minute after it.</summary>
    public required DateTimeOffset SendAt { get; init; }
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>How many files come along; they are attached when it leaves.</summary>
    public required int AttachmentCount { get; init; }

    internal static ScheduledAnswerResponse Of(TicketId ticket, ScheduledAnswer answer) => new()
    {
        Id = answer.Id,
        Ticket = ticket.Value,
        Body = answer.Body,
        Html = MarkupText.Html(answer.Body),
        Author = answer.By.Value,
        State = answer.Held is null ? ScheduledState.Scheduled : ScheduledState.HeldBack,
        HeldBecause = answer.Held,
        CustomerWrote = answer.IsOvertaken,
        SendAt = answer.SendAt.ToDateTimeOffset(),
        WrittenAt = answer.WrittenAt.ToDateTimeOffset(),
        AttachmentCount = answer.Attachments.Length,
    };
}

public enum ScheduledState
{
    Scheduled,
    HeldBack,
}

internal sealed class ScheduledExamples : IExamples
{
    private static readonly ScheduledAnswerResponse Example = new()
    {
        Id = new("0198c0de-7a11-7000-8000-0000000000d2"),
        Ticket = new("0198c0de-7a11-7000-8000-00000000002a"),
        Body = "Der Techniker kommt heute zwischen 9 und 11 Uhr.",
        Html = "<p>Der Techniker kommt heute zwischen 9 und 11 Uhr.</p>",
        Author = new("0198c0de-7a11-7000-8000-0000000000a1"),
        State = ScheduledState.Scheduled,
        HeldBecause = null,
        CustomerWrote = false,
        SendAt = new(2999, 11, 19, 7, 0, 0, TimeSpan.Zero),
        WrittenAt = new(2026, 11, 18, 16, 40, 0, TimeSpan.Zero),
        AttachmentCount = 0,
    };

    public IEnumerable<object> All => [new MoveScheduledRequest(Example.SendAt), Example, new ScheduledListResponse([Example])];
}
