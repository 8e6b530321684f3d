namespace Helpdesk.Domain;

/// <summary>What every capability refuses with: nobody is signed in, or whoever is may not.</summary>
public static class AccessErrors
{
    public static readonly Error NotSignedIn = new(ErrorKind.Unauthenticated, "not-signed-in", "Nicht angemeldet",
        "Dafür müssen Sie angemeldet sein. Eine Anmeldung gilt nur an der Adresse, an der sie erfolgt ist.",
        "Sign in first. Signing in counts only at the host where it was done.");

    public static readonly Error RoleRequired = new(ErrorKind.Forbidden, "role-required", "Rolle reicht nicht",
        "Ihre Rolle erlaubt das nicht.",
        "Your role does not allow this.")
    { TitleEn = "The role is not sufficient" };

    public static readonly Error PersonRequired = new(ErrorKind.Forbidden, "person-required", "Nur für angemeldete Personen",
        "Das kann nur eine angemeldete Person tun, kein Programm.",
        "Only a person who is signed in can do this, not a program.")
    { TitleEn = "Only for people who are signed in" };

    public static readonly Error ScopeMissing = new(ErrorKind.Forbidden, "scope-missing", "Berechtigung fehlt",
        "Dem API-Schlüssel oder Token fehlt die Berechtigung, die hier nötig ist.",
        "The API key or token does not have the scope that this needs.")
    { TitleEn = "The scope is missing" };

    public static readonly Error NotFound = new(ErrorKind.NotFound, "not-found", "Nicht gefunden",
        "Hier gibt es nichts, oder nichts, das Sie sehen dürfen. Beides wird absichtlich gleich beantwortet.",
        "There is nothing here, or nothing that you may see. Both are answered alike on purpose.");

    public static readonly Error StaffOnly = new(ErrorKind.Forbidden, "staff-only", "Nur für Mitarbeitende",
        "Das dürfen nur die Mitarbeitenden des Helpdesks.",
        "Only staff may do this.")
    { TitleEn = "Only for staff" };

    public static readonly Error AdminOnly = new(ErrorKind.Forbidden, "admin-only", "Nur für die Verwaltung",
        "Das darf nur, wer den Mandanten verwaltet.",
        "Only an admin of the tenant may do this.")
    { TitleEn = "Only for admins" };

    public static readonly Error OperatorOnly = new(ErrorKind.Forbidden, "operator-only", "Nur für den Betrieb",
        "Das darf nur der Betrieb der Plattform.",
        "Only an operator of the platform may do this.")
    { TitleEn = "Only for operators" };
}
