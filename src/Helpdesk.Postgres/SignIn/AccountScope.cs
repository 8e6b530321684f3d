using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Postgres.SignIn;

/// <summary>Identity at work on one account, inside one transaction in which our own SQL runs as well.</summary>
internal sealed class AccountScope : IAsyncDisposable
{
    private readonly AccountDbContext context;

    private AccountScope(TenantTransaction transaction, AccountDbContext context, AccountManager manager) =>
        (Transaction, this.context, Manager) = (transaction, context, manager);

    public TenantTransaction Transaction { get; }

    public AccountManager Manager { get; }

    public async ValueTask DisposeAsync()
    {
        Manager.Dispose();
        await context.DisposeAsync();
        await Transaction.DisposeAsync();
    }

    /// <summary>Makes scopes.</summary>
    internal sealed class Factory(
        Database database, IPasswordHasher<AccountUser> hasher, ISeals seals, ILogger<UserManager<AccountUser>> logger)
    {
        /// <param name="tenant">Where the act takes place.</param>
        /// <param name="home">Whose account it is.</param>
        public async Task<AccountScope> Begin(TenantId tenant, TenantId home, Instant now, CancellationToken cancellation)
        {
            var transaction = await TenantTransaction.Begin(database, cancellation, tenant, home);
            try
            {
                var context = new AccountDbContext(
                    new DbContextOptionsBuilder<AccountDbContext>().UseNpgsql(transaction.Connection)
                        .UseSnakeCaseNamingConvention().Options);
                await context.Database.UseTransactionAsync(transaction.Transaction, cancellation);
                var store = new AccountStore(context, home.Value, seals);
                return new AccountScope(transaction, context, new AccountManager(store, hasher, seals, now, logger));
            }
            catch
            {
                await transaction.DisposeAsync();
                throw;
            }
        }
    }

    /// <exception cref="InvalidOperationException">There is no such account; callers have seen its membership.</exception>
    public async Task<AccountUser> Load(AccountId account) =>
        await Manager.FindByIdAsync(account.ToString()) ?? throw new InvalidOperationException($"There is no account {account}.");
}
