using Helpdesk.Domain.Programs;

namespace Helpdesk.Postgres.Programs;

/// <summary>What the tables of programs' credentials, keys and clients, have in common.</summary>
/// <param name="table">Its name, and <paramref name="columns"/>: our own words, never anybody's input.</param>
internal sealed class ProgramTable<T>(Database database, string table, string columns, Func<NpgsqlDataReader, T> read)
{
    /// <summary>Those that were not revoked, the newest first.</summary>
    public Task<IReadOnlyList<T>> List(TenantId tenant, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add($"select {columns} from {table} where tenant_id = $1 and revoked_at is null order by created_at desc, id")
            .With(tenant.Value);
        await using var reader = await batch.ReadAsync(cancellation);
        var found = new List<T>();
        while (await reader.ReadAsync(cancellation))
            found.Add(read(reader));
        return (IReadOnlyList<T>)found;
    });

    /// <summary>Refuses the transaction where there are as many live ones as there may be. Who makes them at once take turns.</summary>
    public void AddBound(Func<string, BatchStatement> add, TenantId tenant, Instant now)
    {
        add("select pg_advisory_xact_lock(hashtextextended($1::text, 0))").With($"{table}|{tenant}");
        add($"""
            select refuse_unless((select count(*) from {table} where tenant_id = $1 and revoked_at is null
                and (expires_at is null or expires_at > $2)) < $3, '{TooMany}')
            """).With(tenant.Value).With(now).With(ApiKey.MostLive);
    }

    /// <summary>What <see cref="AddBound"/> refuses with.</summary>
    public const string TooMany = "HD429";

    /// <param name="revoked">The event that says so.</param>
    /// <returns><c>false</c>: there is none that could be revoked.</returns>
    public Task<bool> Revoke(TenantId tenant, Guid id, Trace trace, object revoked, CancellationToken cancellation) =>
        Storage.Ask(async () =>
    {
        await using var transaction = await TenantTransaction.Begin(database, cancellation, tenant);
        await using var revoke = transaction.Batch();
        revoke.Add($"update {table} set revoked_at = $3 where tenant_id = $1 and id = $2 and revoked_at is null").With(tenant.Value)
            .With(id).With(trace.At);
        if (await revoke.ExecuteAsync(cancellation) == 0)
            return false;

        await using var record = transaction.Batch();
        EventAppender.Add(record.Add, tenant, id, trace, revoked);
        await record.ExecuteAsync(cancellation);
        await transaction.Commit(cancellation);
        return true;
    });
}
