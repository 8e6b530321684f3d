using Helpdesk.Domain.Feed;
using Helpdesk.Domain.SignIn;

namespace Helpdesk.Api.SignIn.OpenId;

/// <summary>Forgets refresh tokens and codes that are over, every hour. Harmless in several processes at once.</summary>
internal sealed partial class TokenPurging(ITokenPurge tokens, TimeProvider time, ILogger<TokenPurging> log) : BackgroundService
{
    private const int AtOnce = 5_000;
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Purge(stoppingToken);
        }
    }

    private async Task Purge(CancellationToken stopping)
    {
        try
        {
            while (!stopping.IsCancellationRequested
                && await tokens.Purge(Instant.FromDateTimeOffset(time.GetUtcNow()), AtOnce, stopping) == AtOnce)
            {
            }
        }
        catch (Exception failure) when (failure is StorageException or OperationCanceledException)
        {
            LogPostponed(log, failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Tokens that are over are forgotten an hour later.")]
    private static partial void LogPostponed(ILogger log, Exception exception);
}
