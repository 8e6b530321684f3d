using System.Text.Json;
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
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Tenants;

/// <summary>
/// Gives a new tenant what a template holds. What the tenant works by is written before the tenant itself: should a step be refused, there
/// is no tenant, and nobody ever sees what was written for it. Every step follows from the command, so a retry with the same key goes on
/// where it stopped.
/// </summary>
internal sealed class TemplateUse(IGrainFactory grains, ITenantDirectory directory, IFlagSnapshots snapshots)
{
    /// <summary>What the rules may say to a template when it is used.</summary>
    public static readonly IReadOnlyList<Error> Refusals =
    [
        AccessErrors.AdminOnly, CategoryErrors.KeyTaken, CategoryErrors.TooMany, CategoryErrors.CategoryInUse, CategoryErrors.QueueInUse,
        CategoryErrors.TeamInUse, SlaErrors.DefaultPolicyNeeded, SlaErrors.TooManyPolicies, FlagErrors.Exists, FlagErrors.TooMany,
        FlagErrors.BelongsToPlatform, FeedErrors.Stale,
    ];

    private const int MostCalendars = 20, MostPolicies = 50, MostEntries = 200, MostFlags = 100;

    /// <summary>Every fault of form; what the rules say to it is seen when it is used.</summary>
    public async Task<Error?> Fault(TemplateContent content, Caller caller, CancellationToken cancellation)
    {
        FieldError?[] sizes =
        [
            TooMany(content.Calendars?.Count, MostCalendars, "/calendars"), TooMany(content.Policies?.Count, MostPolicies, "/policies"),
            TooMany(content.Categories?.Count, MostEntries, "/categories"), TooMany(content.Queues?.Count, MostEntries, "/queues"),
            TooMany(content.Teams?.Count, MostEntries, "/teams"), TooMany(content.Flags?.Count, MostFlags, "/flags"),
            content.Teams?.Any(team => team.Members is { Count: > 0 }) == true
                ? new("/teams", "no-members", "People belong to one tenant; a template has none.") : null,
            content.Calendars?.Any(calendar => calendar.Id is null || calendar.Calendar is null) == true
                ? new("/calendars", "required", "Each needs an id and a calendar.") : null,
        ];
        if (sizes.OfType<FieldError>().ToList() is { Count: > 0 } faults)
            return Error.Invalid(faults);
        if (content.Settings is { } settings &&
            await Judge(caller, new("a-template", "Template", settings.ToDomain()), cancellation) is { } unfit)
            return Within(unfit, "/settings");

        if (Names(content).OfType<FieldError>().ToList() is { Count: > 0 } unnamed)
            return Error.Invalid(unnamed);

        foreach (var (at, calendar) in (content.Calendars ?? []).Index())
            _ = CalendarReading.Read(calendar.Calendar!, $"/calendars/{at}/calendar");
        foreach (var (at, policy) in (content.Policies ?? []).Append(content.StandardPolicy).OfType<PolicyBody>().Index())
        {
            var known = (content.Calendars ?? []).Select(calendar => calendar.Id).ToHashSet();
            if (PolicyReading.Read(policy, Guid.Empty).Objectives.Any(one => one.Calendar is { } calendar && !known.Contains(calendar)))
                return Error.Invalid($"/policies/{at}", "unknown-calendar", "Counts by a calendar that the template does not have.");
        }

        foreach (var (key, flag) in content.Flags ?? new Dictionary<string, JsonElement>())
        {
            var (read, _) = await new FlagTenantNames(snapshots.Current).Inward(flag.GetRawText(), directory, cancellation);
            if (read.Refused(out var wrong, out _))
                return Within(wrong, $"/flags/{key}");
        }

        return null;
    }

