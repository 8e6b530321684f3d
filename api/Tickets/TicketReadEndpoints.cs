using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Tickets;

/// <summary>How far the signed-in person has read a ticket. Nobody else learns of it, and the ticket's history does not either.</summary>
internal static class TicketReadEndpoints
{
    public static RouteGroupBuilder MapTicketReads(this RouteGroupBuilder tickets)
    {
        // Reading goes on when a licence has ended.
        var read = tickets.MapGroup("/tickets/{id}/read").WithTags("Tickets").RequirePerson().EvenExpired();
        read.MapPut("", Read).Named("ReadTicketUpTo").Answers<TicketReadResponse>();
        read.MapDelete("", MarkUnread).Named("MarkTicketUnread").Answers<TicketReadResponse>();
        return tickets;
    }

    private static async Task<IResult> Read(
        string id, Body<TicketReadRequest> body, HttpContext context, ITicketReads reads, INotifications notifications, TimeProvider time)
    {
        var (member, ticket) = (context.Member(), Paths.Ticket(id));
        if (await reads.Read(member, ticket, body.Value.Version, context.RequestAborted) is not { } mark)
            return Problems.Of(AccessErrors.NotFound);
        // Whoever has read all of it needs no notification of it any more.
        if (!mark.IsUnread)
            await notifications.ReadTicket(member, ticket, time.Now(), context.RequestAborted);
        return Json.Ok(TicketReadResponse.Of(mark));
    }

    private static async Task<IResult> MarkUnread(string id, HttpContext context, ITicketReads reads) =>
        await reads.MarkUnread(context.Member(), Paths.Ticket(id), context.RequestAborted) is { } mark
            ? Json.Ok(TicketReadResponse.Of(mark)) : Problems.Of(AccessErrors.NotFound);
}

/// <param name="Version">
/// The ticket's version that was shown, as its <c>ETag</c> says. Left out or null: as it is now. A mark never goes back.
/// </param>
public sealed record TicketReadRequest(int? Version = null) : IJudged
{
    IEnumerable<FieldError?> IJudged.Faults(HttpContext context)
    {
        if (Version < 1)
            yield return FieldError.NotAWholeNumber("/version", 1, int.MaxValue);
    }
}

/// <param name="Version">Up to which version it was read; -1: marked as unread.</param>
/// <param name="Unread">Somebody else has done something since, or it was marked.</param>
public sealed record TicketReadResponse(Guid Ticket, int Version, bool Unread)
{
    internal static TicketReadResponse Of(TicketReadMark mark) => new(mark.Ticket.Value, mark.Version, mark.IsUnread);
}
