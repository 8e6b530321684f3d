using System.Collections.Immutable;
using Helpdesk.Contracts.Categories;
using Helpdesk.Contracts.FeatureFlags;
using Helpdesk.Contracts.Sla;
using Helpdesk.Contracts.Tenants;
using Helpdesk.Domain.Categories;
using Helpdesk.Domain.FeatureFlags;
using Helpdesk.Domain.Templates;

namespace Helpdesk.Grains.Templates;

/// <summary>Reads what a living tenant works by, through the grains that its own admin asks.</summary>
/// <param name="admin">In the tenant that is read; its pass is held already.</param>
internal sealed class TenantCopying(IGrainFactory grains, Caller admin)
{
    // As many as one question may ask for. A template takes fewer, so one that has more is refused and not cut short.
    private const int MostFlags = 200;

    private readonly string key = GrainKeys.Of(admin.Tenant);

    public async Task<Result<TenantCopy>> Read(CancellationToken cancellation)
    {
        var sla = grains.GetGrain<ISlaGrain>(key);
        if ((await grains.GetGrain<ITenantGrain>(key).Read(admin, cancellation)).Refused(out var refusal, out var tenant)
            || (await sla.Calendars(admin, cancellation)).Refused(out refusal, out var calendars)
            || (await sla.Policies(admin, cancellation)).Refused(out refusal, out var book)
            || (await Entries(ListKind.Team, cancellation)).Refused(out refusal, out var teams)
            || (await Entries(ListKind.Queue, cancellation)).Refused(out refusal, out var queues)
            || (await Entries(ListKind.Category, cancellation)).Refused(out refusal, out var categories)
            || (await Flags(cancellation)).Refused(out refusal, out var flags))
            return refusal;

        return new TenantCopy(tenant.Settings, calendars, book.Policies, teams, queues, categories, flags);
    }

    private async Task<Result<ImmutableArray<ListEntry>>> Entries(ListKind kind, CancellationToken cancellation) =>
        (await grains.GetGrain<ITicketListsGrain>(key).Entries(admin, kind, cancellation)).Select(
            placed => placed.Select(one => one.Entry).ToImmutableArray());

    private async Task<Result<ImmutableArray<FeatureFlag>>> Flags(CancellationToken cancellation) =>
        (await grains.GetGrain<IFlagSetGrain>(key).List(admin, archived: false, "", MostFlags, cancellation)).Select(page => page.Flags);
}
