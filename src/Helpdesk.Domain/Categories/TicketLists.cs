namespace Helpdesk.Domain.Categories;

/// <summary>The categories, queues and teams of a tenant, each in the order in which they are shown.</summary>
public sealed record TicketLists : IAggregate<TicketLists, TicketListEvent>
{
    /// <summary>Before a tenant changes anything.</summary>
    public static readonly TicketLists Seeded = new()
    {
        Categories =
        [
            new("website", "Website", "Website"),
            new("cms", "Redaktionssystem (CMS)", "Content management (CMS)"),
            new("formulare", "Online-Formulare", "Online forms"),
            new("it", "IT und Arbeitsplatz", "IT and workplace"),
            new("konto", "Konto und Anmeldung", "Account and sign-in"),
            new("barrierefreiheit", "Barrierefreiheit", "Accessibility"),
            new("frage", "Frage", "Question"),
            new("sonstiges", "Sonstiges", "Other"),
        ],
        Queues = [new("support", "Support", "Support")],
        Teams = [new("support", "Support", "Support")],
    };

    public static string Kind => "ticket-lists";

    /// <summary>0 for <see cref="Seeded"/>.</summary>
    public int Version { get; init; }

    public required ImmutableArray<ListEntry> Categories { get; init; }

    public required ImmutableArray<ListEntry> Queues { get; init; }

    public required ImmutableArray<ListEntry> Teams { get; init; }

    public static TicketLists Apply(TicketLists? state, Recorded<TicketListEvent> recorded)
    {
        var lists = state ?? Seeded;
        var entries = lists.Of(recorded.Event.List);
        var next = recorded.Event switch
        {
            TicketListEvent.Added added => entries.Insert(added.At, added.Entry),
            TicketListEvent.Changed changed => entries.RemoveAll(entry => entry.Key == changed.Entry.Key).Insert(changed.At, changed.Entry),
            TicketListEvent.Removed removed => entries.RemoveAll(entry => entry.Key == removed.Key),
            var unknown => throw new InvalidOperationException($"Lists cannot go on with {unknown.GetType().Name}."),
        };
        return lists.With(recorded.Event.List, next) with { Version = recorded.Version };
    }

    public ImmutableArray<ListEntry> Of(ListKind kind) => kind switch
    {
        ListKind.Category => Categories,
        ListKind.Queue => Queues,
        _ => Teams,
    };

    /// <summary>
    /// One list as a member may see it. Customers get what is offered to them: categories that are not archived, without their queue.
    /// </summary>
    public Result<ImmutableArray<PlacedEntry>> For(Member member, ListKind kind)
    {
        if (!member.IsStaff && kind != ListKind.Category)
            return AccessErrors.StaffOnly;
        var entries = member.IsStaff ? Of(kind) : Categories.Where(entry => !entry.IsArchived).Select(entry => entry with { Queue = null });
        return entries.Select((entry, at) => new PlacedEntry(entry, at)).ToImmutableArray();
    }

    /// <summary>A word as its entry spells it; one that has no entry as it is.</summary>
    public string? Spelled(ListKind kind, string? word) => Find(kind, word)?.Key ?? word;

    /// <exception cref="InvalidOperationException">There is none with this key.</exception>
    public PlacedEntry Placed(ListKind kind, string key) =>
        Of(kind).Select((entry, at) => new PlacedEntry(entry, at)).First(placed => TicketKeys.AreSame(placed.Entry.Key, key));

    public ListEntry? Find(ListKind kind, string? key) => Of(kind).FirstOrDefault(entry => TicketKeys.AreSame(entry.Key, key));

    /// <summary>One that is still offered.</summary>
    public ListEntry? Offered(ListKind kind, string? key) => Find(kind, key) is { IsArchived: false } entry ? entry : null;

    private TicketLists With(ListKind kind, ImmutableArray<ListEntry> entries) => kind switch
    {
        ListKind.Category => this with { Categories = entries },
        ListKind.Queue => this with { Queues = entries },
        _ => this with { Teams = entries },
    };
}

/// <summary>What can happen to the lists of a tenant.</summary>
public abstract record TicketListEvent(ListKind List)
{
    /// <param name="At">Place in its list, from 0.</param>
    public sealed record Added(ListKind List, int At, ListEntry Entry) : TicketListEvent(List);

    /// <param name="At">Place in its list afterwards, from 0.</param>
    public sealed record Changed(ListKind List, int At, ListEntry Entry) : TicketListEvent(List);

    public sealed record Removed(ListKind List, string Key) : TicketListEvent(List);
}
