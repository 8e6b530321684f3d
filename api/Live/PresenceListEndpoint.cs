using System.Text.Json.Serialization;
using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Helpdesk.Api.Tickets;
using Helpdesk.Contracts.Live;
using Helpdesk.Domain.Live;
using Helpdesk.Domain.People;
using Helpdesk.Grains.Hosting.Calls;

namespace Helpdesk.Api.Live;

/// <summary>
/// For a list: everybody who is at some ticket just now, in one answer. From memory, and no more than staff at work have open.
/// </summary>
internal static class PresenceListEndpoint
{
    public static RouteGroupBuilder MapPresenceList(this RouteGroupBuilder tenant)
    {
        tenant.MapGroup("").WithTags("Live").RequireStaff().RequirePerson().EvenExpired()
            .MapGet("/presence", List).Named("ListPresence").Answers<PresenceListResponse>();
        return tenant;
    }

    private static async Task<IResult> List(
        HttpContext context, IGrainFactory grains, TenantPasses passes, IPeopleStore people, IMemberDirectory members)
    {
        var scope = await TicketScope.Of(context, people);
        var boards = await Task.WhenAll(scope.Tenants.Select(tenant => Of(tenant, grains, passes, context.RequestAborted)));
        var items = new List<ListedPresence>();
        foreach (var (tenant, presence) in boards.SelectMany(board => board).OrderBy(one => one.Presence.Ticket.Value))
            items.Add(new(presence.Ticket.Value, await PresentPerson.Named(tenant, presence, members, context.RequestAborted))
            { Tenant = scope.Served?[tenant].Slug });
        return Json.Ok(new PresenceListResponse(items));
    }

    // Each in a flow of its own: a pass is for one tenant.
    private static async Task<IEnumerable<(TenantId Tenant, TicketPresence Presence)>> Of(
        TenantId tenant, IGrainFactory grains, TenantPasses passes, CancellationToken cancellation)
    {
        passes.Enter(tenant);
        var all = await grains.GetGrain<IPresenceGrain>(GrainKeys.Of(tenant)).Since(known: null, cancellation);
        return all.Tickets.Where(ticket => !ticket.People.IsEmpty).Select(ticket => (tenant, ticket));
    }
}

/// <param name="People">Everybody who is there now, by the time at which they came.</param>
public sealed record ListedPresence(Guid Ticket, IReadOnlyList<PresentPerson> People)
{
    /// <summary>Slug; only over several tenants.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Tenant { get; init; }
}

/// <param name="Items">Tickets at which somebody is; the stream of events tells of each change.</param>
public sealed record PresenceListResponse(IReadOnlyList<ListedPresence> Items);
