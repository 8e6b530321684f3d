using Helpdesk.Hosting.Cluster;

namespace Helpdesk.Hosting.Health;

/// <summary>
/// The Stopping step of the host's life: nothing is stopped yet, requests are still taken, but nobody should send any more.
/// </summary>
internal sealed class Drain(Readiness readiness, IOptions<HelpdeskClusterOptions> cluster, IHostEnvironment environment)
    : IHostedLifecycleService
{
    private static readonly TimeSpan Default = TimeSpan.FromSeconds(5);

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        readiness.Leave();
        return Task.Delay(cluster.Value.Drain ?? (environment.IsDevelopment() ? TimeSpan.Zero : Default), cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
