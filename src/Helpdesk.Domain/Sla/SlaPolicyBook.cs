namespace Helpdesk.Domain.Sla;

/// <summary>
/// The ordered list of a tenant's policies. The first whose condition holds wins; the last holds for every ticket, so exactly one wins.
/// Its version is what tickets keep: a ticket opened under version 7 stays under version 7 until somebody re-evaluates it.
/// </summary>
public sealed record SlaPolicyBook : IAggregate<SlaPolicyBook, SlaPolicyEvent>
{
    /// <summary>Before a tenant changes anything: <see cref="SlaDefaults.Policy"/> alone.</summary>
    public static readonly SlaPolicyBook Seeded = new() { Policies = [SlaDefaults.Policy] };

    public static string Kind => "sla-policies";

    /// <summary>0 for <see cref="Seeded"/>.</summary>
    public int Version { get; init; }

    public required ImmutableArray<SlaPolicy> Policies { get; init; }

    public static SlaPolicyBook Apply(SlaPolicyBook? state, Recorded<SlaPolicyEvent> recorded)
    {
        var policies = (state ?? Seeded).Policies;
        return new()
        {
            Version = recorded.Version,
            Policies = recorded.Event switch
            {
                SlaPolicyEvent.Added added => policies.Insert(added.At, added.Policy),
                SlaPolicyEvent.Changed changed => [.. policies.Select(policy => policy.Id == changed.Policy.Id ? changed.Policy : policy)],
                SlaPolicyEvent.Removed removed => policies.RemoveAll(policy => policy.Id == removed.Id),
                SlaPolicyEvent.Reordered reordered => [.. reordered.Ids.Select(id => policies.First(policy => policy.Id == id))],
                var unknown => throw new InvalidOperationException($"A policy book cannot go on with {unknown.GetType().Name}."),
            },
        };
    }

    public SlaPolicy? Find(Guid id)
    {
        foreach (var policy in Policies)
        {
            if (policy.Id == id)
                return policy;
        }

        return null;
    }

    /// <summary>Which policy speaks for a ticket, without the words of <see cref="Choose"/>.</summary>
    public SlaPolicy Winner(SlaFields ticket)
    {
        foreach (var policy in Policies)
        {
            if (policy.Condition.Holds(ticket))
                return policy;
        }

        throw NoneHolds();
    }

    /// <summary>Which policy speaks for a ticket, and why this one and none above it.</summary>
    public (SlaPolicy Policy, string Why) Choose(SlaFields ticket)
    {
        var passed = new List<string>();
        for (var at = 0; at < Policies.Length; at++)
        {
            var (holds, why) = Policies[at].Condition.Of(ticket);
            var place = string.Create(CultureInfo.InvariantCulture, $"'{Policies[at].Name}' ({at + 1} of {Policies.Length})");
            if (holds)
                return (Policies[at], string.Join("; ", [$"{place} because {why}", .. passed]));

            passed.Add($"not {place}: {why}");
        }

        throw NoneHolds();
    }

    private static InvalidOperationException NoneHolds() => new("The last policy of a book holds for every ticket.");
}

/// <summary>What can happen to a tenant's policies.</summary>
public abstract record SlaPolicyEvent
{
    private SlaPolicyEvent() { }

    /// <param name="At">Place in the list, from 0.</param>
    public sealed record Added(int At, SlaPolicy Policy) : SlaPolicyEvent;

    public sealed record Changed(SlaPolicy Policy) : SlaPolicyEvent;

    public sealed record Removed(Guid Id) : SlaPolicyEvent;

    /// <param name="Ids">All of them.</param>
    public sealed record Reordered(IReadOnlyList<Guid> Ids) : SlaPolicyEvent;
}
