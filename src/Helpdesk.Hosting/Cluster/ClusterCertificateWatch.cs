using System.Security.Cryptography;
using Helpdesk.Postgres.Engine;
using Helpdesk.Postgres.Sql;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Hosting.Cluster;

/// <summary>
/// Reads the cluster's certificates before anything connects, and again from time to time: much more often than the day that a new one is
/// known before it is shown.
/// </summary>
internal sealed partial class ClusterCertificateWatch(ClusterCertificates store, ClusterTls tls, ILogger<ClusterCertificateWatch> log)
    : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan Period = TimeSpan.FromHours(1);

    /// <summary>After the database is open and the master key is known to be the right one: hosts register those first.</summary>
    /// <exception cref="StartupRefusedException">What is stored does not open.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (!tls.IsOn)
            return;
        try
        {
            await Read(cancellationToken);
        }
        catch (CryptographicException closed)
        {
            throw new StartupRefusedException(
                "The cluster's certificate does not open: its row was changed, or what it was sealed with is gone. " +
                "Stop every host, empty the table cluster_certificate, and start again: the first host makes a new one.", closed);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!tls.IsOn)
            return;
        using var timer = new PeriodicTimer(Period);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Read(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogUnread(log, failure); // What was read last is good for months.
            }
        }
    }

    private async Task Read(CancellationToken cancellation) =>
        tls.Use(await store.Load(SystemClock.Instance.GetCurrentInstant(), cancellation));

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The cluster's certificates could not be read; tried again in an hour.")]
    private static partial void LogUnread(ILogger log, Exception failure);
}
