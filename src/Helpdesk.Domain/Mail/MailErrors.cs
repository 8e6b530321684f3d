namespace Helpdesk.Domain.Mail;

public static class MailErrors
{
    public static readonly Error NothingToRetry = new(
        ErrorKind.Conflict, "nothing-to-retry", "Nichts zu wiederholen",
        "Die Mail ist schon unterwegs oder abgegeben, oder es gibt nichts mehr mitzuteilen.",
        "The mail is on its way already, or was delivered, or there is nothing left to tell.");

    public static readonly Error NoOwnServer = new(
        ErrorKind.NotFound, "no-own-mail-server", "Kein eigener Mailserver",
        "Mails gehen über den Mailserver der Plattform.", "Mails leave by the platform's mail server.");

    public static readonly Error LinkEnded = new(
        ErrorKind.Conflict, "link-ended", "Link nicht mehr gültig",
        "Der Link in dieser Mail gilt nicht mehr. Lassen Sie eine neue schicken.",
        "The link in this mail is no good any more. Have a new one sent.");

    public static readonly Error TooManyDkimKeys = new(
        ErrorKind.Conflict, "too-many-dkim-keys", "Zu viele DKIM-Schlüssel",
        "Es gibt höchstens zwei Schlüssel zugleich. Entfernen Sie den alten, sobald der neue unterschreibt.",
        "There are at most two keys at once. Remove the old one as soon as the new one signs.")
    { TitleEn = "Too many DKIM keys" };
}
