namespace Helpdesk.Domain.Sla.Calendars;

/// <summary>
/// A stored calendar. Every save is a version that can be had back from its history, for tickets that were promised something under it.
/// </summary>
public sealed record CalendarDocument : IAggregate<CalendarDocument, CalendarEvent>
{
    public static string Kind => "calendar";

    public int Version { get; init; }

    public required CalendarDefinition Definition { get; init; }

    /// <summary>Gone from lists and closed to new policies; still there for tickets that keep a version of it.</summary>
    public bool IsRemoved { get; init; }

    public static CalendarDocument Apply(CalendarDocument? state, Recorded<CalendarEvent> recorded) => recorded.Event switch
    {
        CalendarEvent.Saved saved => new() { Version = recorded.Version, Definition = saved.Definition },
        CalendarEvent.Removed => state! with { Version = recorded.Version, IsRemoved = true },
        var unknown => throw new InvalidOperationException($"A calendar cannot begin or go on with {unknown.GetType().Name}."),
    };
}

/// <summary>A calendar under its id, by which policies name it.</summary>
public sealed record SavedCalendar(Guid Id, CalendarDocument Document);

/// <summary>What can happen to a calendar.</summary>
public abstract record CalendarEvent
{
    private CalendarEvent() { }

    public sealed record Saved(CalendarDefinition Definition) : CalendarEvent;

    public sealed record Removed : CalendarEvent;
}

/// <summary>How a calendar may change.</summary>
public static class CalendarChanges
{
    /// <param name="book">The policies in force: none of them may be left with a target that can never come due.</param>
    public static Decision<CalendarEvent> Save(
        CalendarDocument? state, Guid id, CalendarDefinition definition, SlaPolicyBook book, Member member, Instant now)
    {
        if (SlaErrors.UnlessAdmin(member) is { } refused)
            return refused;
        if (state is { IsRemoved: true })
            return AccessErrors.NotFound;
        if (BusinessCalendar.Compile(definition).Refused(out var why, out var calendar))
            return why;
        if (Uses(book, id).FirstOrDefault(use => calendar.Add(now, use.Objective.Within) is null) is { Policy: { } starved })
            return Error.Invalid(SlaErrors.NeverDue("/windows",
                $"Die Richtlinie „{starved.Name}“ rechnet mit ihm, und so lange ist er nicht offen.",
                $"the policy '{starved.Name}' counts by it, and it is not open for so long."));

        return state is not null && RecordJson.Same(state.Definition, definition)
            ? Decision<CalendarEvent>.Nothing : new CalendarEvent.Saved(definition);
    }

    /// <param name="book">The policies in force: a calendar that one of them counts by stays.</param>
    public static Decision<CalendarEvent> Remove(CalendarDocument? state, Guid id, SlaPolicyBook book, Member member)
    {
        if (SlaErrors.UnlessAdmin(member) is { } refused)
            return refused;
        if (state is null or { IsRemoved: true })
            return AccessErrors.NotFound;
        if (Uses(book, id).FirstOrDefault() is { Policy: { } user })
            return SlaErrors.CalendarInUse(user.Name);

        return new CalendarEvent.Removed();
    }

    private static IEnumerable<(SlaPolicy Policy, SlaObjective Objective)> Uses(SlaPolicyBook book, Guid calendar) =>
        from policy in book.Policies
        from objective in policy.Objectives
        where objective.Calendar == calendar
        select (policy, objective);
}
