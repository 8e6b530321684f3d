using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Helpdesk.Postgres;

public static class HostExtensions
{
    /// <summary>Runs until shut down: 0. A refusal to start becomes a plain line on <paramref name="errors"/> and 1.</summary>
    public static async Task<int> RunToExitCodeAsync(this IHost host, TextWriter errors, params Type[] refusals)
    {
        try
        {
            await host.RunAsync();
            return 0;
        }
        catch (Exception refusal)
            when (refusal is StartupRefusedException or OptionsValidationException || refusals.Contains(refusal.GetType()))
        {
            await errors.WriteLineAsync(refusal.Message);
            return 1;
        }
    }
}
