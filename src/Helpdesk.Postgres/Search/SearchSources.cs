using Helpdesk.Domain.Search;

namespace Helpdesk.Postgres.Search;

internal sealed class SearchSources(Database database) : ISearchSources
{
    public Task<IReadOnlyList<(TenantId Id, string Slug)>> Tenants(CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForWorker();
        batch.Add("select id, slug from tenant order by slug");
        await using var reader = await batch.ReadAsync(cancellation);
        var tenants = new List<(TenantId, string)>();
        while (await reader.ReadAsync(cancellation))
            tenants.Add((new(reader.GetGuid(0)), reader.GetString(1)));
        return (IReadOnlyList<(TenantId Id, string Slug)>)tenants;
    });

    public Task<IReadOnlyList<Guid>> Ids(
        TenantId tenant, SearchType type, Guid? after, int limit, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add(type is SearchType.Ticket
            ? "select id from ticket where tenant_id = $1 and id > $2 order by id limit $3"
            : "select account_id from membership where tenant_id = $1 and account_id > $2 order by account_id limit $3")
            .With(tenant.Value).With(after ?? Guid.Empty).With(limit);
        await using var reader = await batch.ReadAsync(cancellation);
        var ids = new List<Guid>();
        while (await reader.ReadAsync(cancellation))
            ids.Add(reader.GetGuid(0));
        return (IReadOnlyList<Guid>)ids;
    });
}
