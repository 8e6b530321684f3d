namespace Helpdesk.Domain.Tickets;

public static class ViewErrors
{
    public static readonly Error TooMany = new(ErrorKind.Conflict, "too-many-views", "Zu viele Ansichten",
        "Dieses Konto hat schon 100 eigene Ansichten. Löschen Sie eine, die nicht mehr gebraucht wird.",
        "This account has 100 views of its own already. Delete one that is not needed any more.")
    { TitleEn = "Too many views" };
}
