using Helpdesk.Contracts.Tickets;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Tickets;

/// <summary>A conversation page by page, and the history in words.</summary>
internal static class CommentEndpoints
{
    public static RouteGroupBuilder MapComments(this RouteGroupBuilder tenant)
    {
        var ticket = tenant.MapGroup("/tickets/{id}").WithTags("Tickets");
        ticket.MapGet("/comments", List).Named("ListComments").Takes(QueryParameter.Limit, QueryParameter.Cursor)
            .Answers<CommentListResponse>();
        ticket.MapGet("/comments/{comment}", ReadOne).Named("ReadComment").Answers<CommentResponse>();
        ticket.MapGet("/timeline", Timeline).Named("ReadTimeline").Takes(QueryParameter.Limit, QueryParameter.Cursor)
            .Answers<TimelineResponse>();
        return ticket;
    }

    private static async Task<IResult> List(string id, HttpContext context, IGrainFactory grains, Cursors cursors)
    {
        var query = new QueryReader(context.Request);
        var (limit, cursor) = (query.Limit(), query.Raw("cursor"));
        query.Done();

        var (caller, ticket) = (context.Caller(), Paths.Ticket(id));
        var after = cursors.Open<CommentPosition>(context, Conversation(ticket), cursor);
        var answer = await grains.GetGrain<ITicketGrain>(GrainKeys.Of(caller.Tenant, ticket)).Comments(
            caller, after, limit, context.RequestAborted);
        return answer.Refusal is { } refusal ? Problems.Of(refusal) : Json.Ok(Page(context, cursors, ticket, answer.Value));
    }

    private static async Task<IResult> ReadOne(string id, string comment, HttpContext context, IGrainFactory grains)
    {
        var (caller, ticket) = (context.Caller(), Paths.Ticket(id));
        var answer = await grains.GetGrain<ITicketGrain>(GrainKeys.Of(caller.Tenant, ticket)).ReadComment(
            caller, Paths.Id(comment), context.RequestAborted);
        return answer.Refusal is { } refusal ? Problems.Of(refusal) : Json.Ok(CommentResponse.Of(answer.Value));
    }

    private static async Task<IResult> Timeline(
        string id, HttpContext context, IGrainFactory grains, ITicketList list, IMemberDirectory members, Cursors cursors)
    {
        var query = new QueryReader(context.Request);
        var (limit, cursor) = (query.Limit(), query.Raw("cursor"));
        query.Done();

        var (caller, ticket) = (context.Caller(), Paths.Ticket(id));
        var after = cursors.Open<TimelinePlace>(context, History(ticket), cursor)?.Version ?? 0;
        var readable = await grains.GetGrain<ITicketGrain>(GrainKeys.Of(caller.Tenant, ticket)).Read(caller, 0, context.RequestAborted);
        if (readable.Refusal is { } refusal)
            return Problems.Of(refusal);

        // One more than asked for: so the last page is known to be the last.
        var member = context.Member();
        var history = await list.Timeline(new(member.Tenant, ticket, member.IsStaff, after, limit + 1), context.RequestAborted);
        var items = new List<TimelineItemResponse>(limit);
        foreach (var recorded in history.Take(limit))
            items.Add(await TimelineWriter.Describe(recorded, member, members, context.RequestAborted));
        return Json.Ok(new TimelineResponse(
            items,
            history.Count > limit ? cursors.Seal(context, History(ticket), new TimelinePlace(history[limit - 1].Version)) : null,
            readable.Value.View.Ticket.Version));
    }

    public static CommentListResponse Page(HttpContext context, Cursors cursors, TicketId ticket, CommentPage page) => new(
        [.. page.Items.Select(CommentResponse.Of)],
        page.Next is { } next ? cursors.Seal(context, Conversation(ticket), next) : null,
        page.Total);

    private static string Conversation(TicketId ticket) => $"comments {ticket}";

    private static string History(TicketId ticket) => $"timeline {ticket}";

    private sealed record TimelinePlace(int Version);
}
