using Helpdesk.Domain.Categories;
using Helpdesk.Domain.FeatureFlags;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Sla.Calendars;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Domain.Templates;

/// <summary>
/// With what a tenant begins. What is <c>null</c> is as in every new tenant; an empty list means that there is none. Stored for good.
/// </summary>
public sealed record TemplateContent
{
    public TenantSettings? Settings { get; init; }

    /// <summary>At most <see cref="TemplateFaults.MostCalendars"/>.</summary>
    public IReadOnlyList<TemplateCalendar>? Calendars { get; init; }

    /// <summary>
    /// In order, above the one that holds for every ticket. They count by the calendars of the template; ids and revisions mean nothing
    /// here.
    /// </summary>
    public IReadOnlyList<SlaPolicy>? Policies { get; init; }

    /// <summary>The one that holds for every ticket.</summary>
    public SlaPolicy? StandardPolicy { get; init; }

    /// <summary>Without members: these are people, and people belong to one tenant.</summary>
    public IReadOnlyList<ListEntry>? Teams { get; init; }

    public IReadOnlyList<ListEntry>? Queues { get; init; }

    public IReadOnlyList<ListEntry>? Categories { get; init; }

    /// <summary>The tenant's own, in the order in which they are defined.</summary>
    public IReadOnlyList<TemplateFlag>? Flags { get; init; }
}

/// <param name="Id">Names it within the template, for policies; each tenant gets a calendar of its own.</param>
public sealed record TemplateCalendar(Guid Id, CalendarDefinition Definition);

/// <param name="Reason">Stands in the flag's history.</param>
public sealed record TemplateFlag(string Key, FlagDefinition Definition, string? Reason = null);
