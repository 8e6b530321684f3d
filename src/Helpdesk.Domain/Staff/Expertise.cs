namespace Helpdesk.Domain.Staff;

/// <summary>What one person of the staff knows, as it was last declared. Somebody who never declared anything has no such stream.</summary>
public sealed record Expertise : IAggregate<Expertise, ExpertiseEvent>
{
    public static string Kind => "expertise";

    public required AccountId Person { get; init; }

    public ImmutableArray<ExpertiseItem> Items { get; init; } = [];

    public int Version { get; init; }

    public Instant UpdatedAt { get; init; }

    public static Expertise NothingDeclared(AccountId person) => new() { Person = person };

    public static Expertise Apply(Expertise? state, Recorded<ExpertiseEvent> recorded) => recorded.Event switch
    {
        ExpertiseEvent.Declared declared => new()
        {
            Person = declared.Person,
            Items = declared.Items,
            Version = recorded.Version,
            UpdatedAt = recorded.At,
        },
        var unknown => throw new InvalidOperationException($"Expertise cannot go on with {unknown.GetType().Name}."),
    };
}

/// <summary>One thing that somebody knows.</summary>
/// <param name="Area">
/// A word of the tenant's own. What counts for a ticket is whether it is the ticket's category or one of its tags.
/// </param>
/// <param name="Level">1 (has seen it) to 5 (teaches it), inclusive.</param>
/// <param name="Qualification">A certificate or an exam; <c>null</c>: experience alone.</param>
/// <param name="ValidUntil">Last day on which it counts; <c>null</c>: without end.</param>
public sealed record ExpertiseItem(string Area, int Level, string? Qualification, LocalDate? ValidUntil)
{
    public const int LeastLevel = 1;
    public const int MostLevel = 5;

    public bool IsValidOn(LocalDate day) => ValidUntil is not { } last || day <= last;
}

/// <summary>What can happen to somebody's expertise. Stored for good.</summary>
public abstract record ExpertiseEvent
{
    private ExpertiseEvent() { }

    /// <param name="Items">All of it, in place of what was declared before.</param>
    public sealed record Declared(AccountId Person, ImmutableArray<ExpertiseItem> Items) : ExpertiseEvent;
}
