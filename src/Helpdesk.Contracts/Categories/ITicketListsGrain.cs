using Helpdesk.Domain;
using Helpdesk.Domain.Categories;

namespace Helpdesk.Contracts.Categories;

/// <summary>The categories, queues and teams of one tenant; the only writer of their history. Key: <c>{tenant:D}</c>.</summary>
[Alias("ITicketListsGrain")]
public interface ITicketListsGrain : IGrainWithStringKey
{
    /// <summary>All of one list in its order. Customers get what is offered to them: categories that are not archived.</summary>
    [Alias("Entries")]
    Task<Result<IReadOnlyList<ListEntryView>>> Entries(Caller caller, ListKind kind, CancellationToken cancellation);

    /// <param name="at">Place in the list, from 0; <c>null</c>: at the end.</param>
    [Alias("Add")]
    Task<Result<ListEntryView>> Add(Caller caller, CommandId id, ListKind kind, ListEntryMessage entry, int? at, CancellationToken cancellation);

    /// <param name="at">Place in the list afterwards; <c>null</c>: where it is.</param>
    /// <param name="revision">As read.</param>
    [Alias("Change")]
    Task<Result<ListEntryView>> Change(
        Caller caller, CommandId id, ListKind kind, ListEntryMessage entry, int? at, int revision, CancellationToken cancellation);

    /// <param name="revision">As read; <c>null</c>: whatever it is.</param>
    [Alias("Remove")]
    Task<Result<bool>> Remove(Caller caller, CommandId id, ListKind kind, string key, int? revision, CancellationToken cancellation);
}

/// <summary>As <see cref="ListEntry"/>, without its revision.</summary>
[GenerateSerializer, Immutable, Alias("list-entry")]
public sealed record ListEntryMessage(
    string Key, string NameDe, string NameEn, bool IsArchived, string? Queue, string? Team, IReadOnlyList<Guid> Members, string? Email);

/// <param name="Position">Place in its list, from 0.</param>
[GenerateSerializer, Immutable, Alias("list-entry-view")]
public sealed record ListEntryView(ListEntryMessage Entry, int Position, int Revision);
