using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Helpdesk.Api.Tickets;
using Helpdesk.Domain.Mail;
using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Mail;

/// <summary>What was mailed about a ticket, and what became of it: staff see there that somebody was not reached.</summary>
internal static class TicketMailEndpoints
{
    public static RouteGroupBuilder MapTicketMails(this RouteGroupBuilder tenant)
    {
        tenant.MapGroup("/tickets/{id}/mails").WithTags("Mail").RequireStaff().ByNumberToo().MapGet("", List).Named("ListTicketMails")
            .Takes(QueryParameter.Limit, QueryParameter.Cursor).Answers<OutboxResponse>();
        return tenant;
    }

    private static async Task<IResult> List(string id, HttpContext context, INoticeMails mails, ITicketStore tickets, Cursors cursors)
    {
        var query = new QueryReader(context.Request);
        var (ticket, limit) = (Paths.Ticket(id), query.Limit());
        var list = $"mails of {ticket.Value:D}";
        var place = query.Cursor<PlaceText<Guid>>(cursors, list);
        query.Done();

        var member = context.Member();
        if (await tickets.Load(member.Tenant, ticket.Value, context.RequestAborted) is not { } known
            || TicketAccess.Refusal(member, known, TicketAct.Read) is not null)
            return Problems.Of(AccessErrors.NotFound);
        var found = await mails.About(
            member.Tenant, ticket, place is null ? null : new(place.At, place.Entry), limit + 1, context.RequestAborted);
        var (page, german) = (found.Take(limit).ToList(), AskedLanguage.IsGerman(context));
        return Json.Ok(new OutboxResponse(
            [.. page.Select(mail => OutgoingMailResponse.Of(new(mail, context.Tenant().Slug), german))],
            found.Count > limit ? cursors.Seal(context, list, PlaceText<Guid>.Of(page[^1].QueuedAt, page[^1].Id)) : null));
    }
}
