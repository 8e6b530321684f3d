using System.Text.Json.Serialization;
using Helpdesk.Api.FeatureFlags;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Tickets;

/// <summary>How many tickets of a list have which value, for filters that say beforehand what they would leave.</summary>
internal static class TicketFacetEndpoint
{
    public static RouteGroupBuilder MapTicketFacets(this RouteGroupBuilder tenant)
    {
        tenant.MapGet("/tickets/facets", Count).Named("CountTickets").StoppedBy(FlagGates.StopTicketLists).WithTags("Tickets")
            .Takes(TicketFilters.Alone).Heavy().Answers<TicketFacetsResponse>();
        return tenant;
    }

    private static async Task<IResult> Count(HttpContext context, ITicketList tickets, IPeopleStore people)
    {
        var scope = await TicketScope.Of(context, people);
        var query = new QueryReader(context.Request);
        var filter = TicketFilters.ReadAlone(query, context, scope);
        query.Done();
        return Json.Ok(TicketFacetsResponse.Of(await tickets.Facets(filter, context.RequestAborted), scope.Served));
    }
}

/// <summary>
/// Each facet is counted with all filters but its own: a count is the `total` of `GET /tickets` with this value as that filter and the
/// others as they are. At most 100 values of each, the most frequent first; values that no ticket has are left out.
/// </summary>
/// <param name="Assignee">By account id; `none`: nobody has them.</param>
/// <param name="Queue">Absent for customers, as are the following.</param>
/// <param name="Partial">
/// There are more than 200,000 tickets to go through, so the counts are of so many of them, and each value has at least as many.
/// </param>
public sealed record TicketFacetsResponse(
    IReadOnlyList<TicketFacetResponse> Status, IReadOnlyList<TicketFacetResponse> Priority, IReadOnlyList<TicketFacetResponse> Category,
    IReadOnlyList<TicketFacetResponse> Assignee,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<TicketFacetResponse>? Queue,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<TicketFacetResponse>? Team,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<TicketFacetResponse>? Tag, bool Partial)
{
    /// <summary>Tickets to which nothing is promised are left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<TicketFacetResponse>? SlaState { get; init; }

    /// <summary>By slug; only over several tenants.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<TicketFacetResponse>? Tenant { get; init; }

    internal static TicketFacetsResponse Of(TicketFacets facets, IReadOnlyDictionary<TenantId, ServedTenant>? served)
    {
        return new(
            Values(TicketFacet.Status)!, Values(TicketFacet.Priority)!, Values(TicketFacet.Category)!, Values(TicketFacet.Assignee)!,
            Values(TicketFacet.Queue), Values(TicketFacet.Team), Values(TicketFacet.Tag), facets.IsPartial)
        { SlaState = Values(TicketFacet.SlaState), Tenant = Values(TicketFacet.Tenant) };

        IReadOnlyList<TicketFacetResponse>? Values(TicketFacet facet) => facets.Values.TryGetValue(facet, out var values)
            ? [.. values.Select(value => facet is TicketFacet.Tenant ? OfTenant(value) : new(value.Value, value.Name, value.Count))] : null;

        TicketFacetResponse OfTenant(TicketFacetValue value)
        {
            var tenant = served![new(Guid.Parse(value.Value))];
            return new(tenant.Slug, tenant.Name, value.Count);
        }
    }
}

/// <param name="Value">As the filter takes it.</param>
/// <param name="Name">What an assignee or a municipality is called. Null: it is none, or they are erased or of the platform.</param>
public sealed record TicketFacetResponse(string Value, string? Name, int Count);
