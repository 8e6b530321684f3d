using System.Globalization;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Postgres.Tickets;

/// <summary>How many tickets of a list have which value.</summary>
internal sealed partial class TicketList
{
    public Task<TicketFacets> Facets(TicketQuery query, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = FacetsOf(query);
        await using var reader = await batch.ReadAsync(cancellation);
        var (values, all) = (new List<(TicketFacet Facet, TicketFacetValue Value)>(), 0L);
        while (await reader.ReadAsync(cancellation))
        {
            if (Words<TicketFacet>.Parse(reader.GetString(0)) is { } facet)
                values.Add((facet, new(ValueOf(facet, reader.GetString(1)), reader.GetStringOrNull(3), (int)reader.GetInt64(2))));
            else
                all = reader.GetInt64(2);
        }

        var byFacet = values.ToLookup(one => one.Facet, one => one.Value);
        return new TicketFacets(
            TicketFacets.ShownBy(query).ToDictionary(facet => facet, facet => (IReadOnlyList<TicketFacetValue>)
                [.. byFacet[facet].OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal)]),
            all > TicketFacets.MostCounted);
    });

    public Task<IReadOnlyList<TicketCount>> Count(IReadOnlyList<TicketQuery> queries, CancellationToken cancellation) =>
        Storage.Ask(async () =>
    {
        var counts = new List<TicketCount>();
        if (queries.Count == 0)
            return (IReadOnlyList<TicketCount>)counts;
        await using var batch = database.ForTenants([.. queries.SelectMany(query => query.Tenants).Distinct()]);
        foreach (var query in queries)
            new TicketListSql(query).AddCount(batch);
        await using var reader = await batch.ReadAsync(cancellation);
        foreach (var query in queries)
        {
            await reader.ReadAsync(cancellation);
            var total = (int)reader.GetInt64(0);
            counts.Add(new(Math.Min(total, TicketPage.CountedTo), total > TicketPage.CountedTo));
            await reader.NextResultAsync(cancellation);
        }

        return counts;
    });

    internal TenantBatch FacetsOf(TicketQuery query)
    {
        var batch = database.ForTenants(query.Tenants);
        new TicketFacetSql(query).AddTo(batch);
        return batch;
    }

    private static string ValueOf(TicketFacet facet, string value) => facet is TicketFacet.Priority
        ? Words<Priority>.Of((Priority)int.Parse(value, CultureInfo.InvariantCulture)) : value;
}
