using System.Runtime.CompilerServices;
using Helpdesk.Domain.Reports;
using Helpdesk.Domain.Tickets;
using Helpdesk.Postgres.Tickets;

namespace Helpdesk.Postgres.Reports;

/// <remarks>
/// The rows of tickets only say which histories can matter: what was last changed before the period and is over, or was opened after it,
/// cannot; what was deleted matters where it was final by then. They come a few hundred at a time, in the order of their keys: no statement
/// runs for long, no connection is held while figures are made, and since events never change, the pages fit together as if they had been
/// read at once. What a later version recorded is passed over; a ticket with an event that should be readable and is not is handed out
/// empty.
/// </remarks>
internal sealed class TicketHistories(Database database) : ITicketHistories, IDisposable
{
    private const int PageSize = 250;

    // A report keeps a core busy: the work of the day goes on beside a few of them.
    private const int AtOnce = 4;

    internal const string Sql = """
        select e.version, e.at, e.actor, e.kind,
            (case when jsonb_typeof(e.data) = 'object' then e.data - $4::text[] else e.data end)::text, t.id
        from (
            select id from ticket
            where tenant_id = $1 and id > $5 and created_at < $3 and (updated_at >= $2 or not is_over)
                and (not deleted or updated_at >= $8)
            order by id limit $6
        ) t join event e on e.tenant_id = $1 and e.stream_id = t.id
        where e.at < $7
        order by t.id, e.version
        """;

    private static readonly string[] Texts = ["body", "description", "resolution_text", "comment", "reason", "subject", "planned"];

    private readonly SemaphoreSlim turns = new(AtOnce);

    public async IAsyncEnumerable<IReadOnlyList<Recorded<TicketEvent>>> Read(
        TenantId tenant, ReportPeriod period, Instant known, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await turns.WaitAsync(cancellation);
        try
        {
            var (last, page) = (Guid.Empty, (IReadOnlyList<(Guid Ticket, List<HistoryEntry<TicketEvent>> History)>)[]);
            do
            {
                page = await Page(tenant, period, known, last, cancellation);
                foreach (var (ticket, history) in page)
                {
                    last = ticket;
                    yield return Readable(history) ?? [];
                }
            }
            while (page.Count == PageSize);
        }
        finally
        {
            turns.Release();
        }
    }

    // null: it does not begin with the opening, or something in between is missing.
    private static List<Recorded<TicketEvent>>? Readable(List<HistoryEntry<TicketEvent>> history)
    {
        if (history[0].Event is not TicketEvent.Opened
            || history.Any(entry => entry.Event is null && EventCodec<Ticket, TicketEvent>.IsKnown(entry.Kind)))
            return null;
        return [.. history.Select(entry => entry.Recorded).OfType<Recorded<TicketEvent>>()];
    }

    public void Dispose() => turns.Dispose();

    private Task<IReadOnlyList<(Guid Ticket, List<HistoryEntry<TicketEvent>> History)>> Page(
        TenantId tenant, ReportPeriod period, Instant known, Guid after, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add(Sql).With(tenant.Value).With(period.From).With(period.To).With(Texts).With(after).With(PageSize)
            .With(known).With(period.From + ReportFinality.After);
        await using var reader = await batch.ReadAsync(cancellation);
        var page = new List<(Guid Ticket, List<HistoryEntry<TicketEvent>> History)>(PageSize);
        while (await reader.ReadAsync(cancellation))
        {
            var ticket = reader.GetGuid(5);
            if (page.Count == 0 || page[^1].Ticket != ticket)
                page.Add((ticket, []));
            page[^1].History.Add(TicketStore.ReadTicketEntry(reader, isWhole: false));
        }

        return (IReadOnlyList<(Guid Ticket, List<HistoryEntry<TicketEvent>> History)>)page;
    });
}
