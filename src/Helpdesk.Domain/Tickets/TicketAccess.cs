namespace Helpdesk.Domain.Tickets;

/// <summary>An act on a ticket that somebody may be refused. Its word is the ability that clients see.</summary>
public enum TicketAct
{
    Read,
    Comment,
    CommentInternally,
    ChangeText,
    ChangeFields,
    Close,
    Confirm,
    Reopen,
    RequestReopen,
    /// <summary>Say no to a customer who asks to reopen it.</summary>
    DeclineReopen,
    Link,
    Merge,
    Unmerge,
    Delete,
    Tag,
    ReadSla,
    /// <summary>Put the ticket under the policies and calendars of today.</summary>
    Reevaluate,
    /// <summary>Say how the closing was.</summary>
    Rate,
}

/// <summary>May this member do this to that ticket, and if not, why. The only place that knows.</summary>
public static class TicketAccess
{
    private static readonly TicketAct[] Acts = Enum.GetValues<TicketAct>();

    /// <returns><c>null</c>: yes. A ticket that the member may not read is <see cref="AccessErrors.NotFound"/> for every act.</returns>
    public static Error? Refusal(Member member, Ticket ticket, TicketAct act)
    {
        if (ticket.IsDeleted || IsHidden(member, ticket))
            return AccessErrors.NotFound;

        return act switch
        {
            TicketAct.Read or TicketAct.Comment or TicketAct.ChangeText or TicketAct.RequestReopen => null,
            TicketAct.Confirm or TicketAct.Rate => member.Account == ticket.Requester ? null : TicketErrors.RequesterOnly,
            TicketAct.Delete or TicketAct.Reevaluate => member.Role == Role.Admin ? null : AccessErrors.AdminOnly,
            _ => member.IsStaff ? null : AccessErrors.StaffOnly,
        };
    }

    /// <summary>The ticket is none of the member's business, deleted or not.</summary>
    public static bool IsHidden(Member member, Ticket ticket) => IsHidden(member, ticket.Requester);

    /// <inheritdoc cref="IsHidden(Member, Ticket)"/>
    public static bool IsHidden(Member member, AccountId requester) => !member.IsStaff && member.Account != requester;

    /// <summary>
    /// What the member could do to the ticket as it stands: rights and state together. For clients, so that they need not guess.
    /// </summary>
    public static IReadOnlyList<TicketAct> Abilities(Member member, Ticket ticket)
    {
        var abilities = new List<TicketAct>(Acts.Length);
        foreach (var act in Acts)
        {
            if (act != TicketAct.Read && Refusal(member, ticket, act) is null && FitsState(member, ticket, act))
                abilities.Add(act);
        }

        return abilities;
    }

    /// <summary>
    /// The merged tickets whose conversation the member reads along with this one: all for staff, none for a customer, since a merged
    /// ticket may be another customer's.
    /// </summary>
    public static IReadOnlyList<Guid> Merged(Member member, Ticket ticket) =>
        member.IsStaff ? [.. ticket.Absorbed.Select(source => source.Ticket.Value)] : [];

    private static bool FitsState(Member member, Ticket ticket, TicketAct act)
    {
        var merged = ticket.MergedInto is not null;
        return act switch
        {
            TicketAct.CommentInternally or TicketAct.Link or TicketAct.Tag or TicketAct.ReadSla or TicketAct.Reevaluate => true,
            TicketAct.Rate => TicketSatisfaction.IsClosed(ticket),
            TicketAct.Delete => ticket.Absorbed.IsEmpty,
            TicketAct.Merge => ticket.Status != TicketStatus.Closed && ticket.Absorbed.IsEmpty,
            TicketAct.Unmerge => merged,
            TicketAct.Reopen => ticket.IsOver && !merged,
            TicketAct.RequestReopen => ticket.IsOver && !merged && !member.IsStaff,
            TicketAct.DeclineReopen => ticket.IsReopenRequested,
            TicketAct.Comment => !merged && (ticket.Status != TicketStatus.Closed || !TicketReplies.IsFromStaff(ticket, member)),
            TicketAct.Confirm => ticket.ConfirmedAt is null
                && (ticket.Status == TicketStatus.Resolved || ticket.Status.MayBecome(TicketStatus.Resolved)),
            TicketAct.Close => ticket.Status.MayBecome(TicketStatus.Closed),
            _ => ticket.Status != TicketStatus.Closed,
        };
    }
}
