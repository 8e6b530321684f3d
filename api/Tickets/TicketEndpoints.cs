using Helpdesk.Api.Access;
using Helpdesk.Api.Documentation;
using Helpdesk.Api.Http;
using Helpdesk.Contracts;
using Helpdesk.Contracts.Tickets;
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
        tickets.MapDelete("/{id}", Delete).Named("DeleteTicket").Removes(IfMatchUse.Optional).Refuses("admin-only");
        tickets.MapPost("/{id}/comments", Comment).Named("CommentOnTicket").Creates<CommentResponse>()
            .Refuses("staff-only", "ticket-closed", "ticket-merged");
        tickets.MapPost("/{id}/close", Close).Named("CloseTicket").Changes<TicketResponse>(IfMatchUse.Optional)
            .Refuses("staff-only", "ticket-already-closed", "ticket-merged", "transition-not-allowed");
        tickets.MapPost("/{id}/confirm", Confirm).Named("ConfirmTicket").Changes<TicketResponse>()
            .Refuses("requester-only", "ticket-already-closed", "ticket-already-confirmed", "ticket-merged");
        tickets.MapPost("/{id}/reopen", Reopen).Named("ReopenTicket").Changes<TicketResponse>().Refuses("ticket-merged", "ticket-not-resolved");
        tickets.MapPost("/{id}/merge", Merge).Named("MergeTicket").Changes<TicketResponse>(IfMatchUse.Optional)
            .Refuses("merge-cycle", "staff-only", "ticket-closed", "ticket-merged");
        tickets.MapDelete("/{id}/merge", Unmerge).Named("UnmergeTicket").Changes<TicketResponse>().Refuses("staff-only", "ticket-not-merged");
        tickets.MapPost("/{id}/links", Link).Named("LinkTicket").Changes<TicketResponse>().Refuses("already-linked", "staff-only", "too-many-links");
        tickets.MapDelete("/{id}/links/{kind}/{other}", Unlink).Named("UnlinkTicket").Changes<TicketResponse>().Refuses("not-linked", "staff-only");
        return tickets;
    }

    private static readonly QueryParameter Comments = QueryParameter.PageSize("comments", "How many comments come along, from the oldest on.");

    private static readonly string[] OfChanges =
        ["assignee-required", "staff-only", "ticket-already-closed", "ticket-closed", "ticket-merged", "transition-not-allowed"];

    private static async Task<IResult> Open(Body<OpenTicketRequest> body, HttpContext context, IGrainFactory grains)
    {
        var (caller, request) = (context.Caller(), body.Value);
        var id = Guid.CreateVersion7();
        var message = new OpenTicketMessage(
            request.Subject ?? "", request.Description ?? "", request.Priority ?? Priority.Medium, request.Category, request.Queue, request.Team,
            request.Requester, Assignees.Read(request.Assignee, caller), Channel: "api");
        var answer = await Ticket(grains, caller, id).Open(caller, context.CommandId(), message, context.RequestAborted);
        return answer.Refusal is { } refusal ? Problems.Of(refusal) : Created(context, answer.Value!);
    }

    private static async Task<IResult> Read(string id, HttpContext context, IGrainFactory grains, Cursors cursors)
    {
        var query = new QueryReader(context.Request);
        var limit = query.Limit(Comments.Name);
        query.Done();

        var (caller, ticket) = (context.Caller(), Paths.Id(id));
        var answer = await Ticket(grains, caller, ticket).Read(caller, limit, context.RequestAborted);
        if (answer.Refusal is { } refusal)
            return Problems.Of(refusal);

        var (view, comments) = answer.Value!;
        context.Response.SetETag(view.Version);
        return Json.Ok(TicketResponse.Of(view, CommentEndpoints.Page(context, cursors, ticket, comments)));
    }

    private static async Task<IResult> Change(string id, Body<ChangeTicketRequest> body, HttpContext context, IGrainFactory grains)
    {
        var (caller, request, version) = (context.Caller(), body.Value, context.RequiredVersion());
        var message = new ChangeTicketMessage(
            request.Subject, request.Description, request.Priority, Plain(request.Category), Plain(request.Queue), Plain(request.Team),
            request.Assignee.IsSet ? new(true, Assignees.Read(request.Assignee.Value, caller)) : default, request.Status, Plain(request.ResolutionText));
        return Changed(context, await Ticket(grains, caller, Paths.Id(id)).Change(caller, context.CommandId(), message, version, context.RequestAborted));
    }

    private static async Task<IResult> Replace(string id, Body<ReplaceTicketRequest> body, HttpContext context, IGrainFactory grains)
    {
        var (caller, request, version) = (context.Caller(), body.Value, context.RequiredVersion());
        var message = caller.Role == Role.Customer
            ? new ChangeTicketMessage(request.Subject ?? "", request.Description ?? "", default, default, default, default, default, default, default)
            : new ChangeTicketMessage(
                request.Subject ?? "", request.Description ?? "", Required.Word(request.Priority, "/priority"), new(true, request.Category),
                new(true, request.Queue), new(true, request.Team), new(true, Assignees.Read(request.Assignee, caller)),
                Required.Word(request.Status, "/status"), request.ResolutionText is null ? default : new(true, request.ResolutionText));
        return Changed(context, await Ticket(grains, caller, Paths.Id(id)).Change(caller, context.CommandId(), message, version, context.RequestAborted));
    }

    private static async Task<IResult> Delete(string id, HttpContext context, IGrainFactory grains)
    {
        var caller = context.Caller();
        var answer = await Ticket(grains, caller, Paths.Id(id)).Delete(caller, context.CommandId(), context.Version(), context.RequestAborted);
        return answer.Refusal is { } refusal ? Problems.Of(refusal) : TypedResults.NoContent();
    }

    private static async Task<IResult> Comment(string id, Body<AddCommentRequest> body, HttpContext context, IGrainFactory grains)
    {
        var (caller, ticket) = (context.Caller(), Paths.Id(id));
        var answer = await Ticket(grains, caller, ticket).Comment(
            caller, context.CommandId(), Guid.CreateVersion7(), body.Value.Body ?? "", body.Value.Visibility ?? Visibility.Public, context.RequestAborted);
        if (answer.Refusal is { } refusal)
            return Problems.Of(refusal);

        Replay.Mark(context, answer.Value!.Replayed);
        context.Response.SetETag(answer.Value.Ticket.Version);
        return Json.Created($"{context.Request.Path}/{answer.Value.Comment!.Id:D}", CommentResponse.Of(answer.Value.Comment));
    }

    private static async Task<IResult> Close(string id, Body<CloseTicketRequest> body, HttpContext context, IGrainFactory grains)
    {
        var caller = context.Caller();
        return Changed(context, await Ticket(grains, caller, Paths.Id(id)).Close(
            caller, context.CommandId(), body.Value.ResolutionText, context.Version(), context.RequestAborted));
    }

    private static async Task<IResult> Confirm(string id, Body<ConfirmTicketRequest> body, HttpContext context, IGrainFactory grains)
    {
        var caller = context.Caller();
        return Changed(context, await Ticket(grains, caller, Paths.Id(id)).Confirm(caller, context.CommandId(), body.Value.Comment, context.RequestAborted));
    }

    private static async Task<IResult> Reopen(string id, Body<ReopenTicketRequest> body, HttpContext context, IGrainFactory grains)
    {
        var caller = context.Caller();
        return Changed(context, await Ticket(grains, caller, Paths.Id(id)).Reopen(caller, context.CommandId(), body.Value.Reason, context.RequestAborted));
    }

    private static async Task<IResult> Merge(string id, Body<MergeTicketRequest> body, HttpContext context, IGrainFactory grains)
    {
        var caller = context.Caller();
        var target = Required.Value(body.Value.Target, "/target");
        return Changed(context, await Pair(grains, caller).Merge(
            caller, context.CommandId(), Paths.Id(id), target, context.Version(), context.RequestAborted));
    }

    private static async Task<IResult> Unmerge(string id, HttpContext context, IGrainFactory grains)
    {
        var caller = context.Caller();
        return Changed(context, await Pair(grains, caller).Unmerge(caller, context.CommandId(), Paths.Id(id), context.RequestAborted));
    }

    private static async Task<IResult> Link(string id, Body<LinkTicketRequest> body, HttpContext context, IGrainFactory grains)
    {
        var caller = context.Caller();
        var other = Required.Value(body.Value.Ticket, "/ticket");
        return Changed(context, await Pair(grains, caller).Link(
            caller, context.CommandId(), Paths.Id(id), other, body.Value.Kind ?? LinkKind.RelatesTo, context.RequestAborted));
    }

    private static async Task<IResult> Unlink(string id, [PathWord<LinkKind>] string kind, string other, HttpContext context, IGrainFactory grains)
    {
        var caller = context.Caller();
        return Changed(context, await Pair(grains, caller).Unlink(
            caller, context.CommandId(), Paths.Id(id), Paths.Id(other), Paths.Word<LinkKind>(kind), context.RequestAborted));
    }

    private static ITicketGrain Ticket(IGrainFactory grains, Caller caller, Guid id) =>
        grains.GetGrain<ITicketGrain>(GrainKeys.Of(caller.Tenant, id));

    private static ITicketPairGrain Pair(IGrainFactory grains, Caller caller) => grains.GetGrain<ITicketPairGrain>(GrainKeys.Of(caller.Tenant));

    private static Maybe<string> Plain(Maybe<string?> maybe) => new(maybe.IsSet, maybe.Value);

    private static IResult Created(HttpContext context, TicketOutcome outcome)
    {
        Replay.Mark(context, outcome.Replayed);
        context.Response.SetETag(outcome.Ticket.Version);
        return Json.Created($"{context.Request.Path}/{outcome.Ticket.Id:D}", TicketResponse.Of(outcome.Ticket));
    }

    private static IResult Changed(HttpContext context, Answer<TicketOutcome> answer)
    {
        if (answer.Refusal is { } refusal)
            return Problems.Of(refusal);

        Replay.Mark(context, answer.Value!.Replayed);
        context.Response.SetETag(answer.Value.Ticket.Version);
        return Json.Ok(TicketResponse.Of(answer.Value.Ticket));
    }
}
