using Helpdesk.Domain.Tenants;

namespace Helpdesk.Domain.People;

/// <param name="Text">Part of a name or an address.</param>
/// <param name="Home">Only accounts of this tenant.</param>
/// <param name="After">The last one of the page before, in the order of names.</param>
/// <param name="Limit">How many at most.</param>
/// <param name="Group">Only people of this requester group.</param>
public sealed record PeopleQuery(
    TenantId Tenant, Role? Role, MembershipStatus? Status, string? Text, TenantId? Home, PeoplePosition? After, int Limit,
    string? Group = null);

/// <summary>A place in the list, which is sorted by name.</summary>
public sealed record PeoplePosition(string NameKey, Guid Account);

/// <param name="Total">All that match, on every page.</param>
public sealed record PeoplePage(IReadOnlyList<Membership> Items, PeoplePosition? Next, long Total);
