using Helpdesk.Domain.Tickets;

namespace Helpdesk.Domain.Reports;

/// <summary>The histories of many tickets, one after the other.</summary>
public interface ITicketHistories
{
    /// <summary>
    /// The history before the period's end of every ticket of the tenant that may count in the period. Texts are left out. Read as it
    /// comes: only a few hundred histories are held at a time.
    /// </summary>
    IAsyncEnumerable<IReadOnlyList<Recorded<TicketEvent>>> Read(TenantId tenant, ReportPeriod period, CancellationToken cancellation);
}
