using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using Helpdesk.Api.Categories;
using Helpdesk.Api.FeatureFlags;
using Helpdesk.Api.Sla;
using Helpdesk.Api.Tenancy;
using Helpdesk.Contracts.Categories;
using Helpdesk.Contracts.FeatureFlags;
using Helpdesk.Contracts.Sla;
using Helpdesk.Contracts.Tenants;
using Helpdesk.Domain.Categories;
using Helpdesk.Domain.FeatureFlags;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Tenants;
using Helpdesk.Grains.Hosting.Calls;

namespace Helpdesk.Api.Tenants;

/// <summary>With what new tenants begin, kept by operators at the console.</summary>
internal static class TemplateEndpoints
{
    private const string KeyPattern = "^[a-z0-9][a-z0-9-]{0,39}$";

    public static RouteGroupBuilder MapTemplates(this RouteGroupBuilder console)
    {
        var templates = console.MapGroup("/tenant-templates").WithTags("Tenants").Refuses(AccessErrors.OperatorOnly).EvenExpired();
        templates.MapGet("", List).Named("ListTenantTemplates").Answers<TemplateListResponse>();
        templates.MapPost("", Create).Named("CreateTenantTemplate").Creates<TemplateResponse>()
            .Refuses(TenantErrors.TemplateExists, AccessErrors.NotFound);
        templates.MapGet("/{key}", Read).Named("ReadTenantTemplate").AnswersVersion<TemplateResponse>();
        templates.MapPut("/{key}", Replace).Named("ReplaceTenantTemplate").Changes<TemplateResponse>(IfMatchUse.Required);
        templates.MapDelete("/{key}", Remove).Named("RemoveTenantTemplate").Removes(IfMatchUse.Optional);
        return console;
    }

    /// <returns><c>null</c>: there is none.</returns>
    public static async Task<TemplateContent?> Find(string key, ITenantTemplates templates, CancellationToken cancellation) =>
        await Present(key, templates, cancellation) is { } found ? Parse(found.Document) : null;

    private static async Task<IResult> List(HttpContext context, ITenantTemplates templates)
    {
        var written = await templates.List(context.RequestAborted);
        var all = written.Where(template => !template.IsRemoved).Select(TemplateResponse.Of).ToList();
        if (written.All(template => template.Key != TenantTemplate.Standard))
            all.Add(TemplateResponse.Of(TemplateDefaults.Standard));
        return Json.Ok(
            new TemplateListResponse([.. all.OrderBy(template => template.Key, StringComparer.Ordinal)], NextCursor: null, all.Count));
    }

    private static async Task<IResult> Read(
        [PathValue("standard", Pattern = KeyPattern)] string key, HttpContext context, ITenantTemplates templates)
    {
        if (await Present(key, templates, context.RequestAborted) is not { } found)
            return Problems.Of(AccessErrors.NotFound);
        context.Response.SetETag(found.Version);
        return Json.Ok(TemplateResponse.Of(found));
    }

    private static async Task<IResult> Create(
        Body<CreateTemplateRequest> body, HttpContext context, IGrainFactory grains, TemplateUse use, TenantPasses passes,
        ITenantDirectory directory,
        IFlagSnapshots snapshots)
    {
        var (request, caller) = (body.Value, context.Caller());
        var content = request.Content ?? new();
        if (request.FromTenant is { } slug)
        {
            if (await directory.FindBySlug(slug, context.RequestAborted) is not { Tenant.Status: not TenantStatus.Deleted } source)
                return Problems.Of(AccessErrors.NotFound);
            passes.Enter(source.Id);
            content = await Copied(
                caller with { Tenant = source.Id, Role = Role.Admin }, grains, new(snapshots.Current), context.RequestAborted);
            passes.Enter(caller.Tenant);
        }

        if (await use.Fault(content, caller, context.RequestAborted) is { } fault)
            return Problems.Of(fault);
        var answer = await Grain(grains, request.Key ?? "").Save(
            caller, context.CommandId(), request.Key ?? "", request.Name ?? "", Text(content), null, context.RequestAborted);
        if (answer.Refused(out var refusal, out var outcome))
            return Problems.Of(refusal);

        Replay.Mark(context, outcome.Replayed);
        context.Response.SetETag(outcome.State.Version);
        return Json.Created($"{context.Request.Path}/{outcome.State.Key}", TemplateResponse.Of(outcome.State));
    }

