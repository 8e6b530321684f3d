namespace Helpdesk.Postgres;

public static class HostExtensions
{
    /// <summary>
    /// EX_SOFTWARE of sysexits.h: the process could not go on. Not 0, so whoever supervises it starts it again.
    /// </summary>
    public const int GaveUp = 70;

    /// <summary>
    /// Runs until shut down: 0. A refusal to start becomes a plain line on <paramref name="errors"/> and 1. When something that runs beside
    /// the requests fails, the host ends: its reason becomes such a line too, and <see cref="GaveUp"/>.
    /// </summary>
    public static async Task<int> RunToExitCodeAsync(this IHost host, TextWriter errors, params Type[] refusals)
    {
        Exception? failed = null;
        host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(() => failed = FailureIn(host));
        try
        {
            await host.RunAsync();
        }
        catch (Exception refusal)
            when (refusal is StartupRefusedException or OptionsValidationException || refusals.Contains(refusal.GetType()))
        {
            if (failed is null)
            {
                await errors.WriteLineAsync(refusal.Message);
                return 1;
            }
        }
        catch (Exception) when (failed is not null)
        {
            // What was stopped because of it says the same once more.
        }

        if (failed is null)
            return 0;
        await errors.WriteLineAsync($"This process cannot go on and ends: {failed.Message}");
        return GaveUp;
    }

    // Asked when the host begins to stop: afterwards its services are gone.
    private static Exception? FailureIn(IHost host) => host.Services.GetServices<IHostedService>().OfType<BackgroundService>()
        .Select(service => service.ExecuteTask?.Exception?.InnerException).FirstOrDefault(failure => failure is not null);
}
