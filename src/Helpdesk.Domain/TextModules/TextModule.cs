using System.Collections.Immutable;

namespace Helpdesk.Domain.TextModules;

/// <summary>Words that staff write again and again, kept once; with places that are filled for the ticket at hand.</summary>
public sealed record TextModule
{
    public required Guid Id { get; init; }
    public required TextModuleChoice Choice { get; init; }
    public required Instant CreatedAt { get; init; }
    public required Instant UpdatedAt { get; init; }

    /// <summary>The list's, when this one was changed last.</summary>
    public required int Version { get; init; }
}

/// <summary>A text module as somebody wants it.</summary>
public sealed record TextModuleChoice
{
    public required string Name { get; init; }

    /// <summary>What is typed to find it.</summary>
    public required string Shortcut { get; init; }

    /// <summary>The words in German; <c>null</c>: there are none. One of the two languages is there.</summary>
    public string? De { get; init; }
    public string? En { get; init; }

    /// <summary>Tickets for which it is offered; empty: whatever they are. The same for teams and categories.</summary>
    public ImmutableArray<string> Queues { get; init; } = [];
    public ImmutableArray<string> Teams { get; init; } = [];
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>In <c>de</c> or <c>en</c>, or in the other one where there are no words in it.</summary>
    public (string Language, string Text) In(string language) => language == "en"
        ? En is { } en ? ("en", en) : ("de", De!)
        : De is { } de ? ("de", de) : ("en", En!);

    /// <summary>
    /// Whether it is offered for such a ticket: each list that is not empty has the ticket's word, in whatever case it is written.
    /// </summary>
    public bool IsFor(string? category, string? queue, string? team) =>
        Fits(Categories, category) && Fits(Queues, queue) && Fits(Teams, team);

    public bool Equals(TextModuleChoice? other) => other is not null
        && (Name, Shortcut, De, En) == (other.Name, other.Shortcut, other.De, other.En)
        && Queues.AsSpan().SequenceEqual(other.Queues.AsSpan()) && Teams.AsSpan().SequenceEqual(other.Teams.AsSpan())
        && Categories.AsSpan().SequenceEqual(other.Categories.AsSpan());

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    private static bool Fits(ImmutableArray<string> any, string? word) =>
        any.IsEmpty || (word is not null && any.Contains(word, TicketKeys.Comparer));
}

/// <summary>Those of one municipality.</summary>
public sealed record TextModuleList : IAggregate<TextModuleList, TextModuleEvent>
{
    public static string Kind => "text_modules";

    public static readonly TextModuleList None = new() { Version = 0 };

    /// <summary>From the oldest to the newest.</summary>
    public ImmutableArray<TextModule> Items { get; init; } = [];
    public required int Version { get; init; }

    public static Guid StreamOf(TenantId tenant) => CommandId.Derive($"{tenant}|{Kind}");

    public TextModule? Find(Guid id) => Items.FirstOrDefault(module => module.Id == id);

    public static TextModuleList Apply(TextModuleList? state, Recorded<TextModuleEvent> recorded)
    {
        var list = state ?? None;
        var items = recorded.Event switch
        {
            TextModuleEvent.Added added => list.Items.Add(new()
            {
                Id = added.Id,
                Choice = added.Choice,
                CreatedAt = recorded.At,
                UpdatedAt = recorded.At,
                Version = recorded.Version,
            }),
            TextModuleEvent.Changed changed => list.Items.Replace(list.Find(changed.Id)!, list.Find(changed.Id)! with
            {
                Choice = changed.Choice,
                UpdatedAt = recorded.At,
                Version = recorded.Version,
            }),
            TextModuleEvent.Removed removed => list.Items.RemoveAll(module => module.Id == removed.Id),
            var unknown => throw new InvalidOperationException($"Text modules cannot go on with {unknown.GetType().Name}."),
        };
        return list with { Items = items, Version = recorded.Version };
    }
}

/// <summary>What can happen to them. Stored for good.</summary>
public abstract record TextModuleEvent(Guid Id)
{
    public sealed record Added(Guid Id, TextModuleChoice Choice) : TextModuleEvent(Id);

    public sealed record Changed(Guid Id, TextModuleChoice Choice) : TextModuleEvent(Id);

    public sealed record Removed(Guid Id) : TextModuleEvent(Id);
}

public interface ITextModules : IAggregateStore<TextModuleList, TextModuleEvent>;
