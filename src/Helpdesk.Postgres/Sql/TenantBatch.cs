namespace Helpdesk.Postgres.Sql;

/// <summary>
/// How every tenant-scoped statement runs. The first command of the batch sets the tenants for the transaction, the others follow in the
/// same message: one implicit transaction, one round trip, and nothing of it stays on the pooled connection.
/// </summary>
/// <remarks>Run once, then dispose. A failing statement undoes the whole batch.</remarks>
public sealed class TenantBatch : IAsyncDisposable
{
    private const string SetTenants = "select set_config('helpdesk.tenants', $1, true)";
    private readonly NpgsqlDataSource source;
    private readonly NpgsqlBatch batch;
    private readonly DatabaseSilence silence;
    private readonly bool setsTenants;
    private Task? left;

    private TenantBatch(NpgsqlDataSource source, DatabaseSilence silence, string? tenants)
    {
        (this.source, batch, this.silence) = (source, source.CreateBatch(), silence);
        setsTenants = tenants is not null;
        if (tenants is not null)
            Add(SetTenants).With(tenants);
    }

    internal static TenantBatch For(NpgsqlDataSource source, DatabaseSilence silence, TenantId tenant) =>
        new(source, silence, $"{{{tenant.Value:D}}}");

    internal static TenantBatch For(NpgsqlDataSource source, DatabaseSilence silence, IReadOnlyCollection<TenantId> tenants) =>
        new(source, silence, ArrayOf(tenants));

    internal static TenantBatch ForWorker(NpgsqlDataSource source, DatabaseSilence silence) => new(source, silence, null);

    /// <summary>
    /// Adds a statement; its parameters are <c>$1</c>, <c>$2</c>, … in the order of <see cref="BatchStatement.With{T}(T)"/>.
    /// </summary>
    public BatchStatement Add(string sql)
    {
        var command = new NpgsqlBatchCommand(sql);
        batch.BatchCommands.Add(command);
        return new BatchStatement(command.Parameters);
    }

    /// <summary>What is sent, in order; the bench repeats it without the product around it.</summary>
    internal NpgsqlBatchCommandCollection Statements => batch.BatchCommands;

    /// <summary>Runs all statements and answers how many rows they changed together.</summary>
    /// <exception cref="StorageException">The database fell silent meanwhile; whether it had its effect is open.</exception>
    public Task<int> ExecuteAsync(CancellationToken cancellation) => Heard(batch.ExecuteNonQueryAsync(cancellation));

    /// <summary>Runs all statements; the reader stands on the result of the first one added. Dispose it to return the connection.</summary>
    public async Task<NpgsqlDataReader> ReadAsync(CancellationToken cancellation)
    {
        var reader = await Heard(batch.ExecuteReaderAsync(cancellation));
        if (!setsTenants)
            return reader;
        try
        {
            await reader.NextResultAsync(cancellation);
            return reader;
        }
        catch
        {
            await reader.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync()
    {
        if (left is null || left.IsCompletedSuccessfully)
            return batch.DisposeAsync();
        _ = Abandon(left, batch);
        return ValueTask.CompletedTask;
    }

    private async Task<T> Heard<T>(Task<T> statement)
    {
        left = statement;
        try
        {
            return await silence.Heard(statement);
        }
        catch (NpgsqlException failure) when (Connection.IsLost(failure))
        {
            source.Clear(); // the others may have ended with it, and whoever tries again is to get one that stands
            throw;
        }
    }

    // Nobody waits for it any more; what it still brings is given back.
    private static async Task Abandon(Task statement, NpgsqlBatch batch)
    {
        await statement.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (statement is Task<NpgsqlDataReader> { IsCompletedSuccessfully: true, Result: var late })
            await late.DisposeAsync();
        await batch.DisposeAsync();
    }

    private static string ArrayOf(IReadOnlyCollection<TenantId> tenants)
    {
        var text = new StringBuilder(tenants.Count * 37 + 2).Append('{');
        foreach (var tenant in tenants)
            text.Append(text.Length > 1 ? "," : "").Append(tenant.Value);
        return text.Append('}').ToString();
    }
}
