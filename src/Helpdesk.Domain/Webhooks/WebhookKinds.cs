using Helpdesk.Domain.Tickets;

namespace Helpdesk.Domain.Webhooks;

/// <summary>
/// What a webhook can be told of. One act may be several of these; it is told once, as the first of this order that the webhook wants.
/// </summary>
public static class WebhookKinds
{
    public const string Opened = "ticket.opened";
    public const string Deleted = "ticket.deleted";
    public const string Merged = "ticket.merged";
    public const string Closed = "ticket.closed";
    public const string Resolved = "ticket.resolved";
    public const string Reopened = "ticket.reopened";
    public const string ReopenRequested = "ticket.reopen_requested";
    public const string Assigned = "ticket.assigned";
    public const string Commented = "ticket.commented";
    public const string Rated = "ticket.rated";
    public const string SlaBreached = "ticket.sla_breached";
    public const string SlaWarned = "ticket.sla_warned";

    /// <summary>Anything that changes what the ticket says of itself, whatever else it is.</summary>
    public const string Changed = "ticket.changed";

    /// <summary>Sent when somebody wants to try a webhook out; every webhook gets it.</summary>
    public const string Test = "webhook.test";

    /// <summary>In the order that decides.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        Opened, Deleted, Merged, Closed, Resolved, Reopened, ReopenRequested, Assigned, Commented, Rated, SlaBreached, SlaWarned, Changed,
    ];

    /// <summary>The kinds of an act, in order. Empty: it is nobody's business outside.</summary>
    /// <param name="withInternal">Internal comments count.</param>
    public static IReadOnlyList<string> Of(IEnumerable<TicketEvent> act, bool withInternal)
    {
        var kinds = act.SelectMany(what => Of(what, withInternal)).ToHashSet(StringComparer.Ordinal);
        if (kinds.Contains(Opened))
            kinds.Remove(Changed);
        return [.. All.Where(kinds.Contains)];
    }

    private static IEnumerable<string> Of(TicketEvent what, bool withInternal) => what switch
    {
        TicketEvent.Opened => [Opened],
        TicketEvent.Deleted => [Deleted],
        TicketEvent.Commented { Visibility: Visibility.Internal } => withInternal ? [Commented] : [],
        TicketEvent.Commented => [Commented],
        TicketEvent.CommentWithdrawn { Visibility: Visibility.Internal } => withInternal ? [Changed] : [],
        TicketEvent.Attached { Visibility: Visibility.Internal } or TicketEvent.AttachmentRemoved { Visibility: Visibility.Internal } =>
            withInternal ? [Changed] : [],
        TicketEvent.Merged => [Merged, Changed],
        TicketEvent.Closed => [Closed, Changed],
        TicketEvent.Resolved => [Resolved, Changed],
        TicketEvent.Reopened or TicketEvent.Unmerged => [Reopened, Changed],
        TicketEvent.ReopenRequested => [ReopenRequested, Changed],
        TicketEvent.Assigned => [Assigned, Changed],
        TicketEvent.Rated => [Rated, Changed],
        TicketEvent.SlaMomentReached { Moment.IsBreach: true } => [SlaBreached],
        // A step that came with the breach warns of nothing.
        TicketEvent.SlaMomentReached reached => reached.Missed ? [] : [SlaWarned],
        TicketEvent.NotificationOwed or TicketEvent.SlaPlanCorrected or TicketEvent.SlaReevaluated or TicketEvent.AnswerDelivered => [],
        // Nothing has been said yet.
        TicketEvent.AnswerScheduled or TicketEvent.ScheduleMoved or TicketEvent.ScheduleTakenBack or TicketEvent.ScheduleHeld => [],
        _ => [Changed],
    };
}
