using System.Security.Cryptography;
using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.Push;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Grains.Push;

/// <summary>What is sent to one push service in one go.</summary>
internal sealed class PushLane(
    IPushDeliveries deliveries, IPushSubscriptions subscriptions, IPushTransport transport, IPushKeys keys, IRecipients recipients,
    ITicketStore tickets, ITenantDirectory tenants, TimeProvider time)
{
    private const int AtOnce = 8;

    /// <param name="due">All of one service.</param>
    public Task Send(IReadOnlyList<PushDelivery> due, CancellationToken stopping) => Parallel.ForEachAsync(
        due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stopping },
        // What is being sent when the process ends is sent to its end.
        async (delivery, _) => await Send(delivery));

    private async Task Send(PushDelivery delivery)
    {
        if (await subscriptions.Find(delivery.Host, delivery.Subscription, time.Now(), CancellationToken.None) is not { } subscription)
        {
            await subscriptions.Remove(delivery.Host, delivery.Subscription, CancellationToken.None);
            return;
        }

        var outcome = await NoteFor(delivery, subscription) is { } note
            ? delivery.After(await Try(subscription, note), time.Now()) : new PushOutcome.Over();
        await (outcome switch
        {
            PushOutcome.Again again => deliveries.Save(again.Delivery, CancellationToken.None),
            PushOutcome.Unsubscribed => subscriptions.Remove(delivery.Host, delivery.Subscription, CancellationToken.None),
            PushOutcome.Over => deliveries.End(delivery, time.Now(), CancellationToken.None),
            _ => throw new InvalidOperationException($"Nothing follows from {outcome}."),
        });
    }

    private async Task<PushAnswer> Try(PushSubscription subscription, PushNote note)
    {
        try
        {
            return await transport.Send(
                subscription.Target, note, await keys.Load(CancellationToken.None), time.Now(), CancellationToken.None);
        }
        catch (CryptographicException)
        {
            // A key that cannot be used now will not be usable later.
            return new(PushFault.Refused);
        }
    }

    // As things stand now: what was queued may be nobody's business any more. null: nothing is told.
    private async Task<PushNote?> NoteFor(PushDelivery delivery, PushSubscription subscription)
    {
        var (told, tenant) = (delivery.Told, delivery.Told.Tenant);
        if (await deliveries.Find(told, CancellationToken.None) is not { IsOver: false } notice
            || await recipients.Find(tenant, subscription.Account, new(told.Stream), time.Now(), CancellationToken.None)
                is not { Reader: { } reader }
            || !NoticePushes.Wants(notice.Kind, reader))
            return null;
        Ticket? ticket = null;
        if (notice.Number is not null)
        {
            ticket = await tickets.Load(tenant, told.Stream, CancellationToken.None);
            if (ticket is null || !PushNote.MayRead(tenant, reader, ticket))
                return null;
        }

        var of = (await tenants.Find(tenant, CancellationToken.None))?.Tenant;
        var place = new PushPlace(of?.Slug, of?.Name, of?.Settings.Zone, IsDesk: delivery.Host != tenant);
        return subscription.IsSignedIn ? PushNote.Of(notice, told.Stream, ticket?.Subject, reader, place) : PushNote.Bare(reader, place);
    }
}
