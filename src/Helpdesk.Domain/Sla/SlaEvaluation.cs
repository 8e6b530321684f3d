namespace Helpdesk.Domain.Sla;

/// <summary>How one target stands. The hierarchy is closed.</summary>
public abstract record SlaVerdict
{
    private SlaVerdict() { }

    /// <param name="NextLook">When something will be owed next; <c>null</c>: never, as far as anybody can foresee.</param>
    public sealed record OnTrack(Instant? NextLook) : SlaVerdict;

    public sealed record Warned(Instant? NextLook) : SlaVerdict;

    /// <summary>Missed and still open. A pause freezes how far it is overdue, but makes nothing good.</summary>
    public sealed record Breached(Instant? NextLook) : SlaVerdict;

    /// <summary>Stands still before it was due.</summary>
    public sealed record Paused : SlaVerdict;

    /// <param name="Met">Ended before it was due; at the very moment is too late.</param>
    public sealed record Settled(bool Met) : SlaVerdict;
}

/// <summary>One target at one moment.</summary>
public sealed record SlaStanding
{
    public required SlaTarget Target { get; init; }
    public required int Cycle { get; init; }
    public required SlaObjective Objective { get; init; }
    public required Instant StartedAt { get; init; }
    public required Instant? EndedAt { get; init; }

    /// <summary>Counted so far: stands still in pauses, outside hours and after the end.</summary>
    public required Duration Elapsed { get; init; }

    /// <summary>
    /// For a target that has ended, when it would have been. <c>null</c>: not foreseeable, since it stands still, or never.
    /// </summary>
    public required Instant? DueAt { get; init; }

    /// <summary>Stands still now because of the ticket's status.</summary>
    public required bool IsPaused { get; init; }
    public required SlaVerdict Verdict { get; init; }

    /// <summary>What is owed and was not acted on yet, earliest first; some may lie ahead.</summary>
    public required IReadOnlyList<SlaMoment> Moments { get; init; }

    /// <summary>Counted time that is left; negative when overdue.</summary>
    public Duration Remaining => Objective.Within - Elapsed;

    public bool IsMissed => Verdict is SlaVerdict.Breached or SlaVerdict.Settled { Met: false };
}

/// <summary>
/// How a ticket stands at one moment, by the clocks, the versions of the rules that it keeps, and the time. Performs nothing.
/// </summary>
/// <param name="Targets">Those that have started and are promised.</param>
/// <param name="State"><c>null</c>: nothing is promised, or the ticket is withdrawn.</param>
/// <param name="DueAt">The nearest due time of the targets that run now, overdue ones included; <c>null</c> when none runs.</param>
/// <param name="Owed">What must be acted on now, earliest first. Once it is recorded as reached, a second look owes nothing.</param>
/// <param name="NextLook">When something will be owed that is not owed yet.</param>
public sealed record SlaEvaluation(
    IReadOnlyList<SlaStanding> Targets,
    SlaState? State,
    Instant? DueAt,
    IReadOnlyList<SlaMoment> Owed,
    Instant? NextLook)
{
    /// <summary>The target that <see cref="DueAt"/> is the due time of; the first of several.</summary>
    public SlaTarget? DueTarget => DueAt is null ? null
        : Targets.FirstOrDefault(target => target is { EndedAt: null, IsPaused: false } && target.DueAt == DueAt)?.Target;

    private static readonly SlaTarget[] AllTargets = Enum.GetValues<SlaTarget>();

    /// <param name="now">Not before the clock's last fact.</param>
    public static SlaEvaluation Of(SlaClock clock, SlaRules rules, Instant now)
    {
        // Runs with every change of every ticket: loops instead of queries, so that a ticket that stands well costs little.
        var targets = new List<SlaStanding>(AllTargets.Length);
        Instant? due = null, next = null;
        List<SlaMoment>? owed = null;
        foreach (var target in AllTargets)
        {
            if (SlaLife.Of(clock, rules, target) is not { } life)
                continue;
            var standing = Of(clock, rules, target, life, now);
            targets.Add(standing);
            if (standing is { EndedAt: null, IsPaused: false })
                due = Earlier(due, standing.DueAt);
            next = Earlier(next, Next(standing.Moments, now));
            foreach (var moment in standing.Moments)
            {
                if (moment.At <= now)
                    (owed ??= []).Add(moment);
            }
        }

        return new(targets, StateOf(targets, clock.MissedWaits), due, owed is null ? [] : [.. owed.OrderBy(moment => moment.At)], next);
    }

    private static SlaStanding Of(SlaClock clock, SlaRules rules, SlaTarget target, SlaTimeline life, Instant now)
    {
        var objective = life.Last.Objective!;
        var cycle = target == SlaTarget.NextResponse ? clock.Wait!.Cycle : 1;
        var due = life.When(objective.Within);
        var paused = life.End is null && !life.Last.Counts;
        var points = SlaMoments.Of(target, cycle, rules.Policy(life.Last.Era!.Terms), objective, life, due);
        var open = SlaMoments.Unreached(points, clock.Reached, due, life.End is not null);

        var verdict = Verdict(life, due, paused, points, open, now);
        return new()
        {
            Target = target,
            Cycle = cycle,
            Objective = objective,
            StartedAt = life.Start,
            EndedAt = life.End,
            Elapsed = life.Elapsed(now),
            DueAt = due,
            IsPaused = paused,
            Verdict = verdict,
            Moments = open,
        };
    }

    private static SlaVerdict Verdict(
        SlaTimeline life, Instant? due, bool paused, IReadOnlyList<SlaMoment> points, IReadOnlyList<SlaMoment> open, Instant now)
    {
        if (life.End is { } end)
            return new SlaVerdict.Settled(Met: due is null || end < due);

        var next = Next(open, now);
        if (due <= now)
            return new SlaVerdict.Breached(next);
        if (paused)
            return new SlaVerdict.Paused();

        // Earliest first.
        return points is [var first, ..] && first.At <= now ? new SlaVerdict.Warned(next) : new SlaVerdict.OnTrack(next);
    }

    private static SlaState? StateOf(List<SlaStanding> targets, int missedWaits)
    {
        if (targets.Count == 0)
            return null;
        if (missedWaits > 0 || targets.Any(target => target.IsMissed))
            return SlaState.Breached;
        if (targets.All(target => target.EndedAt is not null))
            return SlaState.Met;
        if (targets.Any(target => target.Verdict is SlaVerdict.Warned))
            return SlaState.Warned;

        return targets.Any(target => target.Verdict is SlaVerdict.OnTrack) ? SlaState.OnTrack : SlaState.Paused;
    }

    private static Instant? Next(IReadOnlyList<SlaMoment> moments, Instant now)
    {
        Instant? next = null;
        foreach (var moment in moments)
        {
            if (moment.At > now)
                next = Earlier(next, moment.At);
        }

        return next;
    }

    private static Instant? Earlier(Instant? one, Instant? other) =>
        one is { } first && other is { } second ? Instant.Min(first, second) : one ?? other;
}