    public async Task<Result<Tenant>> Create(
        Caller caller, CommandId command, TenantId tenant, CreateTenant wanted, TemplateContent content, CancellationToken cancellation)
    {
        (caller, wanted) = (caller with { Tenant = tenant }, wanted with { Settings = content.Settings?.ToDomain() });
        if (await Judge(caller, wanted, cancellation) is { } unfit)
            return unfit;
        if (await directory.FindBySlug(wanted.Slug, cancellation) is { } taken && taken.Id != tenant)
            return TenantErrors.SlugTaken;

        var admin = caller with { Role = Role.Admin };
        if (await Lists(admin, command, content, cancellation) is { } lists)
            return lists;
        if (await Sla(admin, command, content, cancellation) is { } sla)
            return sla;

        var created = await grains.GetGrain<ITenantGrain>(GrainKeys.Of(tenant)).Create(caller, command, wanted, cancellation);
        return created.Refusal is null && await Flags(admin, command, content, cancellation) is { } flags ? flags : created;
    }

    private async Task<Error?> Judge(Caller caller, CreateTenant wanted, CancellationToken cancellation) =>
        (await grains.GetGrain<ITenantGrain>(GrainKeys.Of(caller.Tenant)).Judge(caller, wanted, cancellation)).Refusal;

    // Teams before the queues that name them, queues before categories. What every tenant begins with and the template does not name goes,
    // the other way round.
    private async Task<Error?> Lists(Caller admin, CommandId command, TemplateContent content, CancellationToken cancellation)
    {
        (ListKind Kind, IReadOnlyList<ListEntry>? Entries)[] wanted =
        [
            (ListKind.Team, content.Teams?.Select(team => CategoryReading.OfTeams.Read(team, null).Entry).ToList()),
            (ListKind.Queue, content.Queues?.Select(queue => CategoryReading.OfQueues.Read(queue, null).Entry).ToList()),
            (ListKind.Category, content.Categories?.Select(category => CategoryReading.OfCategories.Read(category, null).Entry).ToList()),
        ];
        foreach (var (kind, entries) in wanted)
        {
            if (entries is not null && await Fill(admin, command, kind, entries, cancellation) is { } refusal)
                return refusal;
        }

        foreach (var (kind, entries) in wanted.Reverse())
        {
            if (entries is not null && await Clear(admin, command, kind, entries, cancellation) is { } refusal)
                return refusal;
        }

        return null;
    }

    private async Task<Error?> Fill(
        Caller admin, CommandId command, ListKind kind, IReadOnlyList<ListEntry> entries, CancellationToken cancellation)
    {
        var lists = grains.GetGrain<ITicketListsGrain>(GrainKeys.Of(admin.Tenant));
        var present = await lists.Entries(admin, kind, cancellation);
        if (present.Refusal is { } unreadable)
            return unreadable;
        foreach (var (at, entry) in entries.Index())
        {
            var step = command.Step($"{kind}|{entry.Key}");
            var filled = present.Value.FirstOrDefault(placed => placed.Entry.Key == entry.Key) is { } known
                ? await lists.Change(admin, step, kind, entry, at, known.Entry.Revision, cancellation)
                : await lists.Add(admin, step, kind, entry, at, cancellation);
            if (filled.Refusal is { } refusal)
                return refusal;
        }

        return null;
    }

    private async Task<Error?> Clear(
        Caller admin, CommandId command, ListKind kind, IReadOnlyList<ListEntry> entries, CancellationToken cancellation)
    {
        var lists = grains.GetGrain<ITicketListsGrain>(GrainKeys.Of(admin.Tenant));
        var present = await lists.Entries(admin, kind, cancellation);
        if (present.Refusal is { } unreadable)
            return unreadable;
        foreach (var key in present.Value.Select(placed => placed.Entry.Key).Where(key => entries.All(entry => entry.Key != key)))
        {
            var removed = await lists.Remove(admin, command.Step($"no {kind}|{key}"), kind, key, null, cancellation);
            if (removed.Refusal is { } refusal)
                return refusal;
        }

        return null;
    }

