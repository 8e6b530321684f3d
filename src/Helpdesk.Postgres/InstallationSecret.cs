using Helpdesk.Domain.Access;
using Microsoft.Extensions.Hosting;

namespace Helpdesk.Postgres;

/// <summary>Reads the secret of the installation, or makes it: the first process that starts wins, all others read what it wrote.</summary>
internal sealed class InstallationSecret(Database database) : IInstallationSecret, IHostedService
{
    private byte[]? value;

    public byte[] Value => value ?? throw new InvalidOperationException("The secret is read while the host starts; nothing may use it before.");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var command = database.App.CreateCommand("""
            with made as (
                insert into installation_secret (singleton, value) values (true, $1) on conflict (singleton) do nothing returning value)
            select value from made union all select value from installation_secret limit 1
            """);
        command.Parameters.Add(new() { Value = System.Security.Cryptography.RandomNumberGenerator.GetBytes(64) });
        value = (byte[]?)await command.ExecuteScalarAsync(cancellationToken)
            // Somebody made it between our insert and our select, which therefore saw neither.
            ?? (byte[]?)await command.ExecuteScalarAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
