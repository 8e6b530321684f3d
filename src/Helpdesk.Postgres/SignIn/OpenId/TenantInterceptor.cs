using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Helpdesk.Postgres.SignIn.OpenId;

/// <summary>
/// Names the tenant to row-level security, as <see cref="TenantBatch"/> does for our own SQL: at the start of a transaction, or in the same
/// message before a statement that has none. Nothing of it stays on the pooled connection.
/// </summary>
internal sealed class TenantInterceptor : DbCommandInterceptor, IDbTransactionInterceptor
{
    private const string Parameter = "helpdesk_tenants";
    private const string SetTenants = $"select set_config('helpdesk.tenants', @{Parameter}, true);\n";

    public async ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = result;
        Name(command, eventData.Context);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        if (command.Transaction is null)
            Name(command, eventData.Context);
        return new(result);
    }

    // The caller expects its own rows, which come second.
    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (command.Transaction is null)
            await result.NextResultAsync(cancellationToken);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (command.Transaction is null)
            Name(command, eventData.Context);
        return new(result);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("A scalar would be read from the wrong statement.");

    private static void Name(DbCommand command, Microsoft.EntityFrameworkCore.DbContext? context)
    {
        var tenant = ((OidcDbContext)context!).Tenant;
        command.CommandText = SetTenants + command.CommandText;
        command.Parameters.Add(new NpgsqlParameter<string>(Parameter, $"{{{tenant:D}}}"));
    }
}
