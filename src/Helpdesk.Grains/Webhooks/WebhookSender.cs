using System.Security.Cryptography;
using Helpdesk.Contracts.Webhooks;
using Helpdesk.Domain.Clocks;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;
using Helpdesk.Domain.Webhooks;
using Helpdesk.Grains.Hosting;
using Helpdesk.Grains.Hosting.Calls;
using Microsoft.Extensions.Hosting;

namespace Helpdesk.Grains.Webhooks;

/// <summary>
/// Tells webhooks what they are owed, in any number of processes. What arrived while the process or the database ended is sent once more,
/// under the same id: rather twice than never.
/// </summary>
internal sealed partial class WebhookSender(
    IWebhookDeliveries deliveries, WebhookLane lane, IHostApplicationLifetime lifetime, IPlatformClock clock, TimeProvider time,
    ILogger<WebhookSender> log) : BackgroundService
{
    private const int Most = 200;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    // So long nobody else takes them; should this process end, they wait no longer.
    private static readonly Duration Lease = Duration.FromMinutes(5);

    // While a webhook is at work on the deliveries before.
    private static readonly Duration Busy = Duration.FromSeconds(1);

    private readonly Lanes<(TenantId, Guid)> lanes = new(most: 64);
    private int failures;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.Started(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var taken = await deliveries.Take(clock.Given, Lease, Most, stoppingToken);
                failures = 0;
                foreach (var webhook in taken.GroupBy(delivery => (delivery.Tenant, delivery.Webhook)))
                    await lanes.Begin(
                        webhook.Key, () => lane.Send([.. webhook], stoppingToken), () => Free(webhook), why => Tell(why, stoppingToken));
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // The first says it; the database's own silence is told elsewhere.
                if (failures++ == 0)
                    LogFailed(log, failure);
            }

            await Task.Delay(Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Another process may go on with them then.
    private async Task Free(IEnumerable<WebhookDelivery> untried)
    {
        foreach (var delivery in untried)
            await deliveries.Save(delivery with { NextAt = time.Now() + Busy }, CancellationToken.None);
    }

    private void Tell(Exception failure, CancellationToken stopping)
    {
        if (failure is not StorageException && !stopping.IsCancellationRequested)
            LogFailed(log, failure);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Webhooks could not be told; trying again.")]
    private static partial void LogFailed(ILogger log, Exception exception);
}

/// <summary>What one webhook is told in one go.</summary>
internal sealed class WebhookLane(
    IWebhookLists lists, IWebhookDeliveries deliveries, IWebhookTransport transport, WebhookSecrets secrets, ITicketStore tickets,
    IGrainFactory grains, TenantPasses passes, TimeProvider time)
{
    // One that lets its receiver wait holds up no other.
    private const int AtOnce = 4;

    /// <param name="due">All of one webhook.</param>
    public Task Send(IReadOnlyList<WebhookDelivery> due, CancellationToken stopping) => Parallel.ForEachAsync(
        due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stopping },
        // What is being sent when the process ends is sent to its end: cut off, nobody would know whether it arrived.
        async (delivery, _) => await Send(delivery));

    private async Task Send(WebhookDelivery delivery)
    {
        var list = await lists.Load(delivery.Tenant, WebhookList.StreamOf(delivery.Tenant), CancellationToken.None);
        if (list?.Find(delivery.Webhook) is not { IsActive: true } webhook)
        {
            await deliveries.Save(delivery.Drop(DeliveryFault.Stopped), CancellationToken.None);
            return;
        }

        if (!await MayBeTold(delivery))
        {
            await deliveries.Save(delivery.Drop(DeliveryFault.Withdrawn), CancellationToken.None);
            return;
        }

        var answer = await Try(webhook, delivery);
        var after = delivery.After(answer, time.Now());
        await deliveries.Save(after, CancellationToken.None);
        if (after.State is DeliveryState.Failed && await Stops(after) is { } because)
            await Stop(after, because);
    }

    // As things stand now: what was queued may be nobody's business any more.
    private async Task<bool> MayBeTold(WebhookDelivery delivery)
    {
        if (delivery.Body is null)
            return false;
        if (delivery.Ticket is not { } id || delivery.Event == WebhookKinds.Deleted)
            return true;
        var ticket = await tickets.Load(delivery.Tenant, id.Value, CancellationToken.None);
        return ticket is { IsDeleted: false } && !(delivery.Comment is { } comment && ticket.Withdrawn.Contains(comment));
    }

    private async Task<WebhookAnswer> Try(Webhook webhook, WebhookDelivery delivery)
    {
        IReadOnlyList<string> keys;
        try
        {
            keys = secrets.Of(delivery.Tenant, webhook, time.Now());
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or FormatException)
        {
            return new(null, DeliveryFault.Unreadable);
        }

        return await transport.Send(webhook.Url, delivery, keys, time.Now(), CancellationToken.None);
    }

    private async Task<WebhookStop?> Stops(WebhookDelivery failed) =>
        failed.LastFault is DeliveryFault.Gone ? WebhookStop.Gone
        : failed.LastFault is DeliveryFault.Unreadable ? null
        : await deliveries.HasArrived(failed.Tenant, failed.Webhook, failed.CreatedAt, CancellationToken.None) ? null
        : WebhookStop.Failing;

    private async Task Stop(WebhookDelivery failed, WebhookStop because)
    {
        var id = new CommandId(CommandId.Derive($"{failed.Id:D}|{failed.LastAt}|stop"), "stop", FromKey: true);
        var platform = new Caller(failed.Tenant, Account: null, Role.Admin, Origin: "webhooks");
        passes.Enter(failed.Tenant);
        var stopped = await grains.GetGrain<IWebhooksGrain>(GrainKeys.Of(failed.Tenant))
            .Stop(platform, id, failed.Webhook, because, CancellationToken.None);
        if (stopped.Refused(out var why, out _))
            throw new InvalidOperationException($"A webhook could not be stopped: {why.Code}.");
    }
}
