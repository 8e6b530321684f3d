namespace Helpdesk.Postgres.Feed;

/// <summary>Two operations of their own: one holds the plan, the other says that it was carried out.</summary>
internal sealed class SteppedCommands(Database database) : ISteppedCommands
{
    public Task<SteppedCommand?> Find(TenantId tenant, CommandId id, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add("""
            select fingerprint, answer, exists (select from operation where tenant_id = $1 and id = $3)
            from operation where tenant_id = $1 and id = $2
            """).With(tenant.Value).With(Begun(id)).With(Ended(id));
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new SteppedCommand(reader.GetString(0), reader.GetString(1), reader.GetBoolean(2)) : null;
    });

    public async Task<SteppedCommand> Begin(TenantId tenant, CommandId id, string plan)
    {
        await Insert(tenant, id, Begun(id), plan);
        return await Find(tenant, id, CancellationToken.None)
            ?? throw new InvalidOperationException("A plan that was just written is not there.");
    }

    public Task End(TenantId tenant, CommandId id) => Insert(tenant, id, Ended(id), null);

    private Task Insert(TenantId tenant, CommandId id, Guid operation, string? plan) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add("""
            insert into operation (tenant_id, id, fingerprint, stream_id, from_version, to_version, answer)
            values ($1, $2, $3, $2, 1, 0, $4) on conflict do nothing
            """).With(tenant.Value).With(operation).With(id.Fingerprint).WithJson(plan);
        return await batch.ExecuteAsync(CancellationToken.None);
    });

    private static Guid Begun(CommandId id) => id.Step("begun").Id;

    private static Guid Ended(CommandId id) => id.Step("ended").Id;
}
