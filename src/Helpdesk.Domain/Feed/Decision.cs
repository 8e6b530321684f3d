namespace Helpdesk.Domain.Feed;

/// <summary>What follows from a command: events in order (none: nothing changes), or a refusal.</summary>
public readonly struct Decision<TEvent>
{
    private readonly IReadOnlyList<TEvent>? events;

    private Decision(IReadOnlyList<TEvent> events) => this.events = events;
    private Decision(Error refusal) => Refusal = refusal;

    /// <summary>Nothing to do: the command asks for what already is.</summary>
    public static Decision<TEvent> Nothing => new([]);

    public Error? Refusal { get; }

    /// <exception cref="InvalidOperationException">It is a refusal.</exception>
    public IReadOnlyList<TEvent> Events => events
        ?? throw new InvalidOperationException($"Refused: {Refusal?.Code ?? "default(Decision)"}.");

    public static implicit operator Decision<TEvent>(TEvent single) => new([single]);

    public static implicit operator Decision<TEvent>(TEvent[] events) => new(events);

    public static implicit operator Decision<TEvent>(List<TEvent> events) => new(events);

    public static implicit operator Decision<TEvent>(Error refusal) => new(refusal);
}
