using Helpdesk.Domain.Tickets;

namespace Helpdesk.Domain.Reports;

/// <summary>The histories of many tickets, one after the other.</summary>
public interface ITicketHistories
{
    /// <summary>
    /// The history, as far as it is known, of every ticket of the tenant that may count in the period. Texts are left out. Read as it
    /// comes: only a few hundred histories are held at a time.
    /// </summary>
    /// <returns>An empty history stands for a ticket of which something cannot be read: its figures would be wrong.</returns>
    /// <param name="known">Exclusive: until when; not before the end of the period.</param>
    IAsyncEnumerable<IReadOnlyList<Recorded<TicketEvent>>> Read(
        TenantId tenant, ReportPeriod period, Instant known, CancellationToken cancellation);
}
