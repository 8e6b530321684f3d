namespace Helpdesk.Domain.Tickets;

/// <summary>What becomes of them at their moment.</summary>
public static partial class TicketScheduling
{
    /// <summary>Those whose moment has come.</summary>
    public static IReadOnlyList<ScheduledAnswer> Due(Ticket? ticket, Instant now) => ticket is null or { IsDeleted: true } ? []
        : [.. ticket.Scheduled.Where(one => one.Held is null && one.SendAt <= now).OrderBy(one => one.SendAt)];

    /// <summary>What stands against it at its moment; <c>null</c>: nothing.</summary>
    /// <param name="serves">Its author still works here.</param>
    public static HeldBecause? Hindrance(Ticket ticket, ScheduledAnswer answer, bool serves) =>
        ticket.IsDeleted ? HeldBecause.TicketDeleted
        : ticket.MergedInto is not null ? HeldBecause.TicketMerged
        : ticket.Status == TicketStatus.Closed ? HeldBecause.TicketClosed
        : !serves ? HeldBecause.AuthorLeft
        : answer.IsOvertaken ? HeldBecause.CustomerWrote : null;

    /// <param name="why">By the answer; those that are not in it have left.</param>
    public static Decision<TicketEvent> HoldBack(Ticket ticket, IReadOnlyDictionary<Guid, HeldBecause> why, Instant now) =>
        Due(ticket, now).Where(one => why.ContainsKey(one.Id))
            .Select(TicketEvent (one) => new TicketEvent.ScheduleHeld(one.Id, one.By, why[one.Id])).ToList();

    /// <summary>A ticket that goes takes along what still waits; its authors are told.</summary>
    internal static IEnumerable<TicketEvent> GoWith(Ticket ticket) => ticket.Scheduled.Where(one => one.Held is null)
        .Select(one => new TicketEvent.ScheduleHeld(one.Id, one.By, HeldBecause.TicketDeleted));
}
