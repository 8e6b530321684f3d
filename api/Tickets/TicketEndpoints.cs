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
        var id = Guid.CreateVersion7();
        var message = new OpenTicketMessage(
            request.Subject ?? "", request.Description ?? "", request.Priority ?? Priority.Medium, request.Category, request.Queue, request.Team,
            request.Requester, Assignees.Read(request.Assignee, caller), Channel: "api");
        var intake = grains.GetGrain<ITicketIntakeGrain>(GrainKeys.Of(caller.Tenant));
        var answer = await intake.Open(caller, context.CommandId(), id, message, context.RequestAborted);
        return answer.Refusal is { } refusal ? Problems.Of(refusal) : Created(context, answer.Value);
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

        var (view, comments) = answer.Value;
        context.Response.SetETag(view.Version);
        return Json.Ok(TicketResponse.Of(view, CommentEndpoints.Page(context, cursors, ticket, comments)));
    }

    private static async Task<IResult> Change(string id, Body<ChangeTicketRequest> body, HttpContext context, IGrainFactory grains)
    {
        var (caller, ticket, version, request) = (context.Caller(), Paths.Id(id), context.RequiredVersion(), body.Value);
        var message = new ChangeTicketMessage(
            request.Subject, request.Description, request.Priority, Plain(request.Category), Plain(request.Queue), Plain(request.Team),
            request.Assignee.IsSet ? new(true, Assignees.Read(request.Assignee.Value, caller)) : default, request.Status, Plain(request.ResolutionText));
        return Changed(context, await Ticket(grains, caller, ticket).Change(caller, context.CommandId(), message, version, context.RequestAborted));
    }

    private static async Task<IResult> Replace(string id, Body<ReplaceTicketRequest> body, HttpContext context, IGrainFactory grains)
    {
        var (caller, ticket, version) = (context.Caller(), Paths.Id(id), context.RequiredVersion());
        var message = caller.Role == Role.Customer ? OfCustomer(body.Value, caller) : OfStaff(body.Value, caller);
        return Changed(context, await Ticket(grains, caller, ticket).Change(caller, context.CommandId(), message, version, context.RequestAborted));
    }

    private static ChangeTicketMessage OfStaff(ReplaceTicketRequest request, Caller caller) => new(
        request.Subject ?? "", request.Description ?? "", Required.Word(request.Priority, "/priority"), request.Category, request.Queue, request.Team,
        Assignees.Read(request.Assignee, caller), Required.Word(request.Status, "/status"), WhenGiven(request.ResolutionText));

    // What is not a customer's to change cannot be cleared by leaving it out; it may be there as it was read.
    private static ChangeTicketMessage OfCustomer(ReplaceTicketRequest request, Caller caller) => new(
        request.Subject ?? "", request.Description ?? "", request.Priority ?? default(Maybe<Priority>), WhenGiven(request.Category), WhenGiven(request.Queue),
        WhenGiven(request.Team), request.Assignee is null ? default : Assignees.Read(request.Assignee, caller),
        request.Status ?? default(Maybe<TicketStatus>), WhenGiven(request.ResolutionText));

    private static async Task<IResult> Delete(string id, HttpContext context, IGrainFactory grains)
    {
        var (caller, ticket) = (context.Caller(), Paths.Id(id));
        var answer = await Pair(grains, caller).Delete(caller, context.CommandId(), ticket, context.Version(), context.RequestAborted);
        if (answer.Refusal is { } refusal)
            return Problems.Of(refusal);

        Replay.Mark(context, answer.Value.Replayed);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> Comment(string id, Body<AddCommentRequest> body, HttpContext context, IGrainFactory grains)
    {
        var (caller, ticket) = (context.Caller(), Paths.Id(id));
        var answer = await Ticket(grains, caller, ticket).Comment(
            caller, context.CommandId(), Guid.CreateVersion7(), body.Value.Body ?? "", body.Value.Visibility ?? Visibility.Public, context.RequestAborted);
        if (answer.Refusal is { } refusal)
            return Problems.Of(refusal);

        Replay.Mark(context, answer.Value.Replayed);
        context.Response.SetETag(answer.Value.Ticket.Version);
        return Json.Created($"{context.Request.Path}/{answer.Value.Comment!.Id:D}", CommentResponse.Of(answer.Value.Comment!));
    }

    private static async Task<IResult> Close(string id, Body<CloseTicketRequest> body, HttpContext context, IGrainFactory grains)
    {
        var (caller, ticket) = (context.Caller(), Paths.Id(id));
        return Changed(context, await Ticket(grains, caller, ticket).Close(
            caller, context.CommandId(), body.Value.ResolutionText, context.Version(), context.RequestAborted));
    }

    private static async Task<IResult> Confirm(string id, Body<ConfirmTicketRequest> body, HttpContext context, IGrainFactory grains)
    {
        var (caller, ticket) = (context.Caller(), Paths.Id(id));
        return Changed(context, await Ticket(grains, caller, ticket).Confirm(caller, context.CommandId(), body.Value.Comment, context.RequestAborted));
    }

    private static async Task<IResult> Reopen(string id, Body<ReopenTicketRequest> body, HttpContext context, IGrainFactory grains)
    {
        var (caller, ticket) = (context.Caller(), Paths.Id(id));
        return Changed(context, await Ticket(grains, caller, ticket).Reopen(caller, context.CommandId(), body.Value.Reason, context.RequestAborted));
    }

    private static async Task<IResult> Merge(string id, Body<MergeTicketRequest> body, HttpContext context, IGrainFactory grains)
    {
        var (caller, source) = (context.Caller(), Paths.Id(id));
        var target = Required.Value(body.Value.Target, "/target");
        return Changed(context, await Pair(grains, caller).Merge(caller, context.CommandId(), source, target, context.Version(), context.RequestAborted));
    }

    private static async Task<IResult> Unmerge(string id, HttpContext context, IGrainFactory grains)
    {
        var (caller, source) = (context.Caller(), Paths.Id(id));
        return Changed(context, await Pair(grains, caller).Unmerge(caller, context.CommandId(), source, context.RequestAborted));
    }

    private static async Task<IResult> Link(string id, Body<LinkTicketRequest> body, HttpContext context, IGrainFactory grains)
    {
        var (caller, ticket) = (context.Caller(), Paths.Id(id));
        var (other, kind) = (Required.Value(body.Value.Ticket, "/ticket"), body.Value.Kind ?? LinkKind.RelatesTo);
        return Changed(context, await Pair(grains, caller).Link(caller, context.CommandId(), ticket, other, kind, context.RequestAborted));
    }

    private static async Task<IResult> Unlink(string id, [PathWord<LinkKind>] string kind, string other, HttpContext context, IGrainFactory grains)
    {
        var (caller, ticket, linked, word) = (context.Caller(), Paths.Id(id), Paths.Id(other), Paths.Word<LinkKind>(kind));
        return Changed(context, await Pair(grains, caller).Unlink(caller, context.CommandId(), ticket, linked, word, context.RequestAborted));
    }

    private static async Task<IResult> Tag(string id, [PathValue("drucker", Pattern = TicketKeys.Pattern)] string tag, HttpContext context, IGrainFactory grains)
    {
        var (caller, ticket) = (context.Caller(), Paths.Id(id));
        return Changed(context, await Ticket(grains, caller, ticket).Tag(caller, context.CommandId(), tag, context.Version(), context.RequestAborted));
    }

    private static async Task<IResult> Untag(string id, [PathValue("drucker", Pattern = TicketKeys.Pattern)] string tag, HttpContext context, IGrainFactory grains)
    {
        var (caller, ticket) = (context.Caller(), Paths.Id(id));
        return Changed(context, await Ticket(grains, caller, ticket).Untag(caller, context.CommandId(), tag, context.Version(), context.RequestAborted));
    }

    private static ITicketGrain Ticket(IGrainFactory grains, Caller caller, Guid id) =>
        grains.GetGrain<ITicketGrain>(GrainKeys.Of(caller.Tenant, id));

    private static ITicketPairGrain Pair(IGrainFactory grains, Caller caller) => grains.GetGrain<ITicketPairGrain>(GrainKeys.Of(caller.Tenant));

    private static Maybe<string> Plain(Maybe<string?> maybe) => new(maybe.IsSet, maybe.Value);

    private static Maybe<string> WhenGiven(string? value) => value is null ? default : new(true, value);

    private static IResult Created(HttpContext context, TicketOutcome outcome)
    {
        Replay.Mark(context, outcome.Replayed);
        context.Response.SetETag(outcome.Ticket.Version);
        return Json.Created($"{context.Request.Path}/{outcome.Ticket.Id:D}", TicketResponse.Of(outcome.Ticket));
    }

    private static IResult Changed(HttpContext context, Result<TicketOutcome> answer)
    {
        if (answer.Refusal is { } refusal)
            return Problems.Of(refusal);

        Replay.Mark(context, answer.Value.Replayed);
        context.Response.SetETag(answer.Value.Ticket.Version);
        return Json.Ok(TicketResponse.Of(answer.Value.Ticket));
    }
}
