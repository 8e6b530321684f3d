using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;
using Helpdesk.Domain.Webhooks;

namespace Helpdesk.Grains.Webhooks;

/// <summary>Writes down what each webhook is told, once for each act. From there <see cref="WebhookSender"/> brings it away.</summary>
internal sealed class WebhookQueue(
    IWebhookLists lists, IWebhookDeliveries deliveries, ITicketActs acts, ITicketStore tickets, ITenantDirectory tenants,
    IEventReader events) : FeedConsumer
{
    private static readonly string[] OfTickets =
    [
        .. typeof(TicketEvent).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(TicketEvent)))
            .Select(type => EventKind.Of(Ticket.Kind, type)),
    ];

    private static readonly string Withdrawal = EventKind.Of(Ticket.Kind, typeof(TicketEvent.CommentWithdrawn));
    private static readonly string Deletion = EventKind.Of(Ticket.Kind, typeof(TicketEvent.Deleted));

    public override string Name => "webhooks";

    public override IReadOnlyCollection<string> Kinds => OfTickets;

    // Who has no webhooks, costs no more than a part of one question.
    public override int AtOnce => 100;

    public override Task Handle(FeedEvent happened, CancellationToken cancellation) => Handle([happened], cancellation);

    public override async Task Handle(IReadOnlyList<FeedEvent> happened, CancellationToken cancellation)
    {
        var known = await lists.Of([.. happened.Select(one => one.Tenant).Distinct()], cancellation);
        // What one act appended lies together, and its first event says all.
        foreach (var act in happened.GroupBy(one => (one.Tenant, one.Stream, one.Place.Transaction, one.At)))
        {
            if (!known.TryGetValue(act.Key.Tenant, out var list))
                continue;
            foreach (var one in act)
                await Forget(one, cancellation);
            await Queue(act.First(), list, cancellation);
        }
    }

    // Also when the last one listening was stopped: what was to be told of a ticket that is gone, is forgotten all the same.
    private async Task Forget(FeedEvent happened, CancellationToken cancellation)
    {
        var ticket = new TicketId(happened.Stream);
        if (happened.Kind == Deletion)
            await deliveries.Forget(happened.Tenant, ticket, comment: null, cancellation);
        else if (happened.Kind == Withdrawal && events.Read<TicketEvent>(happened)?.Event is TicketEvent.CommentWithdrawn withdrawn)
            await deliveries.Forget(happened.Tenant, ticket, withdrawn.Comment, cancellation);
    }

    private async Task Queue(FeedEvent happened, WebhookList list, CancellationToken cancellation)
    {
        var ticket = new TicketId(happened.Stream);
        var listening = list.Items.Where(webhook => webhook.ListensTo(happened.At)).ToList();
        if (listening.Count == 0 || await ActOf(happened, ticket, cancellation) is not { } act)
            return;

        var slug = (await tenants.Find(happened.Tenant, cancellation))?.Tenant.Slug ?? "";
        var due = listening.Select(webhook => DeliveryOf(webhook, act, happened, slug)).OfType<WebhookDelivery>().ToList();
        if (due.Count > 0)
            await deliveries.Queue(due, cancellation);
    }

    private async Task<ToldAct?> ActOf(FeedEvent happened, TicketId ticket, CancellationToken cancellation)
    {
        if (await acts.SpanOf(happened, cancellation) is not { } span
            || await tickets.Load(happened.Tenant, happened.Stream, cancellation) is not { } now)
            return null;
        var history = await tickets.History(happened.Tenant, happened.Stream, span.Last, cancellation);
        var act = ToldAct.Of(ticket, history, span.First, now);
        // When it is gone by now, only that is told.
        return now.IsDeleted && !act.IsDeletion ? null : act;
    }

    private static WebhookDelivery? DeliveryOf(Webhook webhook, ToldAct act, FeedEvent happened, string slug)
    {
        var kinds = WebhookKinds.Of(act.Events.Select(recorded => recorded.Event), webhook.IncludesInternal);
        if (kinds.FirstOrDefault(webhook.Events.Contains) is not { } kind)
            return null;
        var comment = act.Comment(webhook.IncludesInternal)?.Event as TicketEvent.Commented;
        return new()
        {
            Tenant = happened.Tenant,
            Id = WebhookDelivery.IdOf(webhook.Id, happened.Stream, act.Events[0].Version),
            Webhook = webhook.Id,
            Event = kind,
            Ticket = act.Id,
            TicketVersion = act.After.Version,
            Comment = comment?.Id,
            Body = WebhookMessage.Of(kind, act, webhook.IncludesInternal, slug).Write(),
            CreatedAt = act.At,
            NextAt = act.At,
        };
    }
}
