using Helpdesk.Postgres.Sealing;
using Helpdesk.Postgres.Sql;

namespace Helpdesk.Api.Hosting;

/// <summary>
/// What must be there before a host may serve anybody, looked at before anything else starts: each fault ends the start with one line.
/// Settings whose values alone are wrong are the validators' business.
/// </summary>
internal sealed class StartChecks(IServiceProvider services) : IHostedLifecycleService
{
    /// <exception cref="StartupRefusedException">Something is missing.</exception>
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        if (!UnicodeText.IsNormalized)
        {
            throw new StartupRefusedException(
                "This machine has no ICU library (libicu), or DOTNET_SYSTEM_GLOBALIZATION_INVARIANT is set: e-mail addresses and "
                    + "passwords could not be compared.");
        }

        // Finds the master key, or refuses.
        services.GetRequiredService<MasterKey>();
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
