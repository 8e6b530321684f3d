namespace Helpdesk.Domain.Categories;

/// <summary>What a ticket is sorted by. Tickets hold the keys of entries as words.</summary>
public enum ListKind
{
    Category,
    Queue,
    Team,
}

/// <summary>A category, a queue or a team.</summary>
/// <param name="Key">The word that stands on tickets and in policies; fixed for good.</param>
/// <param name="Revision">Counts the changes of this entry from 1; its <c>ETag</c>.</param>
public sealed record ListEntry(string Key, string NameDe, string NameEn, int Revision = 1)
{
    /// <summary>Not offered any more. Tickets that carry it keep it.</summary>
    public bool IsArchived { get; init; }

    /// <summary>Only for a category: where its new tickets go unless somebody says otherwise; <c>null</c>: nowhere of their own.</summary>
    public string? Queue { get; init; }

    /// <summary>Only for a queue: the team that takes its tickets unless somebody says otherwise; <c>null</c>: none.</summary>
    public string? Team { get; init; }

    /// <summary>Only for a team: whom it reaches. Somebody who has left the tenant since is passed over.</summary>
    public ImmutableArray<AccountId> Members { get; init; } = [];

    /// <summary>Only for a team: an address that is told what its members are told; <c>null</c>: none.</summary>
    public string? Email { get; init; }

    internal bool SaysTheSameAs(ListEntry other) =>
        this with { Revision = other.Revision, Members = other.Members } == other && Members.SequenceEqual(other.Members);
}

/// <param name="Position">Place in its list, from 0.</param>
public sealed record PlacedEntry(ListEntry Entry, int Position);
