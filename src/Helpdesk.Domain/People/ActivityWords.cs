using System.Collections.Frozen;

namespace Helpdesk.Domain.People;

/// <summary>Activities in words.</summary>
public static class ActivityWords
{
    private static readonly FrozenDictionary<string, (string De, string En)> OfKinds = new Dictionary<string, (string, string)>
    {
        ["membership.granted"] = ("Mitgliedschaft erteilt oder Einladung gesendet", "Membership granted or invitation sent"),
        ["membership.appointed"] = ("Vom Betrieb der Plattform eingesetzt", "Appointed by the platform's operators"),
        ["membership.invitation_accepted"] = ("Einladung angenommen", "Invitation accepted"),
        ["membership.invitation_expired"] = ("Einladung abgelaufen", "Invitation expired"),
        ["membership.role_changed"] = ("Rolle geändert", "Role changed"),
        ["membership.suspended"] = ("Zugang gesperrt", "Access suspended"),
        ["membership.reactivated"] = ("Zugang wieder freigegeben", "Access restored"),
        ["membership.profile_changed"] = ("Profil geändert", "Profile changed"),
        ["membership.ended"] = ("Mitgliedschaft beendet", "Membership ended"),
        ["account.registered"] = ("Konto angelegt", "Account made"),
        ["account.signed_in"] = ("Angemeldet", "Signed in"),
        ["account.sign_in_refused"] = ("Anmeldung abgelehnt", "Sign-in refused"),
        ["account.foreign_use"] = ("Zugang an fremder Adresse versucht", "Access tried at another host"),
        ["account.session_ended"] = ("Sitzung beendet", "Session ended"),
        ["account.client_allowed"] = ("Programm zugelassen", "Program allowed"),
        ["account.password_reset_requested"] = ("Neues Passwort angefordert", "New password asked for"),
        ["account.password_changed"] = ("Passwort geändert", "Password changed"),
        ["account.email_changed"] = ("E-Mail-Adresse geändert", "E-mail address changed"),
        ["account.second_factor_enabled"] = ("Zweiten Faktor eingeschaltet", "Second factor switched on"),
        ["account.second_factor_disabled"] = ("Zweiten Faktor ausgeschaltet", "Second factor switched off"),
        ["account.passkey_added"] = ("Passkey hinzugefügt", "Passkey added"),
        ["account.passkey_removed"] = ("Passkey entfernt", "Passkey removed"),
        ["account.recovery_codes_renewed"] = ("Wiederherstellungscodes erneuert", "Recovery codes renewed"),
        ["account.recovery_code_used"] = ("Wiederherstellungscode verwendet", "Recovery code used"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, (string De, string En)> OfSubjects = new Dictionary<string, (string, string)>
    {
        ["account"] = ("Konto geändert", "Account changed"),
        ["membership"] = ("Mitgliedschaft geändert", "Membership changed"),
        ["api_key"] = ("API-Schlüssel verwaltet", "API keys managed"),
        ["api_client"] = ("API-Clients verwaltet", "API clients managed"),
        ["tenant"] = ("Einstellungen der Gemeinde geändert", "Settings of the municipality changed"),
        ["licence"] = ("Lizenz geändert", "Licence changed"),
        ["provider_access"] = ("Zugang des Anbieters verwaltet", "Access of the provider managed"),
        ["audit"] = ("Protokoll kopiert", "Audit log copied"),
        ["flag_set"] = ("Funktionen ein- oder ausgeschaltet", "Feature flags changed"),
        ["calendar"] = ("Kalender geändert", "Calendars changed"),
        ["sla-policies"] = ("SLA-Regeln geändert", "SLA policies changed"),
        ["ticket-lists"] = ("Kategorien, Warteschlangen oder Teams geändert", "Categories, queues or teams changed"),
        ["text_modules"] = ("Textbausteine geändert", "Text modules changed"),
        ["expertise"] = ("Kenntnisse eingetragen", "Expertise declared"),
        ["hourly_rates"] = ("Stundensätze vereinbart", "Hourly rates agreed"),
        ["parked_item"] = ("Liegengebliebenes noch einmal versucht", "Parked item tried again"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly (string De, string En) Unknown =
        ("Eintrag, den diese Version des Programms nicht lesen kann", "Entry that this version of the program cannot read");

    public static IReadOnlyCollection<string> Kinds => OfKinds.Keys;

    public static IReadOnlyCollection<string> Subjects => OfSubjects.Keys;

    /// <param name="ofOthers">The person acted on somebody else, or on something.</param>
    public static (string De, string En) Describe(string kind, bool ofOthers)
    {
        // A later version may record what nobody here has words for.
        var words = OfKinds.TryGetValue(kind, out var known) || OfSubjects.TryGetValue(kind.Split('.')[0], out known)
            ? known : Unknown;
        return ofOthers && kind.StartsWith("membership.", StringComparison.Ordinal)
            ? ($"Für jemand anderen: {words.De}", $"For somebody else: {words.En}") : words;
    }
}
