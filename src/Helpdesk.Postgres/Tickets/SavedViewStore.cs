using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Postgres.Tickets;

internal sealed class SavedViewStore(Database database) : ISavedViews
{
    private const string Columns = "id, owner, version, name, filters, sort, columns, shared_with, teams";

    public Task<ViewShelf> Of(Member person, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(person.Tenant);
        batch.Add($"select {Columns} from saved_view where tenant_id = $1 and (owner = $2 or shared_with <> 'me') order by name, id")
            .With(person.Tenant.Value).With(person.Account.Value);
        batch.Add("select keys from view_order where tenant_id = $1 and account_id = $2")
            .With(person.Tenant.Value).With(person.Account.Value);
        await using var reader = await batch.ReadAsync(cancellation);
        var views = new List<SavedView>();
        while (await reader.ReadAsync(cancellation))
            views.Add(Read(reader));
        await reader.NextResultAsync(cancellation);
        return new ViewShelf(views, await reader.ReadAsync(cancellation) ? reader.GetFieldValue<string[]>(0) : []);
    });

    public Task<SavedView?> Find(TenantId tenant, Guid id, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add($"select {Columns} from saved_view where tenant_id = $1 and id = $2").With(tenant.Value).With(id);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? Read(reader) : null;
    });

    // How many there are is counted without a lock: one more or less does no harm.
    public Task<Result<(SavedView View, bool Replayed)>> Add(
        TenantId tenant, SavedView view, string fingerprint, CancellationToken cancellation) =>
        Storage.Ask<Result<(SavedView View, bool Replayed)>>(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        Fill(batch.Add($"""
            insert into saved_view (tenant_id, {Columns}, asked) select $1, $2, $3, 1, $4, $5, $6, $7, $8, $9, $10
            where (select count(*) from saved_view where tenant_id = $1 and owner = $3) < $11
            on conflict (tenant_id, id) do nothing returning true
            """), tenant, view, fingerprint).With(SavedView.MostOfOne);
        batch.Add($"select {Columns}, asked from saved_view where tenant_id = $1 and id = $2").With(tenant.Value).With(view.Id);
        await using var reader = await batch.ReadAsync(cancellation);
        var isNew = await reader.ReadAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        if (!await reader.ReadAsync(cancellation))
            return ViewErrors.TooMany;
        return reader.GetGuid(1) != view.Owner.Value || reader.GetString(9) != fingerprint ? FeedErrors.KeyReused : (Read(reader), !isNew);
    });

    public Task<SavedView?> Save(TenantId tenant, SavedView view, int version, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        Fill(batch.Add($"""
            update saved_view set version = version + 1, name = $4, filters = $5, sort = $6, columns = $7, shared_with = $8, teams = $9
            where tenant_id = $1 and id = $2 and owner = $3 and $10 = '' and version = $11 returning {Columns}
            """), tenant, view, "").With(version);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? Read(reader) : null;
    });

    public Task<bool> Remove(TenantId tenant, Guid id, int version, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add("delete from saved_view where tenant_id = $1 and id = $2 and version = $3 returning true")
            .With(tenant.Value).With(id).With(version);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation);
    });

    public Task SaveOrder(Member person, IReadOnlyList<string> keys, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(person.Tenant);
        batch.Add("""
            insert into view_order (tenant_id, account_id, keys) values ($1, $2, $3)
            on conflict (tenant_id, account_id) do update set keys = excluded.keys
            """).With(person.Tenant.Value).With(person.Account.Value).With(keys.ToArray());
        return await batch.ExecuteAsync(cancellation);
    });

    private static BatchStatement Fill(BatchStatement statement, TenantId tenant, SavedView view, string fingerprint) => statement
        .With(tenant.Value).With(view.Id).With(view.Owner.Value).With(view.Name).With(view.Filters).With(view.Sort)
        .With(view.Columns.Select(Words<ViewColumn>.Of).ToArray()).With(Words<ViewSharing>.Of(view.SharedWith)).With(view.Teams.ToArray())
        .With(fingerprint);

    // A column that a later version knows is left out.
    private static SavedView Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        Owner = new(row.GetGuid(1)),
        Version = row.GetInt32(2),
        Name = row.GetString(3),
        Filters = row.GetString(4),
        Sort = row.GetStringOrNull(5),
        Columns = [.. row.GetFieldValue<string[]>(6).Select(word => Words<ViewColumn>.Parse(word)).OfType<ViewColumn>()],
        SharedWith = Words<ViewSharing>.Parse(row.GetString(7))!.Value,
        Teams = [.. row.GetFieldValue<string[]>(8)],
    };
}
