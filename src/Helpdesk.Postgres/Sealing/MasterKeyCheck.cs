using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Helpdesk.Postgres.Sealing;

/// <summary>
/// Refuses to start with a master key that does not open what is sealed in the database: with a wrong one nobody could sign in, and what is
/// sealed from then on would be lost to the right one. Runs after the database is open, before anything is served.
/// </summary>
internal sealed class MasterKeyCheck(Database database, IKeyManager keys) : IHostedLifecycleService
{
    private const string Refusal =
        "The master key does not open what is sealed in this database. Start with the key that this installation was begun with " +
        "(Helpdesk__MasterKey, or the file master.key in the data folder).";

    private const string OneAtATime = "select pg_advisory_xact_lock(hashtextextended('helpdesk sealing key', 0))";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    // Data Protection makes the next key this long before the last one ends, and looks for new ones once a day.
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(2);

    public Task StartingAsync(CancellationToken cancellationToken) => Require(cancellationToken);

    /// <exception cref="StartupRefusedException">It is another key.</exception>
    public async Task Require(CancellationToken cancellation)
    {
        if (OpenAll())
            return;

        // A fresh database: the first key fixes the master key for every host that starts later. Without the lock each of several hosts
        // would seal with a key of its own that the others learn of only a day later.
        await using var transaction = await TenantTransaction.Begin(database, cancellation);
        await using var alone = transaction.Batch();
        alone.Add(OneAtATime);
        await alone.ExecuteAsync(cancellation);
        if (!OpenAll())
            keys.CreateNewKey(Now - TimeSpan.FromDays(1), Now + Lifetime); // from yesterday on: the clocks of other hosts may be behind
    }

    // Data Protection goes by the machine's clock too, whatever the platform's says.
    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <returns><c>false</c>: none is good for what is sealed from now on.</returns>
    private bool OpenAll()
    {
        var all = keys.GetAllKeys();
        try
        {
            foreach (var key in all)
                _ = key.Descriptor; // opened when it is first asked for
        }
        catch (CryptographicException wrong)
        {
            throw new StartupRefusedException(Refusal, wrong);
        }

        return all.Any(key => !key.IsRevoked && key.ExpirationDate > Now + Ahead);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
