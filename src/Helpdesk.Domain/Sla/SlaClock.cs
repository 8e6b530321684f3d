namespace Helpdesk.Domain.Sla;

/// <summary>
/// The clocks of one ticket, folded from its facts. Holds when what changed, and nothing that was calculated: policies, calendars and the
/// time of day come in with <see cref="SlaEvaluation"/>, so the same facts give the same answer whenever they are folded.
/// </summary>
public sealed record SlaClock
{
    public required Instant OpenedAt { get; init; }

    public required SlaFields Fields { get; init; }

    public required ImmutableArray<SlaStatusSpan> Statuses { get; init; }

    /// <summary>A new one starts with each policy and each priority. Empty while no policy speaks for the ticket.</summary>
    public ImmutableArray<SlaEra> Eras { get; init; } = [];

    /// <summary>
    /// The first public answer by a person, or the end of the ticket when it came first. Changed only by an earlier answer that is
    /// reported later.
    /// </summary>
    public Instant? FirstAnsweredAt { get; init; }

    /// <summary>The customer's last wait for an answer to a comment.</summary>
    public SlaWait? Wait { get; init; }

    /// <summary>How many earlier waits were answered too late.</summary>
    public int MissedWaits { get; init; }

    /// <summary>What has been acted on, except in earlier waits.</summary>
    public ImmutableArray<SlaMoment> Reached { get; init; } = [];

    public TicketStatus Status => Statuses[^1].Status;

    public bool IsWithdrawn => Statuses[^1].IsWithdrawn;

    public SlaTerms? Terms => Eras.IsEmpty ? null : Eras[^1].Terms;

    /// <summary>
    /// When resolution stopped; <c>null</c> while the ticket is neither resolved nor closed. What was resolved, then merged, and stands by
    /// itself again, is resolved since the first time.
    /// </summary>
    public Instant? ResolvedAt
    {
        get
        {
            Instant? since = null;
            for (var i = Statuses.Length - 1; i >= 0 && (Statuses[i].IsOver || (Statuses[i].IsWithdrawn && since is not null)); i--)
                since = Statuses[i].IsOver ? Statuses[i].From : since;
            return since;
        }
    }

    /// <param name="clock"><c>null</c> before the first fact, which is <see cref="SlaFact.Opened"/>.</param>
    public static SlaClock Apply(SlaClock? clock, Instant at, SlaFact fact) => fact switch
    {
        SlaFact.Opened opened => new() { OpenedAt = at, Fields = opened.Fields, Statuses = [new(at, TicketStatus.Open)] },
        _ => (clock ?? throw new InvalidOperationException("The first fact of a clock is the opening.")).With(at, fact),
    };

    private SlaClock With(Instant at, SlaFact fact) => fact switch
    {
        SlaFact.FieldsChanged changed => WithFields(at, changed.Fields),
        SlaFact.PolicyApplied applied => this with { Eras = Eras.Add(new(at, applied.Terms, Fields.Priority)) },
        SlaFact.CustomerCommented => Wait is { AnsweredAt: null } ? this : WithNewWait(at),
        SlaFact.StaffCommented { Automatic: true } => this,
        SlaFact.StaffCommented { AwaitsMail: true } => WithoutWait(at),
        SlaFact.StaffCommented or SlaFact.CustomerSatisfied => Answered(at),
        SlaFact.AnswerDelivered { At: var then } => this with
        {
            FirstAnsweredAt = FirstAnsweredAt is { } known ? Instant.Min(known, then) : then,
        },
        SlaFact.StatusChanged changed => WithStatus(new(at, changed.To)),
        SlaFact.Withdrawn => WithStatus(new(at, Status, IsWithdrawn: true)),
        SlaFact.Restored restored => WithStatus(new(at, restored.To)),
        SlaFact.MomentReached reached => this with { Reached = Reached.Add(reached.Moment) },
        var unknown => throw new InvalidOperationException($"A clock cannot go on with {unknown.GetType().Name}."),
    };

    private SlaClock WithFields(Instant at, SlaFields fields)
    {
        var sameTarget = Eras.IsEmpty || fields.Priority == Fields.Priority;
        return this with { Fields = fields, Eras = sameTarget ? Eras : Eras.Add(new(at, Eras[^1].Terms, fields.Priority)) };
    }

    private SlaClock WithStatus(SlaStatusSpan next)
    {
        var moved = this with { Statuses = Statuses.Add(next) };
        return next.IsOver ? moved.Answered(next.From) : moved;
    }

    // Whoever resolves a ticket says so to the customer: that answers whatever was open.
    private SlaClock Answered(Instant at) => WithoutWait(at) with { FirstAnsweredAt = FirstAnsweredAt ?? at };

    private SlaClock WithoutWait(Instant at) => Wait is { AnsweredAt: null } ? this with { Wait = Wait with { AnsweredAt = at } } : this;

    private SlaClock WithNewWait(Instant at)
    {
        var missed = Reached.Any(moment => moment is { Target: SlaTarget.NextResponse, IsBreach: true });
        return this with
        {
            Wait = new((Wait?.Cycle ?? 0) + 1, at, null),
            MissedWaits = MissedWaits + (missed ? 1 : 0),
            Reached = Reached.RemoveAll(moment => moment.Target == SlaTarget.NextResponse),
        };
    }
}

/// <summary>The ticket stood so from <paramref name="From"/> (inclusive) to the next span's start.</summary>
public readonly record struct SlaStatusSpan(Instant From, TicketStatus Status, bool IsWithdrawn = false)
{
    public bool IsOver => !IsWithdrawn && Status.IsOver();
}

/// <summary>One policy and one priority spoke from <paramref name="From"/> (inclusive) to the next era's start.</summary>
public sealed record SlaEra(Instant From, SlaTerms Terms, Priority Priority);

/// <summary>From the first customer comment that nobody had answered. Further comments do not start it again.</summary>
/// <param name="Cycle">Counts the waits of a ticket, from 1.</param>
public sealed record SlaWait(int Cycle, Instant Since, Instant? AnsweredAt);
