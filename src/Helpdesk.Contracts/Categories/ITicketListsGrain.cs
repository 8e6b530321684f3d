using System.Collections.Immutable;
using Helpdesk.Domain.Categories;

namespace Helpdesk.Contracts.Categories;

/// <summary>The categories, queues and teams of one tenant; the only writer of their history. Key: <c>{tenant:D}</c>.</summary>
[Alias("ITicketListsGrain")]
public interface ITicketListsGrain : IGrainWithStringKey
{
    /// <summary>One list as the caller may see it, see <see cref="TicketLists.For"/>.</summary>
    [Alias("Entries")]
    Task<Result<ImmutableArray<PlacedEntry>>> Entries(Caller caller, ListKind kind, CancellationToken cancellation);

    /// <param name="at">Place in the list, from 0; <c>null</c>: at the end.</param>
    [Alias("Add")]
    Task<Result<Outcome<PlacedEntry>>> Add(
        Caller caller, CommandId id, ListKind kind, ListEntry entry, int? at, CancellationToken cancellation);

    /// <param name="at">Place in the list afterwards; <c>null</c>: where it is.</param>
    /// <param name="revision">As read.</param>
    [Alias("Change")]
    Task<Result<Outcome<PlacedEntry>>> Change(
        Caller caller, CommandId id, ListKind kind, ListEntry entry, int? at, int revision, CancellationToken cancellation);

    /// <param name="revision">As read; <c>null</c>: whatever it is.</param>
    /// <returns>Its key.</returns>
    [Alias("Remove")]
    Task<Result<Outcome<string>>> Remove(
        Caller caller, CommandId id, ListKind kind, string key, int? revision, CancellationToken cancellation);
}