    private static async Task<IResult> Replace(
        [PathValue("standard", Pattern = KeyPattern)] string key, Body<ReplaceTemplateRequest> body, HttpContext context,
        IGrainFactory grains, TemplateUse use)
    {
        var (content, version) = (body.Value.Content ?? new(), context.RequiredVersion());
        if (await use.Fault(content, context.Caller(), context.RequestAborted) is { } fault)
            return Problems.Of(fault);
        var answer = await Grain(grains, key).Save(
            context.Caller(), context.CommandId(), key, body.Value.Name ?? "", Text(content), version, context.RequestAborted);
        if (answer.Refused(out var refusal, out var outcome))
            return Problems.Of(refusal);

        Replay.Mark(context, outcome.Replayed);
        context.Response.SetETag(outcome.State.Version);
        return Json.Ok(TemplateResponse.Of(outcome.State));
    }

    private static async Task<IResult> Remove(
        [PathValue("standard", Pattern = KeyPattern)] string key, HttpContext context, IGrainFactory grains)
    {
        var answer = await Grain(grains, key).Remove(context.Caller(), context.CommandId(), key, context.Version(), context.RequestAborted);
        return answer.Refusal is { } refusal ? Problems.Of(refusal) : TypedResults.NoContent();
    }

    // How a tenant works, without the people in it, what it is called and where it is.
    private static async Task<TemplateContent> Copied(
        Caller admin, IGrainFactory grains, FlagTenantNames names, CancellationToken cancellation)
    {
        var key = GrainKeys.Of(admin.Tenant);
        var (sla, lists) = (grains.GetGrain<ISlaGrain>(key), grains.GetGrain<ITicketListsGrain>(key));
        var settings = SettingsDocument.Of((await grains.GetGrain<ITenantGrain>(key).Read(admin, cancellation)).Value.Settings);
        var policies = PolicyReading.Of((await sla.Policies(admin, cancellation)).Value).Items;
        return new(
            settings with
            {
                Business = null,
                Branding = null,
                RegistrationDomains = [],
                Registration = RegistrationMode.Closed,
                Inhabitants = null
            },
            [
                .. (await sla.Calendars(admin, cancellation)).Value
                    .Select(saved => new TemplateCalendar(saved.Id, Body(CalendarReading.Of(saved)))),
            ],
            [.. policies.SkipLast(1).Select(Body)], policies.Count > 0 ? Body(policies[^1]) : null,
            [
                .. (await lists.Entries(admin, ListKind.Team, cancellation)).Value.Select(CategoryReading.OfTeams.Show)
                    .Select(team => new TeamBody(team.Key, Body(team.Name), Archived: team.Archived)),
            ],
            [
                .. (await lists.Entries(admin, ListKind.Queue, cancellation)).Value.Select(CategoryReading.OfQueues.Show)
                    .Select(queue => new QueueBody(queue.Key, Body(queue.Name), queue.Team, queue.Archived)),
            ],
            [
                .. (await lists.Entries(admin, ListKind.Category, cancellation)).Value.Select(CategoryReading.OfCategories.Show)
                    .Select(category => new CategoryBody(category.Key, Body(category.Name), category.Queue, category.Archived)),
            ],
            await Flags(admin, grains, names, cancellation));
    }

    private static async Task<IReadOnlyDictionary<string, JsonElement>> Flags(
        Caller admin, IGrainFactory grains, FlagTenantNames names, CancellationToken cancellation)
    {
        var found = await grains.GetGrain<IFlagSetGrain>(GrainKeys.Of(admin.Tenant)).List(
            admin, archived: false, "", QueryReader.LargestLimit, cancellation);
        return found.Value.Flags.ToDictionary(flag => flag.Key, flag =>
        {
            var document = JsonNode.Parse(names.Outward(flag.Definition))!.AsObject();
            document.Remove("owner"); // a person
            return JsonSerializer.SerializeToElement(document);
        });
    }

