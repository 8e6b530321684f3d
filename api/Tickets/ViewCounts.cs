using Helpdesk.Domain.Tickets;
using Helpdesk.Postgres.Caching;
using Helpdesk.Postgres.Sql;

namespace Helpdesk.Api.Tickets;

/// <summary>
/// How many tickets each view of a person finds, asked in one go and kept for a few seconds: all their windows ask for it.
/// </summary>
internal sealed class ViewCounts(ITicketList tickets, TimeProvider time, DatabaseSilence silence, OwnChanges changes)
{
    private const int Most = 50;
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    private readonly ShortLivedCache<CountKey, IReadOnlyList<TicketCount>> known = new(
        Freshness, capacity: 10_000, time, silence: silence, changes: key => changes.Of(key.Tenant));

    public async Task<IReadOnlyList<ViewCountResponse>> Of(HttpContext context, TicketScope scope, IReadOnlyList<ViewResponse> views)
    {
        var counted = views.Take(Most)
            .Select(view => (view.Key, Query: ViewFilters.Of(context, view.Filters, scope)))
            .Where(view => view.Query is not null).ToList();
        var key = new CountKey(
            scope.Member.Tenant, scope.Member.Account, string.Join('\n', views.Take(Most).Select(view => view.Filters)),
            string.Join(',', scope.Tenants.Select(tenant => tenant.Value).Order()));
        var counts = await known.Get(
            key, _ => tickets.Count([.. counted.Select(view => view.Query!)], CancellationToken.None), context.RequestAborted);
        return [.. counted.Zip(counts, (view, count) => new ViewCountResponse(view.Key, count.Total, count.IsMore))];
    }

    private sealed record CountKey(TenantId Tenant, AccountId Account, string Filters, string Tenants);
}
