namespace Helpdesk.Domain.Sla;

/// <summary>The points of a target's time at which something is owed: the breach, and each step of the policy.</summary>
internal static class SlaMoments
{
    /// <summary>
    /// All that lie within the target's life, reached before or not, earliest first and a breach before a step of the same moment. What
    /// lies behind its end or in its present pause does not come.
    /// </summary>
    public static IReadOnlyList<SlaMoment> Of(
        SlaTarget target, int cycle, SlaPolicy policy, SlaObjective objective, SlaTimeline life, Instant? due)
    {
        var moments = new List<SlaMoment>(1 + policy.Steps.Count);
        Add(null, due);
        foreach (var step in policy.Steps)
        {
            if (step.Target is null || step.Target == target)
                Add(step.Key, At(step.At, objective, life, due));
        }

        return moments;

        // Behind all that are not later: few, and as a rule in order already.
        void Add(string? step, Instant? at)
        {
            if (at is not { } comes || !Comes(life, comes))
                return;
            var place = moments.Count;
            while (place > 0 && moments[place - 1].At > comes)
                place--;
            moments.Insert(place, new(target, cycle, step, comes));
        }
    }

    /// <summary>Those not acted on yet. Once a target was missed or has ended, a warning has nothing left to warn of.</summary>
    public static IReadOnlyList<SlaMoment> Unreached(
        IReadOnlyList<SlaMoment> points, IReadOnlyList<SlaMoment> reached, Instant? due, bool ended)
    {
        if (!ended && reached.Count == 0)
            return points;

        var warningsAreOver = ended || points.Any(point => point.IsBreach && reached.Any(point.IsSameAs));
        return [.. points.Where(point => !reached.Any(point.IsSameAs) && !(warningsAreOver && (due is null || point.At < due)))];
    }

    private static Instant? At(EscalationPoint point, SlaObjective objective, SlaTimeline life, Instant? due) => point switch
    {
        EscalationPoint.Share share => life.When(Part(objective.Within, share.BasisPoints)),
        EscalationPoint.Offset offset => due is { } at ? Instant.Max(life.Start, at + offset.FromDue) : null,
        _ => throw new InvalidOperationException($"Unknown point {point.GetType().Name}."),
    };

    // Whole microseconds, as everything that is stored; in decimal, so that ten times ten years does not overflow.
    private static Duration Part(Duration whole, int basisPoints) =>
        Duration.FromTicks((long)((decimal)whole.BclCompatibleTicks * basisPoints / 10_000m) / 10 * 10);

    private static bool Comes(SlaTimeline life, Instant at) => life switch
    {
        { End: { } end } => at < end,
        { Last: { Counts: false } standing } => at < standing.From,
        _ => true,
    };
}
