using Helpdesk.Api.Attachments;
using Helpdesk.Api.Tenancy;
using Helpdesk.Contracts.Tickets;
using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Tickets;
using Microsoft.Net.Http.Headers;

namespace Helpdesk.Api.Tickets;

/// <summary>The main job: a ticket from opening to close.</summary>
internal static class TicketEndpoints
{
    public static RouteGroupBuilder MapTickets(this RouteGroupBuilder tenant)
    {
        var tickets = tenant.MapGroup("/tickets").WithTags("Tickets");
        tickets.MapPost("", Open).Named("OpenTicket").Creates<TicketResponse>().Refuses(AccessErrors.StaffOnly);
        tickets.MapGet("/{id}", Read).Named("ReadTicket").Takes(Comments).AnswersVersion<TicketResponse>();
        tickets.MapPatch("/{id}", Change).Named("ChangeTicket").Changes<TicketResponse>(IfMatchUse.Required).Refuses(OfChanges);
        tickets.MapPut("/{id}", Replace).Named("ReplaceTicket").Changes<TicketResponse>(IfMatchUse.Required).Refuses(OfChanges);
        tickets.MapDelete("/{id}", Delete).Named("DeleteTicket").Removes(IfMatchUse.Optional)
            .Refuses(AccessErrors.AdminOnly, TicketErrors.HasMerged);
        tickets.MapPost("/{id}/comments", Comment).Named("CommentOnTicket").Creates<CommentResponse>()
            .Takes(CommentPreview.Parameter).Answers<RecipientsResponse>()
            .Answers<ScheduledAnswerResponse, RouteHandlerBuilder>(
                StatusCodes.Status202Accepted, HeaderNames.ETag, Idempotency.ReplayedHeader)
            .Refuses(AccessErrors.StaffOnly, TicketErrors.Closed, TicketErrors.Merged, TicketErrors.NewerComment,
                TicketErrors.TooManyScheduled);
        tickets.MapPost("/{id}/close", Close).Named("CloseTicket").Changes<TicketResponse>(IfMatchUse.Optional)
            .Refuses(AccessErrors.StaffOnly, TicketErrors.AlreadyClosed, TicketErrors.Merged, TicketErrors.TransitionNotAllowed);
        tickets.MapPost("/{id}/confirm", Confirm).Named("ConfirmTicket").Changes<TicketResponse>()
            .Refuses(TicketErrors.RequesterOnly, TicketErrors.AlreadyClosed, TicketErrors.AlreadyConfirmed, TicketErrors.Merged);
        tickets.MapPost("/{id}/reopen", Reopen).Named("ReopenTicket").Changes<TicketResponse>()
            .Refuses(TicketErrors.Merged, TicketErrors.NotOver);
        tickets.MapPost("/{id}/reopen/decline", DeclineReopen).Named("DeclineReopen").Changes<TicketResponse>()
            .Refuses(AccessErrors.StaffOnly, TicketErrors.Merged, TicketErrors.ReopenNotRequested);
        tickets.MapPost("/{id}/merge", Merge).Named("MergeTicket").Changes<TicketResponse>(IfMatchUse.Optional)
            .Refuses(TicketErrors.MergeCycle, TicketErrors.LinkRing, TicketErrors.TooManyLinks,
                AccessErrors.StaffOnly, TicketErrors.Closed, TicketErrors.HasMerged, TicketErrors.Merged,
                TicketErrors.TooManyMerged);
        tickets.MapDelete("/{id}/merge", Unmerge).Named("UnmergeTicket").Changes<TicketResponse>()
            .Refuses(AccessErrors.StaffOnly, TicketErrors.NotMerged);
        tickets.MapPost("/{id}/links", Link).Named("LinkTicket").Changes<TicketResponse>()
            .Refuses(TicketErrors.AlreadyLinked, AccessErrors.StaffOnly, TicketErrors.LinkRing, TicketErrors.LinksContradict,
                TicketErrors.TooManyLinks);
        tickets.MapDelete("/{id}/links/{kind}/{other}", Unlink).Named("UnlinkTicket").Changes<TicketResponse>()
            .Refuses(TicketErrors.NotLinked, AccessErrors.StaffOnly);
        tickets.MapPut("/{id}/tags/{tag}", Tag).Named("TagTicket").Changes<TicketResponse>(IfMatchUse.Optional)
            .Refuses(InputErrors.Invalid, AccessErrors.StaffOnly, TicketErrors.TooManyTags);
        tickets.MapDelete("/{id}/tags/{tag}", Untag).Named("UntagTicket").Changes<TicketResponse>(IfMatchUse.Optional)
            .Refuses(InputErrors.Invalid, AccessErrors.StaffOnly);
        return tickets;
    }

