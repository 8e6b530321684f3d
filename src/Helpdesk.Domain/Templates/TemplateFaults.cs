using Helpdesk.Domain.Categories;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Domain.Templates;

/// <summary>
/// What is wrong with a template by itself, so that whoever saves it is told, and not whoever creates a tenant with it. What depends on the
/// tenant is seen when it is used.
/// </summary>
public static class TemplateFaults
{
    public const int MostCalendars = 20;
    public const int MostPolicies = 50;
    public const int MostEntries = 200;
    public const int MostFlags = 100;

    /// <returns>Pointers into the content, such as <c>/settings/zone</c>. Empty: it can be saved.</returns>
    public static IReadOnlyList<FieldError> Of(TemplateContent content)
    {
        // What is far too long is not looked at one by one.
        var sizes = Sizes(content).OfType<FieldError>().ToList();
        return sizes.Count > 0
            ? sizes : [.. OfSettings(content.Settings), .. OfNames(content).OfType<FieldError>(), .. OfPolicies(content)];
    }

    private static IEnumerable<FieldError?> Sizes(TemplateContent content) =>
    [
        TooMany(content.Calendars?.Count, MostCalendars, "/calendars"), TooMany(content.Policies?.Count, MostPolicies, "/policies"),
        TooMany(content.Categories?.Count, MostEntries, "/categories"), TooMany(content.Queues?.Count, MostEntries, "/queues"),
        TooMany(content.Teams?.Count, MostEntries, "/teams"), TooMany(content.Flags?.Count, MostFlags, "/flags"),
    ];

    private static IEnumerable<FieldError> OfSettings(TenantSettings? settings) =>
        settings is null ? [] : TenantSettingsRules.Faults(settings).Select(fault => fault with { Pointer = "/settings" + fault.Pointer });

    // As calendars, policies and lists will judge them.
    private static IEnumerable<FieldError?> OfNames(TemplateContent content) =>
    [
        .. (content.Calendars ?? []).Index().Select(
            one => Text.OneLine(one.Item.Definition.Name, $"/calendars/{one.Index}/calendar/name", SlaLimits.Name)),
        .. (content.Policies ?? []).Index().Select(one => Text.OneLine(one.Item.Name, $"/policies/{one.Index}/name", SlaLimits.Name)),
        .. OfEntries(content.Teams, "/teams"), .. OfEntries(content.Queues, "/queues"), .. OfEntries(content.Categories, "/categories"),
    ];

    private static IEnumerable<FieldError?> OfEntries(IReadOnlyList<ListEntry>? entries, string list) =>
        (entries ?? []).Index().SelectMany(one => OfEntry(one.Item, $"{list}/{one.Index}"));

    private static IEnumerable<FieldError?> OfEntry(ListEntry entry, string at) =>
    [
        TicketListFaults.OfKey(entry, at), Text.OneLine(entry.NameDe, at + "/name/de", TicketKeys.MostLetters),
        Text.OneLine(entry.NameEn, at + "/name/en", TicketKeys.MostLetters),
        TicketKeys.FaultIfAny(entry.Queue, at + "/queue"), TicketKeys.FaultIfAny(entry.Team, at + "/team"),
        entry.Members.IsEmpty ? null : FieldCode.NoMembers.At(at + "/members"),
    ];

    // The standard policy counts as the last one.
    private static IEnumerable<FieldError> OfPolicies(TemplateContent content)
    {
        var known = (content.Calendars ?? []).Select(calendar => calendar.Id).ToHashSet();
        var policies = (content.Policies ?? []).Append(content.StandardPolicy).OfType<SlaPolicy>().Index().ToList();
        var words = policies.SelectMany(one => SlaPolicyChecks.WordFaults(one.Item)
            .Select(fault => fault with { Pointer = $"/policies/{one.Index}{fault.Pointer}" }));
        return policies
            .Where(one => one.Item.Objectives.Any(objective => objective.Calendar is { } calendar && !known.Contains(calendar)))
            .Select(one => FieldCode.UnknownCalendar.At($"/policies/{one.Index}",
                "Rechnet mit einem Kalender, den die Vorlage nicht hat.", "Counts by a calendar that the template does not have."))
            .Concat(words);
    }

    private static FieldError? TooMany(int? count, int most, string pointer) =>
        count > most ? FieldError.TooMany(pointer, most) : null;
}
