namespace Helpdesk.Domain.Mail;

/// <summary>
/// The words of mails about access. Nothing in them was typed by whoever caused them, not even a name: a form that sends mail to strangers
/// must not carry messages.
/// </summary>
public static class AccessMail
{
    public static readonly IReadOnlyList<string> Templates =
    [
        .. Enum.GetValues<LinkPurpose>().Select(Words<LinkPurpose>.Of), "already_registered", "password_changed", "email_changed",
    ];

    /// <param name="origin">The origin of the tenant's own host: <c>https://musterstadt.helpdesk.example</c>.</param>
    /// <param name="tenant">The tenant's name.</param>
    public static MailText Write(OwedMail mail, Uri origin, string tenant) =>
        Write(mail.Template, mail.Language, LinkOf(mail, origin), tenant);

    public static string LinkOf(OwedMail mail, Uri origin) =>
        new Uri(origin, $"{PathOf(mail.Template)}{(mail.Token is null ? "" : $"#token={mail.Token}")}").ToString();

    public static MailText Write(string template, string language, string link, string tenant)
    {
        var (subject, text) = language == "en" ? English(template, tenant, link) : German(template, tenant, link);
        return language == "en"
            ? new(subject, $"Hello,\n\n{text}\n", "en")
            : new(subject, $"Guten Tag,\n\n{text}\n", "de");
    }

    // The token stands behind the #: browsers keep that part to themselves, so it is in no log.
    private static string PathOf(string template) => template switch
    {
        "reset_password" => "/reset-password",
        "accept_invitation" => "/invitation",
        "confirm_registration" => "/register/confirm",
        "confirm_email" => "/email/confirm",
        "password_changed" => "/forgot-password",
        _ => "/login",
    };

    private static (string, string) German(string template, string tenant, string link) => template switch
    {
        "reset_password" => ($"Neues Passwort für {tenant}", $"""
            jemand möchte das Passwort Ihres Kontos bei {tenant} neu setzen. Waren Sie das, dann folgen Sie diesem Link:

            {link}

            Er gilt eine Stunde und nur einmal. Waren Sie es nicht, brauchen Sie nichts zu tun.
            """),
        "accept_invitation" => ($"Einladung von {tenant}", $"""
            {tenant} lädt Sie zum Helpdesk ein. Wählen Sie ein Passwort, dann können Sie sich anmelden:

            {link}

            Der Link gilt sieben Tage und nur einmal.
            """),
        "confirm_registration" => ($"Ihre Registrierung bei {tenant}", $"""
            diese Adresse wurde beim Helpdesk von {tenant} angegeben. Waren Sie das, dann wählen Sie hier Ihr Passwort:

            {link}

            Der Link gilt einen Tag und nur einmal. Waren Sie es nicht, brauchen Sie nichts zu tun.
            """),
        "confirm_email" => ($"Neue E-Mail-Adresse bei {tenant}", $"""
            diese Adresse soll zu einem Konto bei {tenant} gehören. Bestätigen Sie das hier:

            {link}

            Der Link gilt einen Tag und nur einmal. Haben Sie das nicht veranlasst, brauchen Sie nichts zu tun.
            """),
        "already_registered" => ($"Ihr Konto bei {tenant}", $"""
            jemand wollte sich mit dieser Adresse bei {tenant} registrieren. Sie haben schon ein Konto und können sich hier anmelden:

            {link}
            """),
        "password_changed" => ($"Passwort geändert bei {tenant}", $"""
            das Passwort Ihres Kontos bei {tenant} wurde geändert. Waren Sie das nicht, dann setzen Sie es sofort neu: {link}
            """),
        "email_changed" => ($"E-Mail-Adresse geändert bei {tenant}", $"""
            Ihr Konto bei {tenant} gehört jetzt zu einer anderen E-Mail-Adresse; an diese hier kommt dazu nichts mehr. Waren Sie das nicht,
            dann sagen Sie es sofort der Verwaltung von {tenant}. Anmelden geht hier, mit der neuen Adresse: {link}
            """),
        _ => throw new ArgumentOutOfRangeException(nameof(template), template, "There are no words for this mail."),
    };

    private static (string, string) English(string template, string tenant, string link) => template switch
    {
        "reset_password" => ($"New password for {tenant}", $"""
            somebody wants to set a new password for your account at {tenant}. If that was you, follow this link:

            {link}

            It is good for one hour, and once. If it was not you, there is nothing to do.
            """),
        "accept_invitation" => ($"Invitation from {tenant}", $"""
            {tenant} invites you to its helpdesk. Choose a password, and you can sign in:

            {link}

            The link is good for seven days, and once.
            """),
        "confirm_registration" => ($"Your registration at {tenant}", $"""
            this address was given at the helpdesk of {tenant}. If that was you, choose your password here:

            {link}

            The link is good for one day, and once. If it was not you, there is nothing to do.
            """),
        "confirm_email" => ($"New e-mail address at {tenant}", $"""
            this address shall belong to an account at {tenant}. Confirm that here:

            {link}

            The link is good for one day, and once. If you did not ask for this, there is nothing to do.
            """),
        "already_registered" => ($"Your account at {tenant}", $"""
            somebody wanted to register at {tenant} with this address. You have an account already and can sign in here:

            {link}
            """),
        "password_changed" => ($"Password changed at {tenant}", $"""
            the password of your account at {tenant} was changed. If that was not you, set a new one at once: {link}
            """),
        "email_changed" => ($"E-mail address changed at {tenant}", $"""
            your account at {tenant} belongs to another e-mail address now; nothing more comes to this one. If that was not you, tell the
            admins of {tenant} at once. Sign in here, with the new address: {link}
            """),
        _ => throw new ArgumentOutOfRangeException(nameof(template), template, "There are no words for this mail."),
    };
}