    private const string Collection = "/tickets/";

    private static readonly QueryParameter Comments = QueryParameter.PageSize(
        "comments", "How many comments come along, from the oldest on.");

    private static readonly Error[] OfChanges =
    [
        TicketErrors.AssigneeRequired, AccessErrors.StaffOnly, TicketErrors.AlreadyClosed, TicketErrors.Closed, TicketErrors.Merged,
        TicketErrors.TransitionNotAllowed,
    ];

    private static async Task<IResult> Open(Body<OpenTicketRequest> body, Command command)
    {
        var (id, request) = (new TicketId(command.Context.NewId()), body.Value);
        var opening = request.ToDomain(
            command.Caller, request.Contact(command.Context), FileViews.Uploads(command.Context, request.Attachments));
        var answer = await command.Grain<ITicketIntakeGrain>().Open(command.Caller, command.Id, id, opening, command.Aborted);
        return answer.Refusal is { } refusal ? Problems.Of(refusal) : await Created(command.Context, answer.Value);
    }

    private static async Task<IResult> Read(
        string id, Ask ask, IMemberDirectory members, ITicketReads reads, ITicketMutes mutes, Cursors cursors)
    {
        var query = new QueryReader(ask.Context.Request);
        var limit = query.Limit(Comments.Name);
        query.Done();

        var asked = await ask.Grain<ITicketGrain>(Paths.Id(id)).Read(ask.Caller, limit, ask.Aborted);
        if (asked.Refused(out var refusal, out var read))
            return Problems.Of(refusal);

        var (ticket, member) = (read.View.Ticket, ask.Caller.ToMember());
        ask.Context.Response.SetETag(ticket.Version);
        var files = await FileViews.Of(ask.Context, read.View.Id, ticket);
        var comments = CommentEndpoints.Page(ask.Context, cursors, read.View.Id, read.Comments).With(files);
        return Json.Ok(TicketResponse.Of(read.View, AskedLanguage.IsGerman(ask.Context), comments) with
        {
            Attachments = [.. files.Where(file => file.Comment is null)],
            Unread = (await reads.Of(member, read.View.Id, ask.Aborted))?.IsUnread,
            Muted = await mutes.Of(member, read.View.Id, ask.Aborted),
            People = await TicketPeople.Named(member, ticket, read.Comments, members, ask.Aborted),
            Scheduled = member.IsStaff ? ScheduledListResponse.Of(read.View).Items : null,
        });
    }

    private static Task<IResult> Change(string id, Body<ChangeTicketRequest> body, Command command) =>
        Revise(id, command, body.Value.ToDomain(command.Caller));

    private static Task<IResult> Replace(string id, Body<ReplaceTicketRequest> body, Command command) =>
        Revise(id, command, body.Value.ToDomain(command.Caller));

    private static Task<IResult> Revise(string id, Command command, ChangeTicket change) =>
        Changed(command, Ticket(id, command).Change(command.Caller, command.Id, change, command.Version, command.Aborted));

