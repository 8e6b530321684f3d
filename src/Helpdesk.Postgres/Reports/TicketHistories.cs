using System.Runtime.CompilerServices;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Reports;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;
using Helpdesk.Postgres.Feed;
using Helpdesk.Postgres.Tickets;

namespace Helpdesk.Postgres.Reports;

/// <remarks>
/// The rows of tickets only say which histories can matter: what was last changed before the period and is over, or was opened after it, cannot. Both sides
/// come in the order of their keys, so nothing is sorted and the first ticket is counted while the last is read. A few reports at a time: each holds a
/// connection for as long as it reads.
/// </remarks>
internal sealed class TicketHistories(Database database) : ITicketHistories, IDisposable
{
    private const int AtOnce = 4;

    internal const string Sql = """
        select e.version, e.at, e.actor, e.kind, (e.data - $4::text[])::text, t.id
        from ticket t join event e on e.tenant_id = t.tenant_id and e.stream_id = t.id
        where t.tenant_id = $1 and not t.deleted and t.created_at < $3 and (t.updated_at >= $2 or t.status not in ('resolved', 'closed'))
          and e.tenant_id = $1 and e.at < $3
        order by t.id, e.version
        """;

    internal static readonly string[] Texts = ["body", "description", "resolution_text", "comment", "reason", "subject", "planned"];

    private readonly SemaphoreSlim turns = new(AtOnce);

    public async IAsyncEnumerable<IReadOnlyList<Recorded<TicketEvent>>> Read(
        TenantId tenant, ReportPeriod period, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await turns.WaitAsync(cancellation);
        try
        {
            await using var batch = database.ForTenant(tenant);
            batch.Add(Sql).With(tenant.Value).With(period.From).With(period.To).With(Texts);
            await using var reader = await Storage.Ask(() => batch.ReadAsync(cancellation));
            var (ticket, history) = (Guid.Empty, new List<Recorded<TicketEvent>>());
            while (await Storage.Ask(() => reader.ReadAsync(cancellation)))
            {
                var next = reader.GetGuid(5);
                if (next != ticket && history.Count > 0)
                {
                    yield return history;
                    history = [];
                }

                ticket = next;
                history.Add(TicketStore.ReadTicketEvent(reader));
            }

            if (history.Count > 0)
                yield return history;
        }
        finally
        {
            turns.Release();
        }
    }

    public void Dispose() => turns.Dispose();
}
