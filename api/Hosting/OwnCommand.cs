using Helpdesk.Domain.Feed;
using Helpdesk.Postgres;
using Helpdesk.Postgres.Sql;
using Microsoft.Extensions.Options;

namespace Helpdesk.Api.Hosting;

/// <summary>
/// A command of this program's own, beside a running platform or not: its words and the settings among them, and a refusal in words with
/// exit code 1.
/// </summary>
internal static class OwnCommand
{
    /// <param name="words">What follows the command's name.</param>
    /// <param name="act">Given the words that are no settings: what it needs, and what it does.</param>
    public static async Task<int> Run(
        string[] words, TextWriter errors, Func<string[], HostApplicationBuilder, Func<IServiceProvider, Task<int>>> act)
    {
        try
        {
            var host = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
            {
                Args = [.. words.Where(IsSetting)],
                // as the platform itself; null: as .NET says
                EnvironmentName = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT"),
            });
            var carryOut = act([.. words.Where(word => !IsSetting(word))], host);
            return await DatabaseCommands.RunBesideAsync(host, carryOut);
        }
        catch (Exception refusal) when (
            refusal is StartupRefusedException or OptionsValidationException or StorageException or TimeoutException)
        {
            await errors.WriteLineAsync(refusal.Message);
            return 1;
        }
    }

    /// <summary>Settings are given as to the host itself: <c>--Helpdesk:Data=DIR</c>.</summary>
    private static bool IsSetting(string word) =>
        word.StartsWith("--Helpdesk:", StringComparison.OrdinalIgnoreCase) && word.Contains('=', StringComparison.Ordinal);
}