    private static async Task<IResult> Delete(string id, Command command)
    {
        var answer = await Pair(command).Delete(command.Caller, command.Id, Paths.Ticket(id), command.Version, command.Aborted);
        if (answer.Refusal is { } refusal)
            return Problems.Of(refusal);

        Replay.Mark(command.Context, answer.Value.Replayed);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> Comment(string id, Body<AddCommentRequest> body, Command command, CommentPreview preview)
    {
        var query = new QueryReader(command.Context.Request);
        var isPreview = query.OneOf(CommentPreview.Parameter) is not null;
        query.Done();
        var said = body.Value.ToDomain(command.Context);
        var commandId = isPreview ? command.Id.Rehearsal() : command.Id;
        var answer = await Ticket(id, command).Comment(command.Caller, commandId, said, command.Aborted);
        if (answer.Refusal is { } refusal)
            return await CommentEndpoints.Refused(command, Paths.Ticket(id), said, refusal);
        if (isPreview)
            return await preview.Show(command.Context, command.Caller, answer.Value.View.Id, said.Visibility);

        Replay.Mark(command.Context, answer.Value.Replayed);
        command.Context.Response.SetETag(answer.Value.View.Ticket.Version);
        if (answer.Value.Scheduled is { } later)
            return Json.Answer(ScheduledAnswerResponse.Of(answer.Value.View.Id, later), StatusCodes.Status202Accepted);
        var path = command.Context.Request.Path.Value!;
        var written = answer.Value.Comment!;
        return Json.Created($"{path[..(path.LastIndexOf(Collection, StringComparison.OrdinalIgnoreCase) + Collection.Length)]}"
            + $"{written.Ticket}/comments/{written.Comment.Id:D}", CommentResponse.Of(written) with
            {
                Attachments = await Files(command.Context, answer.Value, written.Comment.Id),
            });
    }

    private static Task<IResult> Close(string id, Body<CloseTicketRequest> body, Command command) =>
        Changed(command, Ticket(id, command).Close(
            command.Caller, command.Id, body.Value.ResolutionText, command.Version, command.Aborted));

    private static Task<IResult> Confirm(string id, Body<ConfirmTicketRequest> body, Command command) =>
        Changed(command, Ticket(id, command).Confirm(command.Caller, command.Id, body.Value.Comment, command.Aborted));

    private static Task<IResult> Reopen(string id, Body<ReopenTicketRequest> body, Command command) =>
        Changed(command, Ticket(id, command).Reopen(command.Caller, command.Id, body.Value.Reason, command.Aborted));

    private static Task<IResult> DeclineReopen(string id, Body<DeclineReopenRequest> body, Command command) =>
        Changed(command, Ticket(id, command).DeclineReopen(command.Caller, command.Id, body.Value.Reason ?? "", command.Aborted));

    private static async Task<IResult> Merge(string id, Body<MergeTicketRequest> body, Command command)
    {
        var (source, named) = (Paths.Ticket(id), await TicketNumbers.Read(command.Context, body.Value.Target, "/target"));
        return named.Refused(out var why, out var target)
            ? Problems.Of(why)
            : await Changed(command, Pair(command).Merge(command.Caller, command.Id, source, target, command.Version, command.Aborted));
    }

    private static Task<IResult> Unmerge(string id, Command command) =>
        Changed(command, Pair(command).Unmerge(command.Caller, command.Id, Paths.Ticket(id), command.Aborted));

    private static async Task<IResult> Link(string id, Body<LinkTicketRequest> body, Command command)
    {
        var (ticket, named) = (Paths.Ticket(id), await TicketNumbers.Read(command.Context, body.Value.Ticket, "/ticket"));
        return named.Refused(out var why, out var other)
            ? Problems.Of(why)
            : await Changed(command, Pair(command).Link(
                command.Caller, command.Id, ticket, other, body.Value.Kind ?? LinkKind.RelatesTo, command.Aborted));
    }

    private static Task<IResult> Unlink(string id, [PathWord<LinkKind>] string kind, string other, Command command)
    {
        var (ticket, linked, word) = (Paths.Ticket(id), Paths.Ticket(other), Paths.Word<LinkKind>(kind));
        return Changed(command, Pair(command).Unlink(command.Caller, command.Id, ticket, linked, word, command.Aborted));
    }

    private static Task<IResult> Tag(string id, [PathValue("drucker", Pattern = TicketKeys.Pattern)] string tag, Command command) =>
        Changed(command, Ticket(id, command).Tag(command.Caller, command.Id, tag, command.Version, command.Aborted));

    private static Task<IResult> Untag(string id, [PathValue("drucker", Pattern = TicketKeys.Pattern)] string tag, Command command) =>
        Changed(command, Ticket(id, command).Untag(command.Caller, command.Id, tag, command.Version, command.Aborted));

    private static ITicketGrain Ticket(string id, Command command) => command.Grain<ITicketGrain>(Paths.Id(id));

    private static ITicketPairGrain Pair(Command command) => command.Grain<ITicketPairGrain>();

    // Those that came with this act; who brings none costs no question.
    private static async ValueTask<IReadOnlyList<AttachmentResponse>> Files(HttpContext context, TicketOutcome outcome, Guid? comment) =>
        outcome.Files.IsEmpty ? []
            : [.. (await FileViews.Of(context, outcome.View.Id, outcome.View.Ticket)).Where(file => file.Comment == comment)];

    private static async Task<IResult> Created(HttpContext context, TicketOutcome outcome)
    {
        Replay.Mark(context, outcome.Replayed);
        context.Response.SetETag(outcome.View.Ticket.Version);
        var shown = TicketResponse.Of(outcome.View, AskedLanguage.IsGerman(context));
        return Json.Created($"{context.Request.Path}/{outcome.View.Id}", shown with
        {
            Attachments = await Files(context, outcome, comment: null),
        });
    }

    internal static async Task<IResult> Changed(Command command, Task<Result<TicketOutcome>> act)
    {
        var answer = await act;
        if (answer.Refusal is { } refusal)
            return Problems.Of(refusal);

        Replay.Mark(command.Context, answer.Value.Replayed);
        command.Context.Response.SetETag(answer.Value.View.Ticket.Version);
        return Json.Ok(TicketResponse.Of(answer.Value.View, AskedLanguage.IsGerman(command.Context)));
    }
}
