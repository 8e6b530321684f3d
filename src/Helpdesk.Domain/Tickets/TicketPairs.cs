namespace Helpdesk.Domain.Tickets;

/// <summary>
/// Acts on two tickets. Each ticket decides and records its own half. Of a link both halves weigh the same; of a merge the source's half is
/// the merge itself and the target's says that its conversation includes the source's.
/// </summary>
public static class TicketPairs
{
    public static Decision<TicketEvent> Link(Ticket ticket, TicketId other, string otherNumber, LinkKind kind, Member member)
    {
        if (TicketAccess.Refusal(member, ticket, TicketAct.Link) is { } refused)
            return refused;
        if (ticket.Links.Any(link => link.Joins(other, kind)))
            return TicketErrors.AlreadyLinked;
        if (kind.Mirrored() != kind && ticket.Links.FirstOrDefault(link => link.Joins(other, kind.Mirrored())) is { } opposite)
            return TicketErrors.LinksContradict.Saying(
                $"Eingetragen ist: {ticket.Number} {opposite.Kind.Name(german: true)} {opposite.Number}.",
                $"What is there: {ticket.Number} {opposite.Kind.Name(german: false)} {opposite.Number}.");

        return ticket.Links.Length >= TicketLimits.Links ? TicketErrors.TooManyLinks : new TicketEvent.Linked(other, otherNumber, kind);
    }

    public static Decision<TicketEvent> Unlink(Ticket ticket, TicketId other, LinkKind kind, Member member)
    {
        if (TicketAccess.Refusal(member, ticket, TicketAct.Link) is { } refused)
            return refused;

        var link = ticket.Links.FirstOrDefault(link => link.Joins(other, kind));
        return link is null ? TicketErrors.NotLinked : new TicketEvent.Unlinked(other, link.Number, kind);
    }

    /// <summary>
    /// The target's half. A ticket that is merged, or that others were merged into, takes part in one merge only: no chains, so no circles.
    /// </summary>
    public static Decision<TicketEvent> Absorb(Ticket target, TicketId source, string sourceNumber, Member member)
    {
        if (TicketAccess.Refusal(member, target, TicketAct.Merge) is { } refused)
            return refused;
        if (target.Absorbed.Any(absorbed => absorbed.Ticket == source))
            return Decision<TicketEvent>.Nothing;
        if (target.MergedInto is { } merge)
            return merge.Target == source ? TicketErrors.MergeCycle : TicketErrors.MergedAway(target, member);
        if (target.Status == TicketStatus.Closed)
            return TicketErrors.Closed;

        return target.Absorbed.Length >= TicketLimits.Absorbed
            ? TicketErrors.TooManyMerged : new TicketEvent.Absorbed(source, sourceNumber);
    }

    /// <summary>The source's half: the merge itself.</summary>
    public static Decision<TicketEvent> MergeInto(Ticket source, MergeTarget target, Member member)
    {
        if (TicketAccess.Refusal(member, source, TicketAct.Merge) is { } refused)
            return refused;
        if (source.MergedInto is not null)
            return TicketErrors.MergedAway(source, member);
        if (source.Status == TicketStatus.Closed)
            return TicketErrors.Closed;
        if (!source.Absorbed.IsEmpty)
            return source.Absorbed.Any(absorbed => absorbed.Ticket == target.Ticket) ? TicketErrors.MergeCycle : TicketErrors.HasMerged;

        return new TicketEvent.Merged(target.Ticket, target.Number, source.Status, target.Requester == source.Requester);
    }

    /// <summary>The source's half of undoing a merge: it stands where it stood before.</summary>
    /// <param name="target">Where it is expected to be merged into; <c>null</c>: wherever that is.</param>
    public static Decision<TicketEvent> Unmerge(Ticket source, TicketId? target, Member member)
    {
        if (TicketAccess.Refusal(member, source, TicketAct.Unmerge) is { } refused)
            return refused;

        return source.MergedInto is { } merge && (target is null || merge.Target == target)
            ? new TicketEvent.Unmerged(merge.Target, merge.StatusBefore)
            : TicketErrors.NotMerged;
    }

    /// <summary>The target's half of undoing a merge.</summary>
    public static Decision<TicketEvent> Release(Ticket target, TicketId source, Member member)
    {
        if (TicketAccess.Refusal(member, target, TicketAct.Merge) is { } refused)
            return refused;

        var absorbed = target.Absorbed.FirstOrDefault(absorbed => absorbed.Ticket == source);
        return absorbed is null ? Decision<TicketEvent>.Nothing : new TicketEvent.Released(source, absorbed.Number);
    }
}

/// <summary>The ticket that a merge goes on as.</summary>
public sealed record MergeTarget(TicketId Ticket, string Number, AccountId Requester);

/// <param name="StatusBefore">Restored when the merge is undone; never closed, since a closed ticket is not merged.</param>
/// <param name="SameRequester">The customer may learn which ticket it is.</param>
public sealed record TicketMerge(TicketId Target, string TargetNumber, TicketStatus StatusBefore, bool SameRequester);

/// <summary>A ticket that was merged into another one, as that one names it.</summary>
public sealed record AbsorbedTicket(TicketId Ticket, string Number);
