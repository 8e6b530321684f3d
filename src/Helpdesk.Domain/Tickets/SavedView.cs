using System.Collections.Immutable;

namespace Helpdesk.Domain.Tickets;

/// <summary>With whom a view is shared.</summary>
public enum ViewSharing
{
    Me,
    Teams,
    Staff,
}

/// <summary>What a list can show of each ticket.</summary>
public enum ViewColumn
{
    Tenant,
    Number,
    Subject,
    Status,
    Priority,
    Category,
    Queue,
    Team,
    Tags,
    Requester,
    Assignee,
    DueAt,
    SlaState,
    CreatedAt,
    UpdatedAt,
    LastComment,
    Presence,
}

/// <summary>A list that somebody wants to come back to. A document: the last write stands, by its version.</summary>
public sealed record SavedView
{
    public const int MostOfOne = 100;
    public const int LongestName = 100;
    public const int LongestFilters = 2_000;
    public const int MostTeams = 20;

    public required Guid Id { get; init; }
    public required AccountId Owner { get; init; }
    public required string Name { get; init; }

    /// <summary>As the query of the list, without order and page.</summary>
    public required string Filters { get; init; }

    /// <summary>As the list takes it; <c>null</c>: its own order.</summary>
    public string? Sort { get; init; }

    /// <summary>From the first on; empty: as the reader's program likes.</summary>
    public ImmutableArray<ViewColumn> Columns { get; init; } = [];
    public ViewSharing SharedWith { get; init; }

    /// <summary>Keys, where it is shared with teams.</summary>
    public ImmutableArray<string> Teams { get; init; } = [];
    public int Version { get; init; }

    public bool Says(SavedView other) => (Name, Filters, Sort, SharedWith) == (other.Name, other.Filters, other.Sort, other.SharedWith)
        && Columns.SequenceEqual(other.Columns) && Teams.SequenceEqual(other.Teams, TicketKeys.Comparer);
}

/// <summary>What one person sees.</summary>
/// <param name="Views">Own ones and those that are shared; who may see which is the asker's to decide.</param>
/// <param name="Order">Keys, as the person put them.</param>
public sealed record ViewShelf(IReadOnlyList<SavedView> Views, IReadOnlyList<string> Order);

/// <summary>Views of a tenant. At the desk they are the platform's.</summary>
public interface ISavedViews
{
    /// <summary>The person's own ones, and all that are shared.</summary>
    Task<ViewShelf> Of(Member person, CancellationToken cancellation);

    Task<SavedView?> Find(TenantId tenant, Guid id, CancellationToken cancellation);

    /// <param name="fingerprint">What was asked: the same id with another one is a mistake.</param>
    /// <returns>As it is, and whether it was there before; <c>idempotency-key-reused</c>; <c>too-many-views</c>.</returns>
    Task<Result<(SavedView View, bool Replayed)>> Add(TenantId tenant, SavedView view, string fingerprint, CancellationToken cancellation);

    /// <returns><c>null</c>: it is not at this version any more.</returns>
    Task<SavedView?> Save(TenantId tenant, SavedView view, int version, CancellationToken cancellation);

    /// <returns><c>false</c>: it is not at this version any more.</returns>
    Task<bool> Remove(TenantId tenant, Guid id, int version, CancellationToken cancellation);

    Task SaveOrder(Member person, IReadOnlyList<string> keys, CancellationToken cancellation);
}
