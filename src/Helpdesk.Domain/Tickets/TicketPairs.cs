using Helpdesk.Domain.Access;
using Helpdesk.Domain.Feed;

namespace Helpdesk.Domain.Tickets;

/// <summary>
/// Acts on two tickets. Each ticket decides and records its own half; whoever performs them asks the one that can refuse first.
/// </summary>
public static class TicketPairs
{
    public static Decision<TicketEvent> Link(Ticket ticket, TicketId other, LinkKind kind, Member member)
    {
        if (TicketAccess.Refusal(member, ticket, TicketAct.Link) is { } refused)
            return refused;
        if (ticket.Links.Contains(new(other, kind)))
            return TicketErrors.AlreadyLinked;

        return ticket.Links.Length >= TicketLimits.Links ? TicketErrors.TooManyLinks : new TicketEvent.Linked(other, kind);
    }

    public static Decision<TicketEvent> Unlink(Ticket ticket, TicketId other, LinkKind kind, Member member)
    {
        if (TicketAccess.Refusal(member, ticket, TicketAct.Link) is { } refused)
            return refused;

        return ticket.Links.Contains(new(other, kind)) ? new TicketEvent.Unlinked(other, kind) : TicketErrors.NotLinked;
    }

    /// <summary>The target's half: from now on the source goes on here.</summary>
    public static Decision<TicketEvent> Absorb(Ticket target, TicketId source, string sourceNumber, Member member)
    {
        if (TicketAccess.Refusal(member, target, TicketAct.Merge) is { } refused)
            return refused;
        if (target.MergedInto is { } merge)
            return merge.Target == source ? TicketErrors.MergeCycle : TicketErrors.Merged;
        if (target.Status == TicketStatus.Closed)
            return TicketErrors.Closed;

        return target.Absorbed.Contains(source) ? Decision<TicketEvent>.Nothing : new TicketEvent.Absorbed(source, sourceNumber);
    }

    /// <summary>The source's half.</summary>
    public static Decision<TicketEvent> MergeInto(Ticket source, TicketId target, string targetNumber, Member member)
    {
        if (TicketAccess.Refusal(member, source, TicketAct.Merge) is { } refused)
            return refused;
        if (source.MergedInto is not null)
            return TicketErrors.Merged;

        return source.Absorbed.Contains(target)
            ? TicketErrors.MergeCycle
            : new TicketEvent.Merged(target, targetNumber, source.Status);
    }

    public static Decision<TicketEvent> Unmerge(Ticket source, Member member)
    {
        if (TicketAccess.Refusal(member, source, TicketAct.Unmerge) is { } refused)
            return refused;

        return source.MergedInto is { } merge ? new TicketEvent.Unmerged(merge.Target, merge.StatusBefore) : TicketErrors.NotMerged;
    }

    public static Decision<TicketEvent> Release(Ticket target, TicketId source, Member member)
    {
        if (TicketAccess.Refusal(member, target, TicketAct.Merge) is { } refused)
            return refused;

        return target.Absorbed.Contains(source) ? new TicketEvent.Released(source) : Decision<TicketEvent>.Nothing;
    }
}
