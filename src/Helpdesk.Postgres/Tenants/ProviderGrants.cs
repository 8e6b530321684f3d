using Helpdesk.Domain.Tenants;

namespace Helpdesk.Postgres.Tenants;

internal sealed class ProviderGrants(Database database)
    : AggregateStore<ProviderGrant, ProviderGrantEvent>(database, new DocumentRow<ProviderGrant, ProviderGrantEvent>()), IProviderGrants
{
    public Task<IReadOnlyList<(Guid Id, ProviderGrant Grant)>> List(TenantId tenant, CancellationToken cancellation) =>
        Read(tenant, null, cancellation);

    public async Task<(Guid Id, ProviderGrant Grant)?> Live(TenantId tenant, AccountId account, Instant now, CancellationToken cancellation)
    {
        // No stay is longer than its last change and eight hours: of years of grants only those of today are read.
        var recent = await Read(tenant, now - Duration.FromMinutes(ProviderGrant.MostMinutes), cancellation);
        var live = recent.Where(one => one.Grant.Operator == account && one.Grant.IsLive(now))
            .OrderByDescending(one => one.Grant.EndsAt).ToList();
        return live.Count > 0 ? live[0] : null;
    }

    private Task<IReadOnlyList<(Guid Id, ProviderGrant Grant)>> Read(TenantId tenant, Instant? since, CancellationToken cancellation) =>
        Storage.Ask(async () =>
    {
        await using var batch = Database.ForTenant(tenant);
        batch.Add("""
            select stream_id, state from aggregate
            where tenant_id = $1 and kind = $2 and ($3::timestamptz is null or updated_at >= $3) order by stream_id desc limit $4
            """).With(tenant.Value).With(ProviderGrant.Kind).With(since).With(IProviderGrants.MostListed);
        await using var reader = await batch.ReadAsync(cancellation);
        var grants = new List<(Guid, ProviderGrant)>();
        while (await reader.ReadAsync(cancellation))
        {
            var id = reader.GetGuid(0);
            if (Database.States.ReadOrLeaveOut<ProviderGrant>(tenant, ProviderGrant.Kind, id, reader.GetString(1)) is { } grant)
                grants.Add((id, grant));
        }

        return (IReadOnlyList<(Guid, ProviderGrant)>)[.. grants.OrderByDescending(one => one.Item2.RequestedAt)];
    });
}