    private async Task<Error?> Sla(Caller admin, CommandId command, TemplateContent content, CancellationToken cancellation)
    {
        var (sla, calendars) = (grains.GetGrain<ISlaGrain>(GrainKeys.Of(admin.Tenant)), new Dictionary<Guid, Guid>());
        foreach (var (id, calendar) in content.Calendars ?? [])
        {
            var step = command.Step($"calendar|{id}");
            var own = calendars[id!.Value] = step.Step("id").Id;
            if ((await sla.SaveCalendar(admin, step, own, CalendarReading.Read(calendar!), null, cancellation)).Refusal is { } refusal)
                return refusal;
        }

        foreach (var (at, policy) in (content.Policies ?? []).Index())
        {
            var step = command.Step($"policy|{at}");
            var added = await sla.AddPolicy(admin, step, Own(policy, step.Step("id").Id, calendars), at, null, cancellation);
            if (added.Refusal is { } refusal)
                return refusal;
        }

        if (content.StandardPolicy is not { } standard)
            return null;
        var changed = await sla.ChangePolicy(
            admin, command.Step("standard-policy"), Own(standard, SlaDefaults.Policy.Id, calendars), content.Policies?.Count ?? 0,
            cancellation);
        return changed.Refusal;
    }

    private async Task<Error?> Flags(Caller admin, CommandId command, TemplateContent content, CancellationToken cancellation)
    {
        foreach (var (key, flag) in content.Flags ?? new Dictionary<string, JsonElement>())
        {
            var (read, reason) = await new FlagTenantNames(snapshots.Current).Inward(flag.GetRawText(), directory, cancellation);
            if (read.Refused(out var wrong, out var definition))
                return Within(wrong, $"/flags/{key}");
            var put = await grains.GetGrain<IFlagSetGrain>(GrainKeys.Of(admin.Tenant))
                .Put(admin, command.Step($"flag|{key}"), new(key, definition, reason, null), cancellation);
            if (put.Refusal is { } refusal)
                return refusal;
        }

        return null;
    }

    private static SlaPolicy Own(PolicyBody body, Guid id, Dictionary<Guid, Guid> calendars)
    {
        var policy = PolicyReading.Read(body, id);
        return policy with
        {
            Objectives =
            [
                .. policy.Objectives.Select(one =>
                    one.Calendar is { } calendar && calendars.TryGetValue(calendar, out var own) ? one with { Calendar = own } : one),
            ],
        };
    }

    // As calendars, policies and lists will judge them: whoever saves a template is told, not whoever creates a tenant with it.
    private static IEnumerable<FieldError?> Names(TemplateContent content) =>
    [
        .. (content.Calendars ?? []).Index().Select(
            one => Text.OneLine(one.Item.Calendar!.Name, $"/calendars/{one.Index}/calendar/name", SlaLimits.Name)),
        .. (content.Policies ?? []).Index().Select(one => Text.OneLine(one.Item.Name, $"/policies/{one.Index}/name", SlaLimits.Name)),
        .. (content.Teams ?? []).Index().SelectMany(
            one => Names(CategoryReading.OfTeams.Read(one.Item, null).Entry, $"/teams/{one.Index}")),
        .. (content.Queues ?? []).Index().SelectMany(
            one => Names(CategoryReading.OfQueues.Read(one.Item, null).Entry, $"/queues/{one.Index}")),
        .. (content.Categories ?? []).Index().SelectMany(
            one => Names(CategoryReading.OfCategories.Read(one.Item, null).Entry, $"/categories/{one.Index}")),
    ];

    private static IEnumerable<FieldError?> Names(ListEntry entry, string at) =>
    [
        TicketKeys.Fault(entry.Key, at + "/key"), Text.OneLine(entry.NameDe, at + "/name/de", TicketLimits.Word), Text.OneLine(
            entry.NameEn, at + "/name/en", TicketLimits.Word),
    ];

    private static FieldError? TooMany(int? count, int most, string pointer) =>
        count > most ? new(pointer, "too-many", $"Must list at most {most}.") : null;

    private static Error Within(Error error, string at) =>
        error with { Fields = [.. error.Fields.Select(field => field with { Pointer = at + field.Pointer })] };
}
