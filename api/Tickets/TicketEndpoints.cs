using Helpdesk.Api.Access;
using Helpdesk.Api.Documentation;
using Helpdesk.Api.Http;
using Helpdesk.Contracts;
using Helpdesk.Contracts.Tickets;
using Helpdesk.Domain;
using Helpdesk.Domain.Access;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Tickets;

/// <summary>The main job: a ticket from opening to close.</summary>
internal static class TicketEndpoints
{
    public static RouteGroupBuilder MapTickets(this RouteGroupBuilder tenant)
    {
        var tickets = tenant.MapGroup("/tickets").WithTags("Tickets");
        tickets.MapPost("", Open).Named("OpenTicket").Creates<TicketResponse>().Refuses("staff-only");
        tickets.MapGet("/{id}", Read).Named("ReadTicket").Takes(Comments).AnswersVersion<TicketResponse>();
        tickets.MapPatch("/{id}", Change).Named("ChangeTicket").Changes<TicketResponse>(IfMatchUse.Required).Refuses(OfChanges);
        tickets.MapPut("/{id}", Replace).Named("ReplaceTicket").Changes<TicketResponse>(IfMatchUse.Required).Refuses(OfChanges);
        tickets.MapDelete("/{id}", Delete).Named("DeleteTicket").Removes(IfMatchUse.Optional).Refuses("admin-only", "ticket-has-merged");
        tickets.MapPost("/{id}/comments", Comment).Named("CommentOnTicket").Creates<CommentResponse>()
            .Refuses("staff-only", "ticket-closed", "ticket-merged");
        tickets.MapPost("/{id}/close", Close).Named("CloseTicket").Changes<TicketResponse>(IfMatchUse.Optional)
            .Refuses("staff-only", "ticket-already-closed", "ticket-merged", "transition-not-allowed");
        tickets.MapPost("/{id}/confirm", Confirm).Named("ConfirmTicket").Changes<TicketResponse>()
            .Refuses("requester-only", "ticket-already-closed", "ticket-already-confirmed", "ticket-merged");
        tickets.MapPost("/{id}/reopen", Reopen).Named("ReopenTicket").Changes<TicketResponse>().Refuses("ticket-merged", "ticket-not-resolved");
        tickets.MapPost("/{id}/merge", Merge).Named("MergeTicket").Changes<TicketResponse>(IfMatchUse.Optional)
            .Refuses("merge-cycle", "staff-only", "ticket-closed", "ticket-has-merged", "ticket-merged", "too-many-merged");
        tickets.MapDelete("/{id}/merge", Unmerge).Named("UnmergeTicket").Changes<TicketResponse>().Refuses("staff-only", "ticket-not-merged");
        tickets.MapPost("/{id}/links", Link).Named("LinkTicket").Changes<TicketResponse>().Refuses("already-linked", "staff-only", "too-many-links");
        tickets.MapDelete("/{id}/links/{kind}/{other}", Unlink).Named("UnlinkTicket").Changes<TicketResponse>().Refuses("not-linked", "staff-only");
        tickets.MapPut("/{id}/tags/{tag}", Tag).Named("TagTicket").Changes<TicketResponse>(IfMatchUse.Optional).Refuses("invalid", "staff-only", "too-many-tags");
        tickets.MapDelete("/{id}/tags/{tag}", Untag).Named("UntagTicket").Changes<TicketResponse>(IfMatchUse.Optional).Refuses("staff-only");
        return tickets;
    }

    private static readonly QueryParameter Comments = QueryParameter.PageSize("comments", "How many comments come along, from the oldest on.");

    private static readonly string[] OfChanges =
        ["assignee-required", "staff-only", "ticket-already-closed", "ticket-closed", "ticket-merged", "transition-not-allowed"];

    private static async Task<IResult> Open(Body<OpenTicketRequest> body, HttpContext context, IGrainFactory grains)
    {
        var (caller, request) = (context.Caller(), body.Value);
        var command = new OpenTicket(
            request.Subject ?? "", request.Description ?? "", request.Priority ?? Priority.Medium, request.Category, request.Queue, request.Team,
            request.Requester is { } requester ? new AccountId(requester) : null, Assignees.Read(request.Assignee, caller), Channel: "api");
        var intake = grains.GetGrain<ITicketIntakeGrain>(GrainKeys.Of(caller.Tenant));
        var answer = await intake.Open(caller, context.CommandId(), new(Guid.CreateVersion7()), command, context.RequestAborted);
        return answer.Refusal is { } refusal ? Problems.Of(refusal) : Created(context, answer.Value);
    }

