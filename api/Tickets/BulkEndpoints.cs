using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.People;

namespace Helpdesk.Api.Tickets;

/// <summary>One act on many tickets, each judged and told of by itself: a refused one keeps none of the others.</summary>
internal static class BulkEndpoints
{
    public static RouteGroupBuilder MapBulk(this RouteGroupBuilder tickets)
    {
        var bulk = tickets.MapGroup("/tickets/bulk").WithTags("Tickets").RequireStaff();
        bulk.MapPost("", Act).Named("ActOnTickets").Heavy().Answers<BulkResponse>().WithMetadata(new TakesIdempotencyKey());
        bulk.MapGroup("").EvenExpired().MapPost("/preview", Preview).Named("PreviewActOnTickets").Heavy().Answers<BulkPreviewResponse>();
        return tickets;
    }

    private static async Task<IResult> Act(Body<BulkRequest> body, HttpContext context, BulkActs acts, IPeopleStore people)
    {
        var items = await acts.Run(context, await TicketScope.Of(context, people), body.Value, isPreview: false);
        var done = items.Count(item => item.Problem is null);
        return Json.Ok(new BulkResponse(items, done, items.Count - done));
    }

    private static async Task<IResult> Preview(Body<BulkRequest> body, HttpContext context, BulkActs acts, IPeopleStore people)
    {
        var items = await acts.Run(context, await TicketScope.Of(context, people), body.Value, isPreview: true);
        var groups = items.GroupBy(item => (item.Tenant, item.Problem?.Code, Text: string.Join('\n', item.Effects ?? [])))
            .Select(group => new BulkGroup(
                group.Key.Tenant, group.Key.Code, group.First().Effects ?? [], [.. group.Select(item => item.Ticket)]))
            .OrderByDescending(group => group.Tickets.Count);
        return Json.Ok(new BulkPreviewResponse(items, [.. groups]));
    }
}
