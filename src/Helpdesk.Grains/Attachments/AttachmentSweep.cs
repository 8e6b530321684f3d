using Helpdesk.Domain.Attachments;
using Helpdesk.Grains.Hosting;
using Microsoft.Extensions.Hosting;

namespace Helpdesk.Grains.Attachments;

/// <summary>
/// Removes what nothing points to: uploads that nobody attached, contents without a row, pieces of uploads that broke off. A content is
/// written before its row and deleted after it, so a row never points to nothing. Harmless in several processes at once.
/// </summary>
internal sealed partial class AttachmentSweep(
    IAttachmentCare care, IBlobs blobs, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<AttachmentSweep> log)
    : BackgroundService
{
    private const int AtOnce = 500;

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    // Longer than the moment between a content and its row.
    private static readonly Duration Age = Duration.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.Started(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested)
                return;
            try
            {
                await Sweep(time.Now(), stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogPostponed(log, failure);
            }
            catch (Exception)
            {
                return;
            }
        }
    }

    /// <returns>How many contents were deleted.</returns>
    internal async Task<int> Sweep(Instant now, CancellationToken cancellation)
    {
        while (await care.DropExpired(AtOnce, cancellation) == AtOnce)
        {
        }

        await blobs.Tidy(now - Age, cancellation);
        var (deleted, page) = (0, new List<string>(AtOnce));
        await foreach (var blob in blobs.StoredBefore(now - Age, cancellation))
        {
            page.Add(blob);
            if (page.Count == AtOnce)
                deleted += await DeleteOrphans(page, cancellation);
        }

        deleted += await DeleteOrphans(page, cancellation);
        if (deleted > 0)
            LogSwept(log, deleted);
        return deleted;
    }

    private async Task<int> DeleteOrphans(List<string> page, CancellationToken cancellation)
    {
        var orphans = page.Count == 0 ? [] : await care.Orphans(page, cancellation);
        foreach (var blob in orphans)
            await blobs.Delete(blob, cancellation);
        page.Clear();
        return orphans.Count;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Deleted {Count} contents of files that nothing points to any more.")]
    private static partial void LogSwept(ILogger log, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Files that nothing points to are looked for again in ten minutes.")]
    private static partial void LogPostponed(ILogger log, Exception exception);
}
