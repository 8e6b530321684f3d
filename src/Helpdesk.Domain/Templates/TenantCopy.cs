using Helpdesk.Domain.Categories;
using Helpdesk.Domain.FeatureFlags;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Sla.Calendars;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Domain.Templates;

/// <summary>How a living tenant works, as far as others may have it.</summary>
public sealed record TenantCopy(
    TenantSettings Settings, IReadOnlyList<SavedCalendar> Calendars, IReadOnlyList<SlaPolicy> Policies, IReadOnlyList<ListEntry> Teams,
    IReadOnlyList<ListEntry> Queues, IReadOnlyList<ListEntry> Categories, IReadOnlyList<FeatureFlag> Flags)
{
    /// <summary>Without the people in it, what it is called, where it is and who may join it.</summary>
    public TemplateContent ToTemplate() => new()
    {
        Settings = Settings with
        {
            Business = new(),
            Branding = null,
            Registration = RegistrationMode.Closed,
            RegistrationDomains = [],
            Inhabitants = null,
        },
        Calendars = [.. Calendars.Select(saved => new TemplateCalendar(saved.Id, saved.Document.Definition))],
        Policies = [.. Policies.SkipLast(1)],
        StandardPolicy = Policies.Count > 0 ? Policies[^1] : null,
        Teams = [.. Teams.Select(WithoutPeople)],
        Queues = [.. Queues.Select(WithoutPeople)],
        Categories = [.. Categories.Select(WithoutPeople)],
        Flags = [.. Flags.Select(flag => new TemplateFlag(flag.Key, flag.Definition with { Owner = null }))],
    };

    private static ListEntry WithoutPeople(ListEntry entry) => entry with { Members = [], Email = null, Revision = 1 };
}
