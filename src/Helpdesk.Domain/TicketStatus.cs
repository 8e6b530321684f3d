using static Helpdesk.Domain.TicketStatus;

namespace Helpdesk.Domain;

/// <summary>Where a ticket stands; what holds for each stands in <see cref="TicketStatuses"/>.</summary>
public enum TicketStatus
{
    Open,
    InProgress,
    WaitingOnCustomer,
    Resolved,
    Closed,
}

/// <param name="De">For people, in German.</param>
/// <param name="En">For people, in English.</param>
/// <param name="IsOver">Nothing is left to do: targets have ended, and it is no longer work of its assignee.</param>
/// <param name="CanPause">Whether a policy may let the clock of a target stand still meanwhile.</param>
/// <param name="Next">Where staff may put it from here.</param>
public sealed record TicketStatusFacts(string De, string En, bool IsOver, bool CanPause, ImmutableArray<TicketStatus> Next)
{
    /// <summary>
    /// The next word is the customer's: it takes the work up again, and meanwhile no promise runs out unless a policy says so.
    /// </summary>
    public bool AwaitsCustomer { get; init; }

    /// <summary>Nothing leads out of it again but what reopens or undoes.</summary>
    public bool IsFinal => Next.IsEmpty;
}

/// <summary>
/// The one table of statuses. The way is <c>open → in_progress → waiting_on_customer → in_progress → resolved → closed</c>; staff may also
/// put work back, resolve at first contact, close at once, and take a resolved ticket up again. The database has <c>is_over</c> and
/// <c>is_final</c> of each ticket as columns, so that no statement names a status.
/// </summary>
public static class TicketStatuses
{
    public static readonly ImmutableArray<TicketStatus> All = [.. Enum.GetValues<TicketStatus>()];

    private static readonly ImmutableArray<TicketStatusFacts> Known = [.. All.Select(FactsOf)];

    public static TicketStatusFacts Facts(this TicketStatus status) => Known[(int)status];

    private static TicketStatusFacts FactsOf(TicketStatus status) => status switch
    {
        Open => new("Offen", "Open", IsOver: false, CanPause: true, [InProgress, Resolved, Closed]),
        InProgress => new("In Bearbeitung", "In progress", IsOver: false, CanPause: true, [Open, WaitingOnCustomer, Resolved, Closed]),
        WaitingOnCustomer =>
            new("Warten auf Kunde", "Waiting on customer", IsOver: false, CanPause: true, [Open, InProgress, Resolved, Closed])
            {
                AwaitsCustomer = true,
            },
        Resolved => new("Gelöst", "Resolved", IsOver: true, CanPause: false, [Open, InProgress, Closed]),
        Closed => new("Geschlossen", "Closed", IsOver: true, CanPause: false, []),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No status of a ticket."),
    };

    public static bool IsOver(this TicketStatus status) => status.Facts().IsOver;

    public static bool AwaitsCustomer(this TicketStatus status) => status.Facts().AwaitsCustomer;

    public static bool CanPause(this TicketStatus status) => status.Facts().CanPause;

    public static bool MayBecome(this TicketStatus from, TicketStatus to) => from.Facts().Next.Contains(to);

    public static string Name(this TicketStatus status, bool german) => german ? status.Facts().De : status.Facts().En;
}
