using System.Collections.Frozen;

namespace Helpdesk.Domain.Tickets;

/// <summary>What of a ticket's history reaches its requester. Staff see everything.</summary>
public static class TicketDisclosure
{
    /// <summary>
    /// Sorts of events that are staff's own matter: not even their number or their time may show. Of comments
    /// and files, and of those that were taken back, it is the internal ones.
    /// </summary>
    public static readonly FrozenSet<Type> StaffOnly = FrozenSet.ToFrozenSet(
    [
        typeof(TicketEvent.QueueChanged), typeof(TicketEvent.TeamChanged), typeof(TicketEvent.Linked), typeof(TicketEvent.Unlinked),
        typeof(TicketEvent.Absorbed), typeof(TicketEvent.Released), typeof(TicketEvent.Tagged), typeof(TicketEvent.Untagged),
        typeof(TicketEvent.SlaReevaluated), typeof(TicketEvent.SlaPlanCorrected), typeof(TicketEvent.SlaMomentReached),
        typeof(TicketEvent.NotificationOwed), typeof(TicketEvent.AnswerDelivered), typeof(TicketEvent.AnswerScheduled),
        typeof(TicketEvent.ScheduleMoved), typeof(TicketEvent.ScheduleTakenBack), typeof(TicketEvent.ScheduleHeld),
    ]);

    /// <summary>Sorts of events of which customers see those that say they are public.</summary>
    public static readonly FrozenSet<Type> ByVisibility = FrozenSet.ToFrozenSet(
    [
        typeof(TicketEvent.Commented), typeof(TicketEvent.CommentWithdrawn), typeof(TicketEvent.Attached),
        typeof(TicketEvent.AttachmentRemoved),
    ]);

    /// <summary>The version that this member reads and names in <c>If-Match</c>.</summary>
    public static int VersionTo(Member member, Ticket ticket) => member.IsStaff ? ticket.Version : ticket.PublicVersion;

    public static bool Shows(Member member, TicketComment comment) => member.IsStaff || ShowsCustomers(comment.Comment);

    /// <summary>What of a ticket a member sees: all of it as staff, and as a customer nothing that staff keep to themselves.</summary>
    public static Ticket To(Member member, Ticket ticket) => member.IsStaff ? ticket : ticket with
    {
        Version = ticket.PublicVersion,
        Queue = null,
        Team = null,
        UpdatedAt = ticket.PublicUpdatedAt,
        UpdatedBy = null,
        InternalComments = 0,
        InternalWithdrawn = 0,
        Links = [],
        MergedInto = ticket.MergedInto is { SameRequester: true } merge ? merge : null,
        Absorbed = [],
        Withdrawn = [],
        TakenUp = null,
        Tags = [],
        Files = ticket.Files.Without(file => file.Visibility == Visibility.Internal),
        Awaited = [],
        Scheduled = [],
        Clock = null,
        Plan = TicketPlan.None,
    };

    /// <summary>Whether a customer may learn that this happened.</summary>
    public static bool ShowsCustomers(TicketEvent what) => what switch
    {
        TicketEvent.Commented commented => commented.Visibility == Visibility.Public,
        TicketEvent.CommentWithdrawn withdrawn => withdrawn.Visibility == Visibility.Public,
        TicketEvent.Attached attached => attached.Visibility == Visibility.Public,
        TicketEvent.AttachmentRemoved removed => removed.Visibility == Visibility.Public,
        _ => !StaffOnly.Contains(what.GetType()),
    };
}
