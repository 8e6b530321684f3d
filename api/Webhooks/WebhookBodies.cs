using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Helpdesk.Domain.Webhooks;

namespace Helpdesk.Api.Webhooks;

/// <param name="Url">
/// Where it is told: `https://…`, at most 2,000 characters of ASCII, port 443 or 8443, without a user name and without `#`. The name must
/// lead into the public network each time something is sent. In Development also `http://`, this machine and any port.
/// </param>
/// <param name="Events">
/// What it is told of; at least one. `ticket.changed` is anything that changes what the ticket says of itself. One act is told once, as the
/// first of these kinds that it is and that the webhook wants: `ticket.opened`, `ticket.deleted`, `ticket.merged`, `ticket.closed`,
/// `ticket.resolved`, `ticket.reopened`, `ticket.reopen_requested`, `ticket.assigned`, `ticket.commented`, `ticket.rated`,
/// `ticket.sla_breached`, `ticket.sla_warned`, `ticket.changed`.
/// </param>
/// <param name="Name">For people; at most 100 characters. Default: null.</param>
/// <param name="IncludesInternal">Internal comments are told, too. Default: false.</param>
/// <param name="Active">false: nothing is sent, and what waits is dropped. Default: true.</param>
public sealed record WebhookRequest(
    [Required, OneLine(WebhookRules.LongestUrl)] string? Url = null, [Required] IReadOnlyList<string>? Events = null,
    [OneLine(WebhookRules.LongestName)] string? Name = null, bool? IncludesInternal = null, bool? Active = null)
{
    internal WebhookChoice ToDomain() => new(Url ?? "", [.. Events ?? []], Name, IncludesInternal ?? false, Active ?? true);
}

/// <param name="OverlapHours">
/// For so many hours the secret before signs as well: 0 to 168 (inclusive). Default: 24.
/// </param>
public sealed record RotateWebhookSecretRequest([Between(0, WebhookRules.LongestOverlap)] int? OverlapHours = null);

public sealed record WebhookResponse
{
    public required Guid Id { get; init; }
    public required string? Name { get; init; }
    public required string Url { get; init; }
    public required IReadOnlyList<string> Events { get; init; }
    public required bool IncludesInternal { get; init; }
    public required bool Active { get; init; }

    /// <summary>
    /// Why the platform stopped it: `gone`: its server answered 410; `failing`: a delivery failed ten times in about 76 hours, and none
    /// arrived meanwhile. null: it runs, or a person stopped it. Set `active` to have it go on.
    /// </summary>
    public required WebhookStop? StoppedBecause { get; init; }

    /// <summary>Until then (exclusive) the secret before signs as well; null: there is none.</summary>
    public required DateTimeOffset? PreviousSecretUntil { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required Guid? CreatedBy { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public required int Version { get; init; }

    internal static WebhookResponse Of(Webhook webhook) => new()
    {
        Id = webhook.Id,
        Name = webhook.Name,
        Url = webhook.Url,
        Events = webhook.Events,
        IncludesInternal = webhook.IncludesInternal,
        Active = webhook.IsActive,
        StoppedBecause = webhook.StoppedBecause,
        PreviousSecretUntil = webhook.Previous?.Until.ToDateTimeOffset(),
        CreatedAt = webhook.CreatedAt.ToDateTimeOffset(),
        CreatedBy = webhook.CreatedBy?.Value,
        UpdatedAt = webhook.UpdatedAt.ToDateTimeOffset(),
        Version = webhook.Version,
    };
}

/// <summary>With the secret, which is shown this once.</summary>
public sealed record WebhookWithSecretResponse
{
    /// <summary>`whsec_…`: its receiver checks the header `webhook-signature` by it.</summary>
    public required string Secret { get; init; }
    public required Guid Id { get; init; }
    public required WebhookResponse Webhook { get; init; }

    internal static WebhookWithSecretResponse Of(WebhookWithSecret made) =>
        new() { Secret = made.Secret, Id = made.Webhook.Id, Webhook = WebhookResponse.Of(made.Webhook) };
}

/// <param name="Items">From the oldest to the newest, at most 20.</param>
public sealed record WebhookListResponse(IReadOnlyList<WebhookResponse> Items);

public sealed record WebhookDeliveryResponse
{
    public required Guid Id { get; init; }

    /// <summary>As in the header `webhook-id`: the same at each try and each replay.</summary>
    public required string MessageId { get; init; }
    public required string Event { get; init; }

    /// <summary>null: a test.</summary>
    public required Guid? Ticket { get; init; }

    /// <summary>The ticket's version that it tells of.</summary>
    public required int? TicketVersion { get; init; }

    /// <summary>
    /// `queued`: not tried yet; `delivered`: answered with 200 to 299; `delayed`: it did not work yet, and is tried again after 5 seconds,
    /// 5 and 30 minutes, 2, 5, 10, 14, 20 and 24 hours, later if the receiver's `Retry-After` wants it; `failed`: given up after ten tries,
    /// or at once after 410; `dropped`: rightly never sent.
    /// </summary>
    public required DeliveryState State { get; init; }

    /// <summary>How often it was tried.</summary>
    public required int Attempts { get; init; }

    /// <summary>
    /// Why the last try did not work. `status`: another status than 200 to 299; `redirected`: 300 to 399, which is not followed; `gone`:
    /// 410; `timeout`: no answer within 15 seconds; `unreachable`: no such host, or it takes no connection; `unprotected`: its certificate
    /// is not trusted; `blocked`: the name leads out of the public network; `broken`: what came was no HTTP; `stopped`: the webhook was
    /// stopped or removed before; `withdrawn`: the ticket was deleted, or the words were taken back, before it was sent; `unreadable`: the
    /// secret was sealed under another master key, and a new one is needed. null: nothing went wrong.
    /// </summary>
    public required DeliveryFault? LastError { get; init; }

    /// <summary>The status that was answered last; null: none.</summary>
    public required int? LastStatus { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset? LastTryAt { get; init; }

    /// <summary>When it is tried again by itself; null: not any more.</summary>
    public required DateTimeOffset? NextTryAt { get; init; }
    public required DateTimeOffset? DeliveredAt { get; init; }

    internal static WebhookDeliveryResponse Of(WebhookDelivery delivery) => new()
    {
        Id = delivery.Id,
        MessageId = delivery.MessageId,
        Event = delivery.Event,
        Ticket = delivery.Ticket?.Value,
        TicketVersion = delivery.TicketVersion,
        State = delivery.State,
        Attempts = delivery.Attempts,
        LastError = delivery.LastFault,
        LastStatus = delivery.LastStatus,
        CreatedAt = delivery.CreatedAt.ToDateTimeOffset(),
        LastTryAt = delivery.LastAt?.ToDateTimeOffset(),
        NextTryAt = delivery.NextAt?.ToDateTimeOffset(),
        DeliveredAt = delivery.DeliveredAt?.ToDateTimeOffset(),
    };
}

/// <param name="Body">What is sent, as it was written when it happened; null: its ticket is gone, or its words were taken back.</param>
public sealed record WholeDeliveryResponse(WebhookDeliveryResponse Delivery, JsonElement? Body)
{
    internal static WholeDeliveryResponse Of(WebhookDelivery delivery) => new(
        WebhookDeliveryResponse.Of(delivery), delivery.Body is { } body ? JsonElement.Parse(body) : null);
}

/// <param name="Items">Newest first; those that have ended are kept for 30 days.</param>
public sealed record WebhookDeliveryListResponse(IReadOnlyList<WebhookDeliveryResponse> Items, string? NextCursor);