    private static async Task<IResult> Read(string id, HttpContext context, IGrainFactory grains, Cursors cursors)
    {
        var query = new QueryReader(context.Request);
        var limit = query.Limit(Comments.Name);
        query.Done();

        var (caller, ticket) = (context.Caller(), Paths.Ticket(id));
        var answer = await Ticket(grains, caller, ticket).Read(caller, limit, context.RequestAborted);
        if (answer.Refusal is { } refusal)
            return Problems.Of(refusal);

        var (view, comments) = answer.Value;
        context.Response.SetETag(view.Ticket.Version);
        return Json.Ok(TicketResponse.Of(view, CommentEndpoints.Page(context, cursors, ticket, comments)));
    }

    private static async Task<IResult> Change(string id, Body<ChangeTicketRequest> body, HttpContext context, IGrainFactory grains)
    {
        var (caller, ticket, version, request) = (context.Caller(), Paths.Ticket(id), context.RequiredVersion(), body.Value);
        var command = new ChangeTicket
        {
            Subject = request.Subject,
            Description = request.Description,
            Priority = request.Priority,
            Category = request.Category,
            Queue = request.Queue,
            Team = request.Team,
            Assignee = request.Assignee.IsSet ? new(true, Assignees.Read(request.Assignee.Value, caller)) : default,
            Status = request.Status,
            ResolutionText = request.ResolutionText,
        };
        return Changed(context, await Ticket(grains, caller, ticket).Change(caller, context.CommandId(), command, version, context.RequestAborted));
    }

    private static async Task<IResult> Replace(string id, Body<ReplaceTicketRequest> body, HttpContext context, IGrainFactory grains)
    {
        var (caller, ticket, version) = (context.Caller(), Paths.Ticket(id), context.RequiredVersion());
        var command = caller.Role == Role.Customer ? OfCustomer(body.Value, caller) : OfStaff(body.Value, caller);
        return Changed(context, await Ticket(grains, caller, ticket).Change(caller, context.CommandId(), command, version, context.RequestAborted));
    }

    private static ChangeTicket OfStaff(ReplaceTicketRequest request, Caller caller) => new()
    {
        Subject = request.Subject ?? "",
        Description = request.Description ?? "",
        Priority = Required.Word(request.Priority, "/priority"),
        Category = request.Category,
        Queue = request.Queue,
        Team = request.Team,
        Assignee = Assignees.Read(request.Assignee, caller),
        Status = Required.Word(request.Status, "/status"),
        ResolutionText = WhenGiven(request.ResolutionText),
    };

    // What is not a customer's to change cannot be cleared by leaving it out; it may be there as it was read.
    private static ChangeTicket OfCustomer(ReplaceTicketRequest request, Caller caller) => new()
    {
        Subject = request.Subject ?? "",
        Description = request.Description ?? "",
        Priority = request.Priority ?? default(Change<Priority>),
        Category = WhenGiven(request.Category),
        Queue = WhenGiven(request.Queue),
        Team = WhenGiven(request.Team),
        Assignee = request.Assignee is null ? default : Assignees.Read(request.Assignee, caller),
        Status = request.Status ?? default(Change<TicketStatus>),
        ResolutionText = WhenGiven(request.ResolutionText),
    };

