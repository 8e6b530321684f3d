using System.Text.Json.Nodes;
using Helpdesk.Api.Categories;
using Helpdesk.Api.FeatureFlags;
using Helpdesk.Api.Sla;
using Helpdesk.Api.Tenants;
using Helpdesk.Domain.Categories;
using Helpdesk.Domain.Templates;
using Helpdesk.Domain.Tenants;
using Content = Helpdesk.Domain.Templates.TemplateContent;
using DomainCalendar = Helpdesk.Domain.Templates.TemplateCalendar;

namespace Helpdesk.Api.Templates;

/// <summary>Between what operators write and what the rules know.</summary>
internal static class TemplateReading
{
    /// <param name="directory">For tenants that flags name and that are younger than what is known of them here.</param>
    /// <exception cref="RequestRefusedException">422: flags that cannot be read, with what the rules say of the rest.</exception>
    public static async Task<Content> Read(
        TemplateContent? body, FlagTenantNames names, ITenantDirectory directory, CancellationToken cancellation)
    {
        if (body is null)
            return new();
        var content = new Content
        {
            Settings = body.Settings?.ToDomain(),
            Calendars = Calendars(body.Calendars),
            Policies = body.Policies?.Select(policy => PolicyReading.Read(policy, Guid.Empty)).ToList(),
            StandardPolicy = body.StandardPolicy is { } standard ? PolicyReading.Read(standard, Guid.Empty) : null,
            Teams = Entries(body.Teams, CategoryReading.OfTeams),
            Queues = Entries(body.Queues, CategoryReading.OfQueues),
            Categories = Entries(body.Categories, CategoryReading.OfCategories),
        };
        var faults = new List<FieldError>();
        content = content with { Flags = await Flags(body.Flags, names, directory, faults, cancellation) };
        if (faults.Count == 0)
            return content;
        var others = TemplateFaults.Of(content).Select(fault => fault with { Pointer = "/content" + fault.Pointer });
        throw new RequestRefusedException(Error.Invalid(Http.Faults.Together(faults, others)));
    }

    public static TemplateContent Show(Content content, FlagTenantNames names) => new(
        content.Settings is { } settings ? SettingsDocument.Of(settings) : null,
        content.Calendars?.Select(calendar => new TemplateCalendar(calendar.Id, Body(calendar))).ToList(),
        content.Policies?.Select(policy => Body(PolicyReading.Of(policy))).ToList(),
        content.StandardPolicy is { } standard ? Body(PolicyReading.Of(standard)) : null,
        content.Teams?.Select(team => new TeamBody(team.Key, Names(team), Email: team.Email, Archived: team.IsArchived)).ToList(),
        content.Queues?.Select(queue => new QueueBody(queue.Key, Names(queue), queue.Team, queue.IsArchived)).ToList(),
        content.Categories?.Select(category => new CategoryBody(category.Key, Names(category), category.Queue, category.IsArchived))
            .ToList(),
        content.Flags?.ToDictionary(flag => flag.Key, flag => Body(flag, names)));

    // What lacks its id or its calendar has been told with the body.
    private static List<DomainCalendar>? Calendars(IReadOnlyList<TemplateCalendar>? calendars) =>
        calendars?.Select((calendar, at) => new DomainCalendar(
            calendar.Id ?? Guid.Empty, CalendarReading.Read(calendar.Calendar ?? new(), $"/content/calendars/{at}/calendar"))).ToList();

    private static List<ListEntry>? Entries<TBody, TResponse, TList>(
        IReadOnlyList<TBody>? entries, ListReading<TBody, TResponse, TList> reading) =>
        entries?.Select(entry => reading.Read(entry, null).Entry).ToList();

    private static async Task<List<TemplateFlag>?> Flags(
        IReadOnlyDictionary<string, JsonElement>? flags, FlagTenantNames names, ITenantDirectory directory, List<FieldError> faults,
        CancellationToken cancellation)
    {
        if (flags is null)
            return null;

        var read = new List<TemplateFlag>();
        foreach (var (key, flag) in flags)
        {
            var inward = await names.Inward(flag.GetRawText(), directory, cancellation);
            if (inward.Flag.Refused(out var wrong, out var definition))
                faults.AddRange(wrong.Fields.Select(field =>
                    field with { Pointer = $"/content/flags/{JsonShape.Escaped(key)}{field.Pointer}" }));
            else
                read.Add(new(key, definition, inward.Reason));
        }

        return read;
    }

    private static CalendarBody Body(DomainCalendar template)
    {
        var calendar = CalendarReading.Of(new(template.Id, new() { Definition = template.Definition }));
        return new(calendar.Name, calendar.Zone, calendar.Windows, calendar.Holidays, SpecialDays: calendar.SpecialDays);
    }

    private static PolicyBody Body(PolicyResponse policy) =>
        new(policy.Name, policy.Conditions, policy.Targets, policy.Pauses, policy.Escalation);

    private static NamesBody Names(ListEntry entry) => new(entry.NameDe, entry.NameEn);

    // Only who serves one tenant can own its flags, so a template that names nobody leaves the member out.
    private static JsonElement Body(TemplateFlag flag, FlagTenantNames names)
    {
        var document = JsonNode.Parse(names.Outward(flag.Definition))!.AsObject();
        if (flag.Definition.Owner is null)
            document.Remove("owner");
        if (flag.Reason is { } reason)
            document["reason"] = reason;
        return JsonSerializer.SerializeToElement(document);
    }
}
