namespace Helpdesk.Domain.People;

/// <param name="Text">Words, each part of a name or an address.</param>
/// <param name="Home">Only accounts of this tenant.</param>
/// <param name="After">The last one of the page before, in the order of names.</param>
/// <param name="Limit">How many at most.</param>
/// <param name="Group">Only people of this requester group.</param>
public sealed record PeopleQuery(
    TenantId Tenant, Role? Role, MembershipStatus? Status, string? Text, TenantId? Home, PeoplePosition? After, int Limit,
    string? Group = null)
{
    private const int MostWords = 10;

    /// <summary>In any order, all of them: people are called „Müller, Anna“ as well.</summary>
    public IReadOnlyList<string> Words =>
        [.. (Text ?? "").Split([' ', ',', ';', '\u00a0'], StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MostWords)];
}

/// <summary>A place in the list, which is sorted by name.</summary>
public sealed record PeoplePosition(string NameKey, Guid Account);

/// <param name="Total">All that match, on every page.</param>
public sealed record PeoplePage(IReadOnlyList<Membership> Items, PeoplePosition? Next, long Total);
