namespace Helpdesk.Postgres.Sql;

/// <summary>
/// A transaction of several steps that sees some tenants: for acts that must read before they write, or that go through ASP.NET Core
/// Identity. They are rare; whatever can be one batch is a <see cref="TenantBatch"/>.
/// </summary>
internal sealed class TenantTransaction : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction transaction;

    private TenantTransaction(NpgsqlConnection connection, NpgsqlTransaction transaction) =>
        (this.connection, this.transaction) = (connection, transaction);

    public NpgsqlConnection Connection => connection;

    public NpgsqlTransaction Transaction => transaction;

    /// <exception cref="StorageException">The database is silent, or fell silent meanwhile.</exception>
    public static async Task<TenantTransaction> Begin(Database database, CancellationToken cancellation, params TenantId[] tenants)
    {
        var beginning = BeginOnce(database, cancellation, tenants);
        try
        {
            return await database.Silence.Heard(beginning);
        }
        catch (StorageException) when (!beginning.IsCompleted)
        {
            _ = Abandon(beginning);
            throw;
        }
    }

    // Nobody waits for it any more.
    private static async Task Abandon(Task<TenantTransaction> beginning)
    {
        await ((Task)beginning).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (beginning.IsCompletedSuccessfully)
            await beginning.Result.DisposeAsync();
    }

    private static async Task<TenantTransaction> BeginOnce(Database database, CancellationToken cancellation, TenantId[] tenants)
    {
        var connection = await database.App.OpenConnectionAsync(cancellation);
        try
        {
            var begun = new TenantTransaction(connection, await connection.BeginTransactionAsync(cancellation));
            await using var scope = begun.Batch();
            var visible = string.Join(',', tenants.Distinct().Select(tenant => tenant.ToString()));
            scope.Add("select set_config('helpdesk.tenants', $1, true)").With($"{{{visible}}}");
            await scope.ExecuteAsync(cancellation);
            return begun;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public TransactionBatch Batch() => new(new NpgsqlBatch(connection, transaction));

    public Task Commit(CancellationToken cancellation) => transaction.CommitAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}

/// <summary>Statements of one round trip inside a transaction.</summary>
internal sealed class TransactionBatch(NpgsqlBatch batch) : IAsyncDisposable
{
    public BatchStatement Add(string sql)
    {
        var command = new NpgsqlBatchCommand(sql);
        batch.BatchCommands.Add(command);
        return new BatchStatement(command.Parameters);
    }

    public Task<int> ExecuteAsync(CancellationToken cancellation) => batch.ExecuteNonQueryAsync(cancellation);

    public async Task<NpgsqlDataReader> ReadAsync(CancellationToken cancellation) => await batch.ExecuteReaderAsync(cancellation);

    public ValueTask DisposeAsync() => batch.DisposeAsync();
}
