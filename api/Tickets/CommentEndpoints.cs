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

    private static Task<IResult> List(string id, Ask ask, Cursors cursors)
    {
        var query = new QueryReader(ask.Context.Request);
        var (limit, cursor) = (query.Limit(), query.Raw("cursor"));
        query.Done();

        var ticket = Paths.Ticket(id);
        var after = cursors.Open<CommentPosition>(ask.Context, Conversation(ticket), cursor);
        return ask.Shows(
            ask.Grain<ITicketGrain>(ticket.Value).Comments(ask.Caller, after, limit, ask.Aborted),
            page => Page(ask.Context, cursors, ticket, page));
    }

    private static Task<IResult> ReadOne(string id, string comment, Ask ask) => ask.Shows(
        ask.Grain<ITicketGrain>(Paths.Id(id)).ReadComment(ask.Caller, Paths.Id(comment), ask.Aborted), CommentResponse.Of);

    private static async Task<IResult> Timeline(
        string id, Ask ask, ITicketList list, IMemberDirectory members, Cursors cursors)
    {
        var query = new QueryReader(ask.Context.Request);
        var (limit, cursor) = (query.Limit(), query.Raw("cursor"));
        query.Done();

        var ticket = Paths.Ticket(id);
        var after = cursors.Open<TimelinePlace>(ask.Context, History(ticket), cursor)?.Version ?? 0;
        var readable = await ask.Grain<ITicketGrain>(ticket.Value).Read(ask.Caller, 0, ask.Aborted);
        if (readable.Refusal is { } refusal)
            return Problems.Of(refusal);

        // One more than asked for: so the last page is known to be the last.
        var member = ask.Caller.ToMember();
        var history = await list.Timeline(new(member.Tenant, ticket, member.IsStaff, after, limit + 1), ask.Aborted);
        var items = new List<TimelineItemResponse>(limit);
        foreach (var recorded in history.Take(limit))
            items.Add(await TimelineWriter.Describe(recorded, member, members, ask.Aborted));
        return Json.Ok(new TimelineResponse(
            items,
            history.Count > limit ? cursors.Seal(ask.Context, History(ticket), new TimelinePlace(history[limit - 1].Version)) : null,
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
