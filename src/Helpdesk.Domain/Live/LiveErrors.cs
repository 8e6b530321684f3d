namespace Helpdesk.Domain.Live;

public static class LiveErrors
{
    public static readonly Error TooManyOfAccount = new(ErrorKind.Throttled, "too-many-streams", "Zu viele offene Ströme",
        "Dieses Konto oder dieser Mandant hat in diesem Prozess schon so viele offene Ereignisströme, wie es haben darf. Schließen Sie "
            + "einen.",
        "This account or this tenant has as many open event streams in this process as it may have. Close one.")
    { TitleEn = "Too many open streams", RetryAfter = TimeSpan.FromSeconds(10) };

    public static readonly Error TooMany = new(ErrorKind.Unavailable, "streams-full", "Keine Ströme mehr frei",
        "In diesem Prozess sind so viele Ereignisströme offen, wie es sein dürfen. Versuchen Sie es später wieder, oder fragen Sie die "
            + "Listen in Abständen ab.",
        "As many event streams are open in this process as there may be. Try again later, or ask for the lists now and then.")
    { TitleEn = "No more streams", RetryAfter = TimeSpan.FromSeconds(10) };
}
