using System.Security.Cryptography;
using Helpdesk.Domain.Access;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace Helpdesk.Postgres.Access;

/// <summary>
/// Refuses to start with a master key that does not open what is sealed in the database: with a wrong one nobody could sign in, and what is sealed from
/// then on would be lost to the right one. Runs after the database is open, before anything is served.
/// </summary>
internal sealed class MasterKeyCheck(Database database, SecretBox box, ISigningKeys signingKeys, TimeProvider time) : IHostedLifecycleService
{
    private const string Refusal =
        "The master key does not open what is sealed in this database. Start with the key that this installation was begun with " +
        "(Helpdesk__MasterKey, or the file master.key in the data folder).";

    public Task StartingAsync(CancellationToken cancellationToken) => Require(cancellationToken);

    /// <exception cref="StartupRefusedException">It is another key.</exception>
    public async Task Require(CancellationToken cancellation)
    {
        if (await AnySigningKey(cancellation) is { } sealedKey)
            TryOpen(sealedKey);
        else
            // A fresh database: what is sealed first fixes the key for every host that starts later.
            await signingKeys.Load(Instant.FromDateTimeOffset(time.GetUtcNow()), cancellation);
    }

    private void TryOpen(byte[] sealedKey)
    {
        try
        {
            box.Open(sealedKey, SealedFor.SigningKey);
        }
        catch (CryptographicException wrong)
        {
            throw new StartupRefusedException(Refusal, wrong);
        }
    }

    // Long expired ones too: they stay until the next one is made.
    private async Task<byte[]?> AnySigningKey(CancellationToken cancellation)
    {
        await using var command = database.App.CreateCommand("select private_key from signing_key order by signs_from desc limit 1");
        return (byte[]?)await command.ExecuteScalarAsync(cancellation);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
