using Helpdesk.Api.FeatureFlags;
using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Tickets;

/// <summary>Lists of tickets: one tenant's, or an agent's desk over all tenants served.</summary>
internal static class TicketListEndpoints
{
    public static RouteGroupBuilder MapTicketList(this RouteGroupBuilder tenant)
    {
        tenant.MapGet("/tickets", List).Named("ListTickets").StoppedBy(FlagGates.StopTicketLists).WithTags("Tickets")
            .Takes(TicketFilters.Parameters).HeavyWith("text").Answers<TicketListResponse>();
        return tenant;
    }

    private static Task<IResult> List(HttpContext context, ITicketList tickets, IPeopleStore people, Cursors cursors) =>
        context.Tenant() is { Kind: HostKind.Desk } at && at.Tenant == TenantId.Platform
            ? Desk(context, tickets, people, cursors)
            : OfOneTenant(context, tickets, cursors);

    private static async Task<IResult> OfOneTenant(HttpContext context, ITicketList tickets, Cursors cursors)
    {
        var member = context.Member();
        var query = TicketFilters.Read(context, member, [member.Tenant], cursors);
        return await Page(context, tickets, cursors, query, _ => null, member.IsStaff);
    }

    // Only where the account is staff: what it may see elsewhere, as a customer, is another list.
    private static async Task<IResult> Desk(HttpContext context, ITicketList tickets, IPeopleStore people, Cursors cursors)
    {
        var member = context.Member();
        var served = await people.Served(member.Account, context.RequestAborted);
        var slugs = served.Where(tenant => new Member(tenant.Id, member.Account, tenant.Role).IsStaff).ToDictionary(
            tenant => tenant.Id, tenant => tenant.Slug);
        var query = TicketFilters.Read(context, member with { Role = Role.Agent }, [.. slugs.Keys], cursors);
        return await Page(context, tickets, cursors, query, tenant => slugs[tenant], staff: true);
    }

    /// <param name="slugOf">Named in each item when the list runs over several tenants.</param>
    private static async Task<IResult> Page(
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
