using System.Text.Json;
using Helpdesk.Api.Categories;
using Helpdesk.Api.Sla;

namespace Helpdesk.Api.Tenants;

/// <summary>With what a tenant begins. What is left out is as in every new tenant.</summary>
/// <param name="Calendars">At most 20.</param>
/// <param name="Policies">In order; they come above the one that holds for every ticket. At most 50.</param>
/// <param name="StandardPolicy">The one that holds for every ticket; without conditions.</param>
/// <param name="Categories">At most 200, as of queues and teams. Members of teams are people, so a template has none.</param>
/// <param name="Flags">The tenant's own, by key, as `PUT /flags/{key}` takes them; at most 100.</param>
public sealed record TemplateContent(
    SettingsDocument? Settings = null, IReadOnlyList<TemplateCalendar>? Calendars = null, IReadOnlyList<PolicyBody>? Policies = null,
    PolicyBody? StandardPolicy = null, IReadOnlyList<TeamBody>? Teams = null, IReadOnlyList<QueueBody>? Queues = null,
    IReadOnlyList<CategoryBody>? Categories = null, IReadOnlyDictionary<string, JsonElement>? Flags = null);

/// <param name="Id">Names it within the template, for policies; each tenant gets a calendar of its own.</param>
public sealed record TemplateCalendar(Guid? Id = null, CalendarBody? Calendar = null);
