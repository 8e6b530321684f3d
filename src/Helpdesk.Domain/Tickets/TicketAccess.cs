namespace Helpdesk.Domain.Tickets;

/// <summary>An act on a ticket that somebody may be refused. What clients are told of is <see cref="TicketAbility"/>.</summary>
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
    /// The merged tickets whose conversation the member reads along with this one: all for staff, none for a customer, since a merged
    /// ticket may be another customer's.
    /// </summary>
    public static IReadOnlyList<Guid> Merged(Member member, Ticket ticket) =>
        member.IsStaff ? [.. ticket.Absorbed.Select(source => source.Ticket.Value)] : [];
}
