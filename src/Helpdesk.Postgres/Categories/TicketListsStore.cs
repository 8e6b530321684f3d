using Helpdesk.Domain.Categories;

namespace Helpdesk.Postgres.Categories;

internal sealed class TicketListsStore(Database database)
    : AggregateStore<TicketLists, TicketListEvent>(database, new DocumentRow<TicketLists, TicketListEvent>()), ITicketListsStore
{
    public Task<bool> IsCarried(TenantId tenant, ListKind kind, string key, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = Database.ForTenant(tenant);
        batch.Add($"select exists (select from ticket where tenant_id = $1 and word_key({ColumnOf(kind)}) = $2 and not deleted)")
            .With(tenant.Value).With(TicketKeys.Fold(key));
        await using var reader = await batch.ReadAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return reader.GetBoolean(0);
    });

    private static string ColumnOf(ListKind kind) => kind switch
    {
        ListKind.Category => "category",
        ListKind.Queue => "queue",
        _ => "team",
    };
}
