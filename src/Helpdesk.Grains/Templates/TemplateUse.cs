using Helpdesk.Contracts.Categories;
using Helpdesk.Contracts.FeatureFlags;
using Helpdesk.Contracts.Sla;
using Helpdesk.Domain.Categories;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Templates;

namespace Helpdesk.Grains.Templates;

/// <summary>
/// Gives a tenant what a template holds, through the grains that its own admin asks. The id of every step follows from the command, so a
/// retry goes on where it stopped.
/// </summary>
/// <param name="admin">In the tenant that begins; its pass is held already.</param>
internal sealed class TemplateUse(IGrainFactory grains, Caller admin, CommandId command, TemplateContent content)
{
    private readonly ITicketListsGrain lists = grains.GetGrain<ITicketListsGrain>(GrainKeys.Of(admin.Tenant));

    // Teams before the queues that name them, queues before categories. What every tenant begins with and the template does not name goes,
    // the other way round.
    public async Task<Error?> WriteLists(CancellationToken cancellation)
    {
        (ListKind Kind, IReadOnlyList<ListEntry>? Entries)[] wanted =
            [(ListKind.Team, content.Teams), (ListKind.Queue, content.Queues), (ListKind.Category, content.Categories)];
        foreach (var (kind, entries) in wanted)
        {
            if (entries is not null && await Fill(kind, entries, cancellation) is { } refusal)
                return refusal;
        }

        foreach (var (kind, entries) in wanted.Reverse())
        {
            if (entries is not null && await Clear(kind, entries, cancellation) is { } refusal)
                return refusal;
        }

        return null;
    }

    /// <summary>Calendars before the policies that count by them.</summary>
    public async Task<Error?> WritePromises(CancellationToken cancellation)
    {
        var (sla, calendars) = (grains.GetGrain<ISlaGrain>(GrainKeys.Of(admin.Tenant)), new Dictionary<Guid, Guid>());
        foreach (var (id, calendar) in content.Calendars ?? [])
        {
            var step = command.Step($"calendar|{id}");
            var own = calendars[id] = step.Step("id").Id;
            if ((await sla.SaveCalendar(admin, step, own, calendar, null, cancellation)).Refusal is { } refusal)
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
        return (await sla.ChangePolicy(
            admin, command.Step("standard-policy"), Own(standard, SlaDefaults.Policy.Id, calendars), content.Policies?.Count ?? 0,
            cancellation)).Refusal;
    }

    public async Task<Error?> WriteFlags(CancellationToken cancellation)
    {
        var flags = grains.GetGrain<IFlagSetGrain>(GrainKeys.Of(admin.Tenant));
        foreach (var (key, definition, reason) in content.Flags ?? [])
        {
            var put = await flags.Put(admin, command.Step($"flag|{key}"), new(key, definition, reason, Version: null), cancellation);
            if (put.Refusal is { } refusal)
                return refusal;
        }

        return null;
    }

    private async Task<Error?> Fill(ListKind kind, IReadOnlyList<ListEntry> entries, CancellationToken cancellation)
    {
        if ((await lists.Entries(admin, kind, cancellation)).Refused(out var unreadable, out var present))
            return unreadable;
        foreach (var (at, entry) in entries.Index())
        {
            var step = command.Step($"{kind}|{entry.Key}");
            var filled = present.FirstOrDefault(placed => placed.Entry.Key == entry.Key) is { } known
                ? await lists.Change(admin, step, kind, entry, at, known.Entry.Revision, cancellation)
                : await lists.Add(admin, step, kind, entry, at, cancellation);
            if (filled.Refusal is { } refusal)
                return refusal;
        }

        return null;
    }

    private async Task<Error?> Clear(ListKind kind, IReadOnlyList<ListEntry> entries, CancellationToken cancellation)
    {
        if ((await lists.Entries(admin, kind, cancellation)).Refused(out var unreadable, out var present))
            return unreadable;
        foreach (var key in present.Select(placed => placed.Entry.Key).Where(key => entries.All(entry => entry.Key != key)))
        {
            if ((await lists.Remove(admin, command.Step($"no {kind}|{key}"), kind, key, null, cancellation)).Refusal is { } refusal)
                return refusal;
        }

        return null;
    }

    // The template's calendars become the tenant's own.
    private static SlaPolicy Own(SlaPolicy policy, Guid id, Dictionary<Guid, Guid> calendars) => policy with
    {
        Id = id,
        Objectives =
        [
            .. policy.Objectives.Select(one =>
                one.Calendar is { } calendar && calendars.TryGetValue(calendar, out var own) ? one with { Calendar = own } : one),
        ],
    };
}
