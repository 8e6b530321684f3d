using System.Text.Json;
using Helpdesk.Domain.Webhooks;

namespace Helpdesk.Api.Webhooks;

internal sealed class WebhookExamples : IExamples
{
    private static readonly DateTimeOffset At = new(2026, 12, 1, 9, 30, 0, TimeSpan.Zero);

    private static readonly WebhookResponse Webhook = new()
    {
        Id = new("0198c0de-7a11-7000-8000-0000000000e1"),
        Name = "Fachverfahren Straßenschäden",
        Url = "https://schaeden.musterstadt.example/helpdesk",
        Events = [WebhookKinds.Opened, WebhookKinds.Closed, WebhookKinds.Commented, WebhookKinds.Changed],
        IncludesInternal = false,
        Active = true,
        StoppedBecause = null,
        PreviousSecretUntil = null,
        CreatedAt = At,
        CreatedBy = new("0198c0de-7a11-7000-8000-0000000000a1"),
        UpdatedAt = At,
        Version = 1,
    };

    private static readonly WebhookDeliveryResponse Delivery = new()
    {
        Id = new("0198c0de-7a11-7000-8000-0000000000e2"),
        MessageId = "msg_0198c0de7a1170008000000000000e20",
        Event = WebhookKinds.Opened,
        Ticket = new("0198c0de-7a11-7000-8000-0000000000d1"),
        TicketVersion = 1,
        State = DeliveryState.Delayed,
        Attempts = 1,
        LastError = DeliveryFault.Status,
        LastStatus = 503,
        CreatedAt = At,
        LastTryAt = At.AddSeconds(1),
        NextTryAt = At.AddSeconds(6),
        DeliveredAt = null,
    };

    public IEnumerable<object> All =>
    [
        new WebhookRequest(Webhook.Url, Webhook.Events, Webhook.Name, false, true), new RotateWebhookSecretRequest(24), Webhook,
        new WebhookListResponse([Webhook]),
        new WebhookWithSecretResponse { Secret = "whsec_bW9ndGVuIHNpZSBlcyBzZWxic3QgYXVzcHJvYmllcmVu", Id = Webhook.Id, Webhook = Webhook },
        Delivery, new WebhookDeliveryListResponse([Delivery], null),
        new WholeDeliveryResponse(Delivery, JsonElement.Parse("""
            {"type": "ticket.opened", "timestamp": "2026-12-01T09:30:00.000000Z", "data": {"tenant": "musterstadt", "kinds": ["ticket.opened"]}}
            """)),
    ];
}
