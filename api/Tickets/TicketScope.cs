using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Api.Tickets;

/// <summary>Over which tenants somebody lists and searches, and as what.</summary>
/// <param name="Served">Of the tenants that it runs over, named in each item; <c>null</c>: it is one tenant's own.</param>
internal sealed record TicketScope(Member Member, IReadOnlyList<TenantId> Tenants, IReadOnlyDictionary<TenantId, ServedTenant>? Served)
{
    /// <summary>Those that are named, of the tenants that it runs over: one that is not served has no tickets.</summary>
    /// <returns><c>null</c>: none is named.</returns>
    public IReadOnlyList<TenantId>? Named(HttpContext context, IReadOnlyList<string> slugs)
    {
        if (slugs.Count == 0)
            return null;
        var wanted = slugs.Select(slug => Slug.Spelled(slug)).ToHashSet(StringComparer.Ordinal);
        return Served is null ? wanted.Contains(context.Tenant().Slug) ? Tenants : []
            : [.. Served.Values.Where(tenant => wanted.Contains(tenant.Slug)).Select(tenant => tenant.Id)];
    }

    /// <summary>Over all tenants served; not in one of them that the path names.</summary>
    public static bool IsDesk(HttpContext context) => context.Tenant() is { Kind: HostKind.Desk } at && at.Tenant == TenantId.Platform;

    public static async Task<TicketScope> Of(HttpContext context, IPeopleStore people)
    {
        var member = context.Member();
        if (!IsDesk(context))
            return new(member, [member.Tenant], null);

        // Only where the account is staff: what it may see elsewhere, as a customer, is another list.
        var served = await people.Served(member.Account, context.RequestAborted);
        var desk = served.Where(tenant => new Member(tenant.Id, member.Account, tenant.Role).IsStaff).ToDictionary(tenant => tenant.Id);
        return new(member with { Role = Role.Agent }, [.. desk.Keys], desk);
    }
}
