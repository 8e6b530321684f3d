using System.Collections.Frozen;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Domain.People;

/// <summary>What a person did, and what was done to them, read from the events of their tenant.</summary>
public interface IActivityLog
{
    /// <summary>A page, newest first. One round trip.</summary>
    Task<IReadOnlyList<Activity>> Find(ActivityQuery query, CancellationToken cancellation);
}

/// <param name="View">How much of the activity the reader may know.</param>
/// <param name="After">The last one of the page before.</param>
public sealed record ActivityQuery(TenantId Tenant, AccountId Person, ActivityView View, ActivityPlace? After, int Limit);

public sealed record ActivityPlace(Instant At, long Position);

/// <param name="Subject">What it happened to: the person, or something else that they acted on.</param>
/// <param name="Origin">Address and door; <c>null</c>: none is known, or the reader may not know it.</param>
public sealed record Activity(ActivityPlace Place, string Kind, Guid Subject, AccountId? Actor, string? ActorName, string? Origin);

/// <summary>How much of somebody's activity a reader may know.</summary>
public enum ActivityView
{
    /// <summary>What became of the membership, and administrative acts. When the person came and went is not in it.</summary>
    Administration,
    /// <summary>Signing in and the like as well, with addresses: for security.</summary>
    Security,
}

/// <summary>
/// Who reads whose activity. A log of who worked when on what would be a means to watch behaviour and performance, which needs the consent
/// of the Personalvertretung; so there is none: work on tickets, time entries and notifications are not in it, for nobody.
/// </summary>
public static class ActivityRules
{
    /// <summary>
    /// First words of the kinds that are administrative. A list of what is in, not of what is out: a new kind stays out until somebody has
    /// thought about it.
    /// </summary>
    public static readonly IReadOnlyList<string> Administrative =
    [
        "membership", "api_key", "api_client", "tenant", "licence", "provider_access", "audit", "flag_set", "calendar", "sla-policies",
            "ticket-lists", "expertise",
        "hourly_rates",
    ];

    /// <summary>
    /// The person sees all that the history says about them, admins too; managers see what became of those whom they manage.
    /// </summary>
    public static Result<ActivityView> View(Member member, Membership target)
    {
        if (!target.Exists || !PeopleAccess.MaySee(member, target))
            return AccessErrors.NotFound;
        if (member.Account == target.Account)
            return ActivityView.Security;
        if (PeopleAccess.Manage(member, target) is { } refusal)
            return refusal;
        return member.Role >= Role.Admin ? ActivityView.Security : ActivityView.Administration;
    }
}

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
        ["expertise"] = ("Kenntnisse eingetragen", "Expertise declared"),
        ["hourly_rates"] = ("Stundensätze vereinbart", "Hourly rates agreed"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IReadOnlyCollection<string> Kinds => OfKinds.Keys;

    public static IReadOnlyCollection<string> Subjects => OfSubjects.Keys;

    /// <param name="ofOthers">The person acted on somebody else, or on something.</param>
    public static (string De, string En) Describe(string kind, bool ofOthers)
    {
        var words = OfKinds.TryGetValue(kind, out var known) ? known : OfSubjects[kind[..kind.IndexOf('.', StringComparison.Ordinal)]];
        return ofOthers && kind.StartsWith("membership.", StringComparison.Ordinal)
            ? ($"Für jemand anderen: {words.De}", $"For somebody else: {words.En}") : words;
    }
}
