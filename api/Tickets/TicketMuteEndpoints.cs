using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.Notifications;

namespace Helpdesk.Api.Tickets;

/// <summary>Whether the signed-in person is told of a ticket at all. Nobody else learns of it.</summary>
internal static class TicketMuteEndpoints
{
    public static RouteGroupBuilder MapTicketMutes(this RouteGroupBuilder tickets)
    {
        // Who is told what goes on when a licence has ended.
        var mute = tickets.MapGroup("/tickets/{id}/mute").WithTags("Tickets").RequirePerson().EvenExpired();
        mute.MapPut("", Mute).Named("MuteTicket").Answers<TicketMuteResponse>();
        mute.MapDelete("", Unmute).Named("UnmuteTicket").Answers<TicketMuteResponse>();
        return tickets;
    }

    private static Task<IResult> Mute(string id, HttpContext context, ITicketMutes mutes) => Choose(id, context, mutes, muted: true);

    private static Task<IResult> Unmute(string id, HttpContext context, ITicketMutes mutes) => Choose(id, context, mutes, muted: false);

    private static async Task<IResult> Choose(string id, HttpContext context, ITicketMutes mutes, bool muted)
    {
        var ticket = Paths.Ticket(id);
        return await mutes.Choose(context.Member(), ticket, muted, context.RequestAborted) is { } now
            ? Json.Ok(new TicketMuteResponse(ticket.Value, now)) : Problems.Of(AccessErrors.NotFound);
    }
}

/// <param name="Muted">
/// The person is told nothing of the ticket that may be switched off at all: nothing new among the notifications, and no mail.
/// </param>
public sealed record TicketMuteResponse(Guid Ticket, bool Muted);
