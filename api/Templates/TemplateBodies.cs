using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Categories;
using Helpdesk.Api.FeatureFlags;
using Helpdesk.Api.Sla;
using Helpdesk.Api.Tenants;
using Helpdesk.Domain.FeatureFlags;
using Helpdesk.Domain.Templates;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Api.Templates;

/// <summary>With what a tenant begins. What is left out is as in every new tenant.</summary>
/// <param name="Calendars">At most 20.</param>
/// <param name="Policies">In order; they come above the one that holds for every ticket. At most 50.</param>
/// <param name="StandardPolicy">The one that holds for every ticket; without conditions.</param>
/// <param name="Categories">At most 200, as of queues and teams. Members of teams are people, so a template has none.</param>
/// <param name="Flags">The tenant's own, by key, as `PUT /flags/{key}` takes them; at most 100.</param>
public sealed record TemplateContent(
    SettingsDocument? Settings = null, IReadOnlyList<TemplateCalendar>? Calendars = null, IReadOnlyList<PolicyBody>? Policies = null,
    PolicyBody? StandardPolicy = null, IReadOnlyList<TeamBody>? Teams = null, IReadOnlyList<QueueBody>? Queues = null,
    IReadOnlyList<CategoryBody>? Categories = null, IReadOnlyDictionary<string, JsonElement>? Flags = null)
{
    /// <param name="at">Where it stands in the body.</param>
    internal IEnumerable<FieldError> Faults(string at, Instant now) =>
    [
        .. Settings is null ? [] : TenantSettingsRules.Faults(Settings.ToDomain()).Select(fault => Below($"{at}/settings", fault)),
        .. (Calendars ?? []).Index().Where(one => one.Item.Id is null).Select(one => FieldError.Required($"{at}/calendars/{one.Index}/id")),
        .. (Calendars ?? []).Index().Where(one => one.Item.Calendar is null)
            .Select(one => FieldError.Required($"{at}/calendars/{one.Index}/calendar")),
        .. (Calendars ?? []).Index().Where(one => one.Item.Calendar is not null)
            .SelectMany(one => CalendarReading.Faults(one.Item.Calendar!, $"{at}/calendars/{one.Index}/calendar")),
        .. (Policies ?? []).Index()
            .SelectMany(one => PolicyReading.Faults(one.Item, now).Select(fault => Below($"{at}/policies/{one.Index}", fault))),
        .. StandardPolicy is null ? [] : PolicyReading.Faults(StandardPolicy, now).Select(fault => Below($"{at}/standard_policy", fault)),
    ];

    private static FieldError Below(string at, FieldError fault) => fault with { Pointer = at + fault.Pointer };
}

/// <param name="Id">Names it within the template, for policies; each tenant gets a calendar of its own.</param>
public sealed record TemplateCalendar(Guid? Id = null, CalendarBody? Calendar = null);

/// <param name="Key">1 to 40 lower-case letters, digits and hyphens.</param>
/// <param name="Name">At most 200 characters.</param>
/// <param name="FromTenant">Slug: what this tenant works by is copied, without its people; instead of content.</param>
public sealed record CreateTemplateRequest(
    [Required] string? Key = null, [Required, OneLine(TenantRules.MostName)] string? Name = null, TemplateContent? Content = null,
    string? FromTenant = null) : IJudged
{
    IEnumerable<FieldError?> IJudged.Faults(HttpContext context) =>
        [TenantTemplateRules.KeyFault(Key ?? ""), .. Content?.Faults("/content", context.Now()) ?? []];
}

public sealed record ReplaceTemplateRequest(
    [Required, OneLine(TenantRules.MostName)] string? Name = null, [Required] TemplateContent? Content = null) : IJudged
{
    IEnumerable<FieldError?> IJudged.Faults(HttpContext context) => Content?.Faults("/content", context.Now()) ?? [];
}

/// <param name="Version">0: the standard one, as it is before anybody has written it.</param>
public sealed record TemplateResponse(string Key, string Name, TemplateContent Content, int Version, DateTimeOffset UpdatedAt)
{
    internal static TemplateResponse Of(TenantTemplate template, CompiledFlags flags) => new(
        template.Key, template.Name, TemplateReading.Show(template.Content, new FlagTenantNames(flags)), template.Version,
        template.UpdatedAt.ToDateTimeOffset());
}

public sealed record TemplateListResponse(IReadOnlyList<TemplateResponse> Items, string? NextCursor, int Total);
