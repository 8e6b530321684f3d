namespace Helpdesk.Domain.Tickets;

/// <summary>Closes tickets that stay resolved and are not objected to.</summary>
public static class AutoClose
{
    public const int LeastDays = 1;
    public const int MostDays = 365;

    /// <param name="days">The tenant's setting; <c>null</c> leaves resolved tickets alone.</param>
    public static FieldError? Fault(int? days, string pointer) =>
        days is null or (>= LeastDays and <= MostDays) ? null : FieldCode.OutOfRange.At(pointer,
            $"Muss {LeastDays} bis {MostDays} Tage sein, oder null, damit gelöste Tickets bleiben.",
            $"Must be {LeastDays} to {MostDays} days, or null to leave resolved tickets alone.");

    /// <summary>
    /// When the ticket is to be closed: so many days of the municipality after it was resolved, or after staff declined to reopen it.
    /// </summary>
    /// <returns><c>null</c>: it is not resolved, the customer asks to reopen it, or the setting is off.</returns>
    public static Instant? DueAt(Ticket ticket, LocalDays? days) =>
        ticket is { Status: TicketStatus.Resolved, ResolvedAt: { } resolved, ReopenRequestedAt: null, IsDeleted: false }
            && days is { } count
            ? count.After(Instant.Max(resolved, ticket.ReopenDeclinedAt ?? resolved))
            : null;

    /// <summary>The event that is owed now, or <c>null</c>. A second look finds the ticket closed and owes nothing.</summary>
    public static TicketEvent.Closed? Owed(Ticket ticket, LocalDays? days, Instant now) =>
        DueAt(ticket, days) <= now ? new TicketEvent.Closed(ticket.Status, ticket.ResolutionText!) : null;
}
