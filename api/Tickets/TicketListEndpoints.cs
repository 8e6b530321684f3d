using Helpdesk.Api.FeatureFlags;
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

    private static async Task<IResult> List(HttpContext context, ITicketList tickets, IPeopleStore people, Cursors cursors)
    {
        var scope = await TicketScope.Of(context, people);
        var asked = TicketFilters.Read(context, scope, cursors);
        return await Page(context, tickets, cursors, asked, scope.Served);
    }

    /// <param name="served">The tenants that a list runs over, named in each item; <c>null</c>: it is one tenant's own.</param>
    private static async Task<IResult> Page(
        HttpContext context, ITicketList tickets, Cursors cursors, TicketAsk asked, IReadOnlyDictionary<TenantId, ServedTenant>? served)
    {
        if (asked.News is { } news)
            return await News(context, tickets, cursors, news, served);

        var page = await tickets.Find(asked.List, context.RequestAborted);
        return Json.Ok(new TicketListResponse(Items(page.Items, asked.List, served), Sealed(page.Next), page.Total, page.TotalIsMore));

        string? Sealed(TicketPlace? next) => next is null ? null : cursors.Seal(context, TicketFilters.ListName(context), next);
    }

    private static async Task<IResult> News(
        HttpContext context, ITicketList tickets, Cursors cursors, TicketNewsQuery news,
        IReadOnlyDictionary<TenantId, ServedTenant>? served)
    {
        var page = await tickets.News(news, context.RequestAborted);
        var next = page.Next is { } place ? cursors.Seal(context, TicketFilters.ListName(context), place) : null;
        return Json.Ok(new TicketListResponse(Items(page.Items, news.Filter, served), next, page.Total, page.TotalIsMore)
        {
            Gone = [.. page.Gone.Select(gone => GoneTicketResponse.Of(gone, served?[gone.Tenant].Slug))],
            Tenants = served is null ? null : [.. served.Values.Select(tenant => tenant.Slug).Order(StringComparer.Ordinal)],
        });
    }

    private static IReadOnlyList<TicketItemResponse> Items(
        IReadOnlyList<TicketListItem> items, TicketQuery query, IReadOnlyDictionary<TenantId, ServedTenant>? served) =>
        [.. items.Select(item => TicketItemResponse.Of(item, query.OnlyOf is null, served?[item.Tenant]))];
}
