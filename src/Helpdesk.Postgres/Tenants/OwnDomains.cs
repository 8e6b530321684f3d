using Helpdesk.Domain.Tenants;

namespace Helpdesk.Postgres.Tenants;

internal sealed class OwnDomains(Database database) : AggregateStore<OwnDomain, OwnDomainEvent>(database, new OwnDomainRow()), IOwnDomains
{
    protected override void Changed(TenantId tenant) => Database.OwnChanges.NoteTenant(tenant);

    public Task<IReadOnlyList<(Guid Id, OwnDomain Domain)>> List(TenantId tenant, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = Database.ForTenant(tenant);
        batch.Add("""
            select stream_id, state from aggregate
            where tenant_id = $1 and kind = $2 and state ->> 'status' in ('pending', 'verified') order by state ->> 'host'
            """).With(tenant.Value).With(OwnDomain.Kind);
        await using var reader = await batch.ReadAsync(cancellation);
        var domains = new List<(Guid, OwnDomain)>();
        while (await reader.ReadAsync(cancellation))
        {
            var id = reader.GetGuid(0);
            if (Database.States.ReadOrLeaveOut<OwnDomain>(tenant, OwnDomain.Kind, id, reader.GetString(1)) is { } domain)
                domains.Add((id, domain));
        }

        return (IReadOnlyList<(Guid, OwnDomain)>)domains;
    });

    public Task<string?> SlugAt(string host, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = Database.ForWorker();
        batch.Add("select t.slug from own_host h join tenant t on t.id = h.tenant where h.host = $1").With(host);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? reader.GetString(0) : null;
    });
}

/// <summary>The document, and beside it the host as long as it is proven: the key of that table says whose it is.</summary>
internal sealed class OwnDomainRow : IRowOf<OwnDomain, OwnDomainEvent>
{
    private readonly DocumentRow<OwnDomain, OwnDomainEvent> document = new();

    public void AddLoad(TenantBatch batch, TenantId tenant, Guid stream) => document.AddLoad(batch, tenant, stream);

    public OwnDomain Read(NpgsqlDataReader row) => document.Read(row);

    public void AddWrite(TenantBatch batch, Append<OwnDomain, OwnDomainEvent> append)
    {
        document.AddWrite(batch, append);
        var (was, isNow) = (append.Before?.Status is OwnDomainStatus.Verified, append.After.Status is OwnDomainStatus.Verified);
        if (isNow && !was)
            batch.Add("insert into own_host (host, tenant) values ($1, $2)").With(append.After.Host).With(append.Tenant.Value);
        if (was && !isNow)
            batch.Add("delete from own_host where host = $1 and tenant = $2").With(append.After.Host).With(append.Tenant.Value);
    }
}
