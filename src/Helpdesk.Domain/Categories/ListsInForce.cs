namespace Helpdesk.Domain.Categories;

/// <summary>What a tenant sorts tickets by at this moment.</summary>
/// <param name="IsStrict">
/// Only words of the lists are taken. Otherwise any word is for a category or a queue: mail, imports and scripts name some that nobody has
/// listed, and a ticket that is refused helps nobody. A team is people, as an assignee is a person: one that is not there never works on
/// it.
/// </param>
public sealed record ListsInForce(TicketLists Lists, bool IsStrict)
{
    /// <summary>Those of the words that are not in the lists, where they must be.</summary>
    public Error? Refusal(string? category, string? queue, string? team)
    {
        var faults = new[]
        {
            IsStrict ? Fault(ListKind.Category, category) : null, IsStrict ? Fault(ListKind.Queue, queue) : null,
            Fault(ListKind.Team, team),
        }.OfType<FieldError>().ToList();
        return faults.Count > 0 ? Error.Invalid(faults) : null;
    }

    /// <summary>Where tickets of a category go; <c>null</c>: nowhere of their own.</summary>
    public string? QueueOf(string? category) => Known(ListKind.Queue, Lists.Offered(ListKind.Category, category)?.Queue);

    /// <summary>Who works a queue; <c>null</c>: no team of its own.</summary>
    public string? TeamOf(string? queue) => Known(ListKind.Team, Lists.Offered(ListKind.Queue, queue)?.Team);

    private FieldError? Fault(ListKind kind, string? key) =>
        key is null || Lists.Offered(kind, key) is not null ? null : CategoryErrors.Unknown(kind, "/" + Words<ListKind>.Of(kind));

    private string? Known(ListKind kind, string? key) => Lists.Offered(kind, key)?.Key;
}

/// <summary>
/// Brings the lists of a tenant. Answers from memory as a rule; what a tenant changed in another process may take 5 seconds to show.
/// </summary>
public interface IListsInForce
{
    ValueTask<ListsInForce> Of(TenantId tenant, CancellationToken cancellation);
}

/// <summary>Stores a tenant's lists; one stream per tenant.</summary>
public interface ITicketListsStore : IAggregateStore<TicketLists, TicketListEvent>
{
    /// <summary>Whether some ticket carries this word; deleted ones do not count.</summary>
    Task<IReadOnlySet<string>> Carried(
        TenantId tenant, ListKind kind, IReadOnlyCollection<string> keys, CancellationToken cancellation);
}
