namespace Helpdesk.Domain.Push;

public static class PushErrors
{
    public static readonly Error TooMany = new(ErrorKind.Conflict, "too-many-devices", "Zu viele Geräte",
        "Mehr Geräte kann ein Konto hier nicht benachrichtigen lassen. Entfernen Sie zuerst eines.",
        $"An account has at most {PushSubscription.Most} devices that are notified. Remove one first.");
}
