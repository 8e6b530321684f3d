using Helpdesk.Api.Access;
using Helpdesk.Api.Documentation;
using Helpdesk.Api.FeatureFlags;
using Helpdesk.Api.Http;
using Helpdesk.Domain.Access;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Tickets;

/// <summary>Lists of tickets: one tenant's, or an agent's desk over all tenants served.</summary>
internal static class TicketListEndpoints
{
    public static RouteGroupBuilder MapTicketList(this RouteGroupBuilder tenant)
    {
        tenant.MapGet("/tickets", List).Named("ListTickets").StoppedBy(FlagGates.StopTicketLists).WithTags("Tickets")
            .Takes(TicketFilters.Parameters).Answers<TicketListResponse>();
        return tenant;
    }

    private static async Task<IResult> List(HttpContext context, ITicketList tickets, Cursors cursors)
    {
        var member = context.Member();
        var query = TicketFilters.Read(context, member, [member.Tenant], cursors);
        return await Page(context, tickets, cursors, query, _ => null, member.IsStaff);
    }

    /// <param name="slugOf">Named in each item when the list runs over several tenants.</param>
    public static async Task<IResult> Page(
        HttpContext context, ITicketList tickets, Cursors cursors, TicketQuery query, Func<TenantId, string?> slugOf, bool staff)
    {
        var page = await tickets.Find(query, context.RequestAborted);
        return Json.Ok(new TicketListResponse(
            [.. page.Items.Select(item => TicketItemResponse.Of(item, staff, slugOf(item.Tenant)))],
            page.Next is { } next ? cursors.Seal(context, TicketFilters.ListName(context), next) : null,
            page.Total,
            page.TotalIsMore));
    }
}
