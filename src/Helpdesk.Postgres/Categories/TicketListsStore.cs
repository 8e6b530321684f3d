using Helpdesk.Domain.Categories;

namespace Helpdesk.Postgres.Categories;

internal sealed class TicketListsStore(Database database)
    : AggregateStore<TicketLists, TicketListEvent>(database, new DocumentRow<TicketLists, TicketListEvent>()), ITicketListsStore
{
    public Task<IReadOnlySet<string>> Carried(
        TenantId tenant, ListKind kind, IReadOnlyCollection<string> keys, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        var found = new HashSet<string>();
        if (keys.Count == 0)
            return (IReadOnlySet<string>)found;
        await using var batch = Database.ForTenant(tenant);
        batch.Add($"""
            select key from unnest($2::text[], $3::text[]) asked (key, folded)
            where exists (select from ticket where tenant_id = $1 and word_key({ColumnOf(kind)}) = asked.folded and not deleted)
            """).With(tenant.Value).With(keys.ToArray()).With(keys.Select(TicketKeys.Fold).ToArray());
        await using var reader = await batch.ReadAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            found.Add(reader.GetString(0));
        return (IReadOnlySet<string>)found;
    });

    private static string ColumnOf(ListKind kind) => kind switch
    {
        ListKind.Category => "category",
        ListKind.Queue => "queue",
        _ => "team",
    };
}
