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

    public static async Task<TenantTransaction> Begin(Database database, CancellationToken cancellation, params TenantId[] tenants)
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
