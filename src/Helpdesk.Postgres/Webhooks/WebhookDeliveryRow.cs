using Helpdesk.Domain.Webhooks;

namespace Helpdesk.Postgres.Webhooks;

/// <summary>The columns of a delivery, in one order.</summary>
internal static class WebhookDeliveryRow
{
    public const string Names = "tenant_id, id, webhook_id, event, ticket_id, ticket_version, comment_id, body, state, attempts, last_at, "
        + "last_status, last_fault, created_at, next_at, delivered_at";

    /// <summary>The first parameters of a statement, as <see cref="Add"/> gives them.</summary>
    public const string Values = "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16";

    public static BatchStatement Add(BatchStatement statement, WebhookDelivery delivery) => statement
        .With(delivery.Tenant.Value).With(delivery.Id).With(delivery.Webhook).With(delivery.Event).With(delivery.Ticket?.Value)
        .With(delivery.TicketVersion).With(delivery.Comment).With(delivery.Body).With(Words<DeliveryState>.Of(delivery.State))
        .With(delivery.Attempts).With(delivery.LastAt).With(delivery.LastStatus)
        .With(delivery.LastFault is { } fault ? Words<DeliveryFault>.Of(fault) : null).With(delivery.CreatedAt).With(delivery.NextAt)
        .With(delivery.DeliveredAt);

    public static WebhookDelivery Read(NpgsqlDataReader row) => new()
    {
        Tenant = new(row.GetGuid(0)),
        Id = row.GetGuid(1),
        Webhook = row.GetGuid(2),
        Event = row.GetString(3),
        Ticket = row.GetGuidOrNull(4) is { } ticket ? new TicketId(ticket) : null,
        TicketVersion = row.IsDBNull(5) ? null : row.GetInt32(5),
        Comment = row.GetGuidOrNull(6),
        Body = row.GetStringOrNull(7),
        State = Words<DeliveryState>.Parse(row.GetString(8))!.Value,
        Attempts = row.GetInt32(9),
        LastAt = row.GetInstantOrNull(10),
        LastStatus = row.IsDBNull(11) ? null : row.GetInt32(11),
        LastFault = Words<DeliveryFault>.Parse(row.GetStringOrNull(12)),
        CreatedAt = row.GetInstant(13),
        NextAt = row.GetInstantOrNull(14),
        DeliveredAt = row.GetInstantOrNull(15),
    };
}
