namespace Helpdesk.Domain.Webhooks;

public static class WebhookErrors
{
    public static readonly Error TooMany = new(ErrorKind.Conflict, "too-many-webhooks", "Zu viele Webhooks",
        "Es gibt schon so viele Webhooks, wie eine Kommune haben kann. Entfernen Sie einen, den niemand braucht.",
        $"There are {WebhookRules.Most} webhooks already, as many as a municipality can have. Remove one that nobody needs.");

    public static readonly Error Underway = new(ErrorKind.Conflict, "delivery-underway", "Noch unterwegs",
        "Diese Zustellung ist noch unterwegs und wird von selbst wiederholt.",
        "This delivery is on its way still, and is repeated by itself.");

    public static readonly Error NothingLeft = new(ErrorKind.Gone, "delivery-emptied", "Inhalt gelöscht",
        "Der Inhalt dieser Zustellung ist gelöscht: Sein Ticket gibt es nicht mehr, oder seine Worte wurden zurückgenommen.",
        "What this delivery told is deleted: its ticket is gone, or its words were taken back.");

    public static readonly Error Stopped = new(ErrorKind.Conflict, "webhook-stopped", "Webhook angehalten",
        "Dieser Webhook ist angehalten. Schalten Sie ihn zuerst wieder ein.",
        "This webhook is stopped. Have it go on first.");
}
