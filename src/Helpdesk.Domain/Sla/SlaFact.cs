namespace Helpdesk.Domain.Sla;

/// <summary>What of a ticket's history the clocks know. Everything else that happens to a ticket leaves them as they are.</summary>
public abstract record SlaFact
{
    private SlaFact() { }

    public sealed record Opened(SlaFields Fields) : SlaFact;

    /// <summary>
    /// What a policy looks at is now this. The priority changes the target at once; another policy comes only with
    /// <see cref="PolicyApplied"/>.
    /// </summary>
    public sealed record FieldsChanged(SlaFields Fields) : SlaFact;

    /// <summary>
    /// From now on this policy speaks: at the opening, after a change of fields, or because somebody re-evaluated the ticket. What was
    /// counted and what was paused before stays counted and paused.
    /// </summary>
    public sealed record PolicyApplied(SlaTerms Terms) : SlaFact;

    public sealed record CustomerCommented : SlaFact;

    /// <summary>The customer agrees that it is solved: whatever they wrote waits for no answer.</summary>
    public sealed record CustomerSatisfied : SlaFact;

    /// <summary>A public comment of staff.</summary>
    /// <param name="Automatic">Written by a rule, such as an acknowledgement of receipt: answers nobody.</param>
    /// <param name="AwaitsMail">Is the first answer only with <see cref="AnswerDelivered"/>; whoever waits for the next has it.</param>
    public sealed record StaffCommented(bool Automatic, bool AwaitsMail = false) : SlaFact;

    /// <summary>The mail of a public comment was accepted.</summary>
    /// <param name="At">Perhaps before what is known already: reports may overtake each other.</param>
    public sealed record AnswerDelivered(Instant At) : SlaFact;

    /// <summary>Any change of status, into and out of resolved and closed too.</summary>
    public sealed record StatusChanged(TicketStatus To) : SlaFact;

    /// <summary>Merged into another ticket, or deleted: nothing is owed for this one any more.</summary>
    public sealed record Withdrawn : SlaFact;

    /// <summary>The merge was undone.</summary>
    public sealed record Restored(TicketStatus To) : SlaFact;

    /// <summary>A step or a breach has been acted on: it is never owed again.</summary>
    public sealed record MomentReached(SlaMoment Moment) : SlaFact;
}

/// <summary>The promise a ticket was given: which policy of which book, by which version of each calendar.</summary>
/// <param name="Book">Version of the tenant's <see cref="SlaPolicyBook"/>.</param>
/// <param name="Calendars">Version of each calendar that the book's policies count by.</param>
/// <param name="Why">Why this policy and none above it, in words.</param>
public sealed record SlaTerms(int Book, Guid Policy, IReadOnlyDictionary<Guid, int> Calendars, string Why)
{
    /// <summary>The terms that a book gives a ticket now.</summary>
    /// <param name="inForce">Present version of each of the tenant's calendars.</param>
    public static SlaTerms Of(SlaPolicyBook book, SlaFields ticket, IReadOnlyDictionary<Guid, int> inForce)
    {
        var used = new Dictionary<Guid, int>();
        foreach (var calendar in book.Policies.SelectMany(policy => policy.Objectives, (_, objective) => objective.Calendar))
        {
            if (calendar is { } id)
                used[id] = inForce.TryGetValue(id, out var version) ? version : throw SlaRules.NoCalendar(id);
        }

        var (policy, why) = book.Choose(ticket);
        return new(book.Version, policy.Id, used, why);
    }

    /// <summary>
    /// The terms after a change of fields: the same versions, perhaps another policy. <c>null</c>: the same policy goes on.
    /// </summary>
    /// <param name="book">In the version of these terms.</param>
    public SlaTerms? After(SlaPolicyBook book, SlaFields ticket)
    {
        if (book.Winner(ticket).Id == Policy)
            return null;
        var (policy, why) = book.Choose(ticket);
        return this with { Policy = policy.Id, Why = why };
    }

    // By what they hold: terms that were read back from storage are the same terms.
    public bool Equals(SlaTerms? other) =>
        other is not null && Book == other.Book && Policy == other.Policy && Why == other.Why && Calendars.Count == other.Calendars.Count &&
        Calendars.All(pair => other.Calendars.TryGetValue(pair.Key, out var version) && version == pair.Value);

    public override int GetHashCode() => HashCode.Combine(Book, Policy, Why, Calendars.Count);
}

/// <summary>A point of a target's time at which something is owed.</summary>
/// <param name="Cycle">1, and for the next response the number of the customer's wait.</param>
/// <param name="Step">Key of the policy's step; <c>null</c> for the breach itself.</param>
/// <param name="At">The true time, however late it is acted on.</param>
public sealed record SlaMoment(SlaTarget Target, int Cycle, string? Step, Instant At)
{
    public bool IsBreach => Step is null;

    /// <summary>The same point, whatever time was calculated for it: what is done once is known by this.</summary>
    public bool IsSameAs(SlaMoment other) => Target == other.Target && Cycle == other.Cycle && Step == other.Step;
}