    private static NamesBody Body(NamesResponse names) => new(names.De, names.En);

    private static PolicyBody Body(PolicyResponse policy) =>
        new(policy.Name, policy.Conditions, policy.Targets, policy.Pauses, policy.Escalation);

    private static CalendarBody Body(CalendarResponse calendar) =>
        new(calendar.Name, calendar.Zone, calendar.Windows, calendar.Holidays, SpecialDays: calendar.SpecialDays);

    private static async Task<TenantTemplate?> Present(string key, ITenantTemplates templates, CancellationToken cancellation) =>
        await templates.Load(TenantId.Platform, TemplateKeys.IdOf(key), cancellation) switch
        {
            { IsRemoved: false } found => found,
            null when key == TenantTemplate.Standard => TemplateDefaults.Standard,
            _ => null,
        };

    private static ITenantTemplateGrain Grain(IGrainFactory grains, string key) =>
        grains.GetGrain<ITenantTemplateGrain>(GrainKeys.Of(TenantId.Platform, TemplateKeys.IdOf(key)));

    internal static string Text(TemplateContent content) => JsonSerializer.Serialize(content, StrictJson.Options);

    internal static TemplateContent Parse(string document) => JsonSerializer.Deserialize<TemplateContent>(document, StrictJson.Options)!;
}

/// <summary>What is there before an operator writes anything: office hours, and categories that every municipality has.</summary>
internal static class TemplateDefaults
{
    private static readonly Guid OfficeHours = new("00000000-0000-7000-8000-00000000c0de");

    public static readonly TenantTemplate Standard = new()
    {
        Key = TenantTemplate.Standard,
        Name = "Kommune, Standard",
        CreatedAt = NodaTime.Instant.FromUtc(2026, 11, 21, 0, 0),
        UpdatedAt = NodaTime.Instant.FromUtc(2026, 11, 21, 0, 0),
        Document = TemplateEndpoints.Text(new(
            Calendars:
            [
                new(OfficeHours, new(
                    "Öffnungszeiten", "Europe/Berlin",
                    [new([Weekday.Mon, Weekday.Tue, Weekday.Wed, Weekday.Thu], "08:00", "16:00"), new([Weekday.Fri], "08:00", "12:00")],
                    new("DE"))),
            ],
            Teams: [new("support", new("Support", "Support"))],
            Queues: [new("support", new("Support", "Support"), "support")],
            Categories:
            [
                new("it", new("IT und Arbeitsplatz", "IT and workplace"), "support"), new("website", new("Webseite", "Website"), "support"),
                new("formulare", new("Formulare und Anträge", "Forms and applications"), "support"), new(
                    "sonstiges", new("Sonstiges", "Other"), "support"),
            ])),
    };
}

/// <param name="Key">1 to 40 lower-case letters, digits and hyphens.</param>
/// <param name="Name">At most 200 characters.</param>
/// <param name="FromTenant">Slug: what this tenant works by is copied, without its people; instead of content.</param>
public sealed record CreateTemplateRequest(
    [Required] string? Key = null, [Required, MaxLength(TenantRules.MostName)] string? Name = null, TemplateContent? Content = null,
    string? FromTenant = null);

public sealed record ReplaceTemplateRequest(
    [Required, MaxLength(TenantRules.MostName)] string? Name = null, [Required] TemplateContent? Content = null);

/// <param name="Version">0: the standard one, as it is before anybody has written it.</param>
public sealed record TemplateResponse(string Key, string Name, TemplateContent Content, int Version, DateTimeOffset UpdatedAt)
{
    internal static TemplateResponse Of(TenantTemplate template) =>
        new(template.Key, template.Name, TemplateEndpoints.Parse(template.Document), template.Version,
            template.UpdatedAt.ToDateTimeOffset());
}

public sealed record TemplateListResponse(IReadOnlyList<TemplateResponse> Items, string? NextCursor, int Total);
