namespace Helpdesk.Domain.Staff;

/// <summary>
/// The time that staff spent on one ticket. A stream of its own beside the ticket's: noting ten minutes must not make stale what a
/// colleague is just changing, and nothing of it can reach the customer.
/// </summary>
public sealed record TimeSheet : IAggregate<TimeSheet, TimeSheetEvent>
{
    public static string Kind => "time_sheet";

    public static readonly TimeSheet Empty = new();

    /// <summary>In the order in which they were recorded.</summary>
    public ImmutableArray<TimeEntry> Entries { get; init; } = [];

    public int Version { get; init; }

    public Instant UpdatedAt { get; init; }

    /// <summary>
    /// As one member may read it: what they may not is not there. What it comes to is counted from the rest alone: a sum over more would
    /// tell an agent what a colleague's time was.
    /// </summary>
    public TimeSheet For(Member member) => this with { Entries = Entries.RemoveAll(entry => !TimeRules.MayRead(member, entry)) };

    public TimeEntry? Find(Guid entry) => Entries.FirstOrDefault(one => one.Id == entry);

    public static TimeSheet Apply(TimeSheet? state, Recorded<TimeSheetEvent> recorded)
    {
        var before = state ?? Empty;
        var entries = recorded.Event switch
        {
            TimeSheetEvent.Recorded what => before.Entries.Add(new(what.Entry, what.Person, what.Work, Revision: 1)),
            TimeSheetEvent.Corrected what =>
                [.. before.Entries.Select(one => one.Id == what.Entry ? one with { Work = what.To, Revision = one.Revision + 1 } : one)],
            TimeSheetEvent.Removed what => before.Entries.RemoveAll(one => one.Id == what.Entry),
            var unknown => throw new InvalidOperationException($"A time sheet cannot go on with {unknown.GetType().Name}."),
        };
        return before with { Entries = entries, Version = recorded.Version, UpdatedAt = recorded.At };
    }
}

/// <param name="Person">Whose time it was.</param>
/// <param name="Revision">Counts its changes from 1; its <c>ETag</c>.</param>
public sealed record TimeEntry(Guid Id, AccountId Person, Work Work, int Revision);

/// <param name="On">The day on which it was done; decides which rate counts.</param>
/// <param name="Billable">Charged to somebody, not only counted.</param>
public sealed record Work(int Minutes, LocalDate On, string? Note, bool Billable);

/// <summary>What shall be different about some work; what is not set stays.</summary>
public sealed record WorkChange(int? Minutes = null, LocalDate? On = null, Change<string?> Note = default, bool? Billable = null)
{
    public Work Apply(Work work) => new(Minutes ?? work.Minutes, On ?? work.On, Note.Or(work.Note), Billable ?? work.Billable);
}

/// <summary>What can happen to a time sheet. Stored for good.</summary>
public abstract record TimeSheetEvent
{
    private TimeSheetEvent() { }

    public sealed record Recorded(Guid Entry, AccountId Person, Work Work) : TimeSheetEvent;

    public sealed record Corrected(Guid Entry, Work From, Work To) : TimeSheetEvent;

    public sealed record Removed(Guid Entry) : TimeSheetEvent;
}
