using Helpdesk.Domain.Attachments;
using Helpdesk.Grains.Hosting;
using Microsoft.Extensions.Hosting;

namespace Helpdesk.Grains.Attachments;

/// <summary>
/// Has the scanner look at every file once, in any number of processes. While it cannot be reached, files wait and come again, at first
/// soon, at last every ten minutes; nothing else waits for it.
/// </summary>
internal sealed partial class AttachmentScans(
    IAttachmentCare care, IBlobs blobs, IVirusScanner scanner, IHostApplicationLifetime lifetime, TimeProvider time,
    ILogger<AttachmentScans> log) : BackgroundService
{
    private const int AtOnce = 4;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    // For one file, however large.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    // So long nobody else takes it; should this process end, it waits no longer.
    private static readonly Duration Lease = Duration.FromMinutes(6);

    private bool isDown;
    private int failures;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!scanner.IsThere)
            return;
        await lifetime.Started(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var found = 0;
            try
            {
                found = await ScanDue(stoppingToken);
                failures = 0;
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The first says it; the database's own silence is told elsewhere.
                if (failures++ == 0)
                    LogFailed(log, failure);
            }
            catch (Exception)
            {
                return;
            }

            if (found == 0)
                await Task.Delay(Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <returns>How many files were due.</returns>
    internal async Task<int> ScanDue(CancellationToken cancellation)
    {
        var owed = await care.TakeScans(Lease, AtOnce, cancellation);
        await Task.WhenAll(owed.Select(one => Scan(one, cancellation)));
        return owed.Count;
    }

    private async Task Scan(OwedScan owed, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            await using var content = await blobs.Open(owed.Blob, 0, null, null, patience.Token);
            var verdict = content is null ? new ScanVerdict(ScanState.Unchecked, "The file is not in the storage.")
                : await scanner.Scan(content, patience.Token);
            await care.Scanned(owed, verdict.State, verdict.Finding, cancellation);
            Told(owed, verdict);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested
            && failure is ScannerUnavailableException or BlobStorageException or IOException or OperationCanceledException)
        {
            // The first says it; those that wait are tried again anyway.
            if (!isDown)
                LogDown(log, failure);
            isDown = true;
            await care.Postpone(owed, Scans.Pause(owed.Attempts + 1), cancellation);
        }
    }

    private void Told(OwedScan owed, ScanVerdict verdict)
    {
        if (isDown)
            LogUp(log);
        isDown = false;
        if (verdict.State is ScanState.Infected)
            LogInfected(log, owed.Id, owed.Tenant.Value, verdict.Finding);
        else if (verdict.State is ScanState.Unchecked)
            LogUnchecked(log, owed.Id, owed.Tenant.Value, verdict.Finding);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Malware was found in file {File} of tenant {TenantId}, which is locked: {Finding}")]
    private static partial void LogInfected(ILogger log, Guid file, Guid tenantId, string? finding);

    [LoggerMessage(Level = LogLevel.Warning, Message = "File {File} of tenant {TenantId} stays unchecked: {Finding}")]
    private static partial void LogUnchecked(ILogger log, Guid file, Guid tenantId, string? finding);

    [LoggerMessage(Level = LogLevel.Error, Message = "Files cannot be scanned; they wait, and uploads go on.")]
    private static partial void LogDown(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Files are scanned again.")]
    private static partial void LogUp(ILogger log);

    [LoggerMessage(Level = LogLevel.Error, Message = "The files that wait for the scanner could not be asked for.")]
    private static partial void LogFailed(ILogger log, Exception exception);
}
