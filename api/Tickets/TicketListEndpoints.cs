using Helpdesk.Api.FeatureFlags;
using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.People;
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

    private static Task<IResult> OfOneTenant(HttpContext context, ITicketList tickets, Cursors cursors)
    {
        var member = context.Member();
        var asked = TicketFilters.Read(context, member, [member.Tenant], cursors);
        return Page(context, tickets, cursors, asked, null);
    }

    // Only where the account is staff: what it may see elsewhere, as a customer, is another list.
    private static async Task<IResult> Desk(HttpContext context, ITicketList tickets, IPeopleStore people, Cursors cursors)
    {
        var member = context.Member();
        var served = await people.Served(member.Account, context.RequestAborted);
        var slugs = served.Where(tenant => new Member(tenant.Id, member.Account, tenant.Role).IsStaff).ToDictionary(
            tenant => tenant.Id, tenant => tenant.Slug);
        var asked = TicketFilters.Read(context, member with { Role = Role.Agent }, [.. slugs.Keys], cursors);
        return await Page(context, tickets, cursors, asked, slugs);
    }

    /// <param name="slugs">Of the tenants that a list runs over, named in each item; <c>null</c>: it is one tenant's own.</param>
    private static async Task<IResult> Page(
        HttpContext context, ITicketList tickets, Cursors cursors, TicketAsk asked, IReadOnlyDictionary<TenantId, string>? slugs)
    {
        if (asked.News is { } news)
            return await News(context, tickets, cursors, news, slugs);

        var page = await tickets.Find(asked.List, context.RequestAborted);
        return Json.Ok(new TicketListResponse(Items(page.Items, asked.List, slugs), Sealed(page.Next), page.Total, page.TotalIsMore));

        string? Sealed(TicketPlace? next) => next is null ? null : cursors.Seal(context, TicketFilters.ListName(context), next);
    }

    private static async Task<IResult> News(
        HttpContext context, ITicketList tickets, Cursors cursors, TicketNewsQuery news, IReadOnlyDictionary<TenantId, string>? slugs)
    {
        var page = await tickets.News(news, context.RequestAborted);
        var next = page.Next is { } place ? cursors.Seal(context, TicketFilters.ListName(context), place) : null;
        return Json.Ok(new TicketListResponse(Items(page.Items, news.Filter, slugs), next, page.Total, page.TotalIsMore)
        {
            Gone = [.. page.Gone.Select(gone => GoneTicketResponse.Of(gone, slugs?[gone.Tenant]))],
            Tenants = slugs is null ? null : [.. slugs.Values.Order(StringComparer.Ordinal)],
        });
    }

    private static IReadOnlyList<TicketItemResponse> Items(
        IReadOnlyList<TicketListItem> items, TicketQuery query, IReadOnlyDictionary<TenantId, string>? slugs) =>
        [.. items.Select(item => TicketItemResponse.Of(item, query.OnlyOf is null, slugs?[item.Tenant]))];
}
