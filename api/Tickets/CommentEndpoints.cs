using Helpdesk.Api.Attachments;
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
        ticket.MapGet("/comments", List).Named("ListComments").Takes(Sort, QueryParameter.Limit, QueryParameter.Cursor)
            .Answers<CommentListResponse>();
        ticket.MapGet("/comments/{comment}", ReadOne).Named("ReadComment").Answers<CommentResponse>();
        ticket.MapPost("/comments/{comment}/withdraw", Withdraw).Named("WithdrawComment").Changes<TicketResponse>()
            .Refuses(AccessErrors.AdminOnly, TicketErrors.WithdrawTooLate);
        ticket.MapGet("/timeline", Timeline).Named("ReadTimeline").Takes(QueryParameter.Limit, QueryParameter.Cursor)
            .Answers<TimelineResponse>();
        return ticket;
    }

    /// <summary>The member of a refusal that holds what others wrote meanwhile.</summary>
    public const string Newer = "comments";

    private const int MostNewer = 20;

    private static readonly QueryParameter Sort = QueryParameter.OneOf(
        "sort", "The order; `-created_at` is from the newest on. Default `created_at`.", "created_at", "-created_at");

    private static async Task<IResult> List(string id, Ask ask, IMemberDirectory members, Cursors cursors)
    {
        var query = new QueryReader(ask.Context.Request);
        var (ticket, newest, limit) = (Paths.Ticket(id), query.OneOf(Sort) == "-created_at", query.Limit());
        var (list, grain) = (newest ? Backwards(ticket) : Conversation(ticket), ask.Grain<ITicketGrain>(ticket.Value));
        var after = query.Cursor<CommentPosition>(cursors, list);
        query.Done();

        var asked = newest
            ? await grain.NewestComments(ask.Caller, after, limit, ask.Aborted)
            : await grain.Comments(ask.Caller, after, limit, ask.Aborted);
        return asked.Refused(out var refusal, out var page) ? Problems.Of(refusal) : Json.Ok(
            Page(ask.Context, cursors, list, page).With(page.IsWithoutFiles ? [] : await FileViews.OfComments(ask.Context, page.Items)) with
            {
                People = await TicketPeople.Named(ask.Caller.ToMember(), null, page, members, ask.Aborted),
            });
    }

    private static async Task<IResult> ReadOne(string id, string comment, Ask ask)
    {
        var asked = await ask.Grain<ITicketGrain>(Paths.Id(id)).ReadComment(ask.Caller, Paths.Id(comment), ask.Aborted);
        if (asked.Refused(out var why, out var found))
            return Problems.Of(why);
        var files = await FileViews.OfComments(ask.Context, [found]);
        return Json.Ok(CommentResponse.Of(found) with { Attachments = [.. files.Where(file => file.Comment == found.Comment.Id)] });
    }

    private static Task<IResult> Withdraw(string id, string comment, Body<WithdrawCommentRequest> body, Command command) =>
        TicketEndpoints.Changed(command, command.Grain<ITicketGrain>(Paths.Id(id)).WithdrawComment(
            command.Caller, command.Id, Paths.Id(comment), body.Value.Reason, command.Aborted));

    private static async Task<IResult> Timeline(
        string id, Ask ask, ITicketList list, IMemberDirectory members, Cursors cursors)
    {
        var query = new QueryReader(ask.Context.Request);
        var (ticket, limit) = (Paths.Ticket(id), query.Limit());
        var after = query.Cursor<TimelinePlace>(cursors, History(ticket))?.Version ?? 0;
        query.Done();

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

    /// <summary>A comment that was not written; where somebody else wrote meanwhile, with their words.</summary>
    public static async Task<IResult> Refused(Ask ask, TicketId ticket, AddComment said, Error refusal)
    {
        if (!refusal.Is(TicketErrors.NewerComment)
            || (await ask.Grain<ITicketGrain>(ticket.Value).NewestComments(ask.Caller, null, MostNewer, ask.Aborted)).Refused(out _, out var page))
            return Problems.Of(refusal);
        var member = ask.Caller.ToMember();
        var newer = page with { Items = [.. SaidSince.ByOthers(page.Items, said.Seen, member).Reverse()], Next = null };
        var people = await TicketPeople.Named(
            member, null, newer, ask.Context.RequestServices.GetRequiredService<IMemberDirectory>(), ask.Aborted);
        return Problems.Of(refusal, Newer, new CommentListResponse(
            [.. newer.Items.Select(CommentResponse.Of)], null, newer.Total) { People = people }
            .With(await FileViews.OfComments(ask.Context, newer.Items)));
    }

    public static CommentListResponse Page(HttpContext context, Cursors cursors, TicketId ticket, CommentPage page) =>
        Page(context, cursors, Conversation(ticket), page);

    private static CommentListResponse Page(HttpContext context, Cursors cursors, string list, CommentPage page) => new(
        [.. page.Items.Select(CommentResponse.Of)],
        page.Next is { } next ? cursors.Seal(context, list, next) : null,
        page.Total);

    private static string Conversation(TicketId ticket) => $"comments {ticket}";

    private static string Backwards(TicketId ticket) => $"newest comments {ticket}";

    private static string History(TicketId ticket) => $"timeline {ticket}";

    private sealed record TimelinePlace(int Version);
}