    private static async Task<IResult> Delete(string id, HttpContext context, IGrainFactory grains)
    {
        var (caller, ticket) = (context.Caller(), Paths.Ticket(id));
        var answer = await Pair(grains, caller).Delete(caller, context.CommandId(), ticket, context.Version(), context.RequestAborted);
        if (answer.Refusal is { } refusal)
            return Problems.Of(refusal);

        Replay.Mark(context, answer.Value.Replayed);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> Comment(string id, Body<AddCommentRequest> body, HttpContext context, IGrainFactory grains)
    {
        var (caller, ticket) = (context.Caller(), Paths.Ticket(id));
        var command = new AddComment(Guid.CreateVersion7(), body.Value.Body ?? "", body.Value.Visibility ?? Visibility.Public);
        var answer = await Ticket(grains, caller, ticket).Comment(caller, context.CommandId(), command, context.RequestAborted);
        if (answer.Refusal is { } refusal)
            return Problems.Of(refusal);

        Replay.Mark(context, answer.Value.Replayed);
        context.Response.SetETag(answer.Value.View.Ticket.Version);
        return Json.Created($"{context.Request.Path}/{answer.Value.Comment!.Comment.Id:D}", CommentResponse.Of(answer.Value.Comment!));
    }

    private static async Task<IResult> Close(string id, Body<CloseTicketRequest> body, HttpContext context, IGrainFactory grains)
    {
        var (caller, ticket) = (context.Caller(), Paths.Ticket(id));
        return Changed(context, await Ticket(grains, caller, ticket).Close(
            caller, context.CommandId(), body.Value.ResolutionText, context.Version(), context.RequestAborted));
    }

    private static async Task<IResult> Confirm(string id, Body<ConfirmTicketRequest> body, HttpContext context, IGrainFactory grains)
    {
        var (caller, ticket) = (context.Caller(), Paths.Ticket(id));
        return Changed(context, await Ticket(grains, caller, ticket).Confirm(caller, context.CommandId(), body.Value.Comment, context.RequestAborted));
    }

    private static async Task<IResult> Reopen(string id, Body<ReopenTicketRequest> body, HttpContext context, IGrainFactory grains)
    {
        var (caller, ticket) = (context.Caller(), Paths.Ticket(id));
        return Changed(context, await Ticket(grains, caller, ticket).Reopen(caller, context.CommandId(), body.Value.Reason, context.RequestAborted));
    }

    private static async Task<IResult> Merge(string id, Body<MergeTicketRequest> body, HttpContext context, IGrainFactory grains)
    {
        var (caller, source) = (context.Caller(), Paths.Ticket(id));
        var target = new TicketId(Required.Value(body.Value.Target, "/target"));
        return Changed(context, await Pair(grains, caller).Merge(caller, context.CommandId(), source, target, context.Version(), context.RequestAborted));
    }

    private static async Task<IResult> Unmerge(string id, HttpContext context, IGrainFactory grains)
    {
        var (caller, source) = (context.Caller(), Paths.Ticket(id));
        return Changed(context, await Pair(grains, caller).Unmerge(caller, context.CommandId(), source, context.RequestAborted));
    }

    private static async Task<IResult> Link(string id, Body<LinkTicketRequest> body, HttpContext context, IGrainFactory grains)
    {
        var (caller, ticket) = (context.Caller(), Paths.Ticket(id));
        var (other, kind) = (new TicketId(Required.Value(body.Value.Ticket, "/ticket")), body.Value.Kind ?? LinkKind.RelatesTo);
        return Changed(context, await Pair(grains, caller).Link(caller, context.CommandId(), ticket, other, kind, context.RequestAborted));
    }

    private static async Task<IResult> Unlink(string id, [PathWord<LinkKind>] string kind, string other, HttpContext context, IGrainFactory grains)
    {
        var (caller, ticket, linked, word) = (context.Caller(), Paths.Ticket(id), Paths.Ticket(other), Paths.Word<LinkKind>(kind));
        return Changed(context, await Pair(grains, caller).Unlink(caller, context.CommandId(), ticket, linked, word, context.RequestAborted));
    }

    private static async Task<IResult> Tag(string id, [PathValue("drucker", Pattern = TicketKeys.Pattern)] string tag, HttpContext context, IGrainFactory grains)
    {
        var (caller, ticket) = (context.Caller(), Paths.Ticket(id));
        return Changed(context, await Ticket(grains, caller, ticket).Tag(caller, context.CommandId(), tag, context.Version(), context.RequestAborted));
    }

    private static async Task<IResult> Untag(string id, [PathValue("drucker", Pattern = TicketKeys.Pattern)] string tag, HttpContext context, IGrainFactory grains)
    {
        var (caller, ticket) = (context.Caller(), Paths.Ticket(id));
        return Changed(context, await Ticket(grains, caller, ticket).Untag(caller, context.CommandId(), tag, context.Version(), context.RequestAborted));
    }

    private static ITicketGrain Ticket(IGrainFactory grains, Caller caller, TicketId id) =>
        grains.GetGrain<ITicketGrain>(GrainKeys.Of(caller.Tenant, id));

    private static ITicketPairGrain Pair(IGrainFactory grains, Caller caller) => grains.GetGrain<ITicketPairGrain>(GrainKeys.Of(caller.Tenant));

    private static Change<string?> WhenGiven(string? value) => value is null ? default : new(true, value);

    private static IResult Created(HttpContext context, TicketOutcome outcome)
    {
        Replay.Mark(context, outcome.Replayed);
        context.Response.SetETag(outcome.View.Ticket.Version);
        return Json.Created($"{context.Request.Path}/{outcome.View.Id}", TicketResponse.Of(outcome.View));
    }

    private static IResult Changed(HttpContext context, Result<TicketOutcome> answer)
    {
        if (answer.Refusal is { } refusal)
            return Problems.Of(refusal);

        Replay.Mark(context, answer.Value.Replayed);
        context.Response.SetETag(answer.Value.View.Ticket.Version);
        return Json.Ok(TicketResponse.Of(answer.Value.View));
    }
}
