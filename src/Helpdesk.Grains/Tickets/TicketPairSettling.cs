using Helpdesk.Contracts.Tickets;
using Helpdesk.Domain.Tickets;
using Helpdesk.Grains.Hosting.Calls;

namespace Helpdesk.Grains.Tickets;

/// <summary>
/// Looks after every act on two tickets whether both halves are there, and has a half that a crash left over taken back. It looks at how
/// the tickets stand now, not at what the event says, so it does not matter how often or how late it looks.
/// </summary>
public sealed class TicketPairSettling(IGrainFactory grains, ITicketStore store, IEventReader events, TenantPasses passes) : FeedConsumer
{
    public override string Name => "ticket-pairs";

    public override IReadOnlyCollection<string> Kinds { get; } =
    [
        .. ((Type[])
        [
            typeof(TicketEvent.Linked), typeof(TicketEvent.Unlinked), typeof(TicketEvent.Merged), typeof(TicketEvent.Unmerged),
            typeof(TicketEvent.Absorbed), typeof(TicketEvent.Released), typeof(TicketEvent.Deleted),
        ]).Select(what => EventKind.Of(Ticket.Kind, what)),
    ];

    /// <summary>
    /// Longer than an act can be under way, a handful of calls of 30 s at most: it must not take back what is still being done.
    /// </summary>
    public override TimeSpan MinimumAge => TimeSpan.FromMinutes(3);

    /// <summary>As long as those calls at most.</summary>
    public override TimeSpan TimeLimit => TimeSpan.FromMinutes(3);

    public override async Task Handle(FeedEvent happened, CancellationToken cancellation)
    {
        var ticket = happened.Stream;
        switch (events.Read<TicketEvent>(happened)?.Event)
        {
            // With its opening a follow-up has but its own half; FollowUpLinks has the other one written.
            case TicketEvent.Linked linked when await BeganWith(happened, linked, cancellation):
                break;
            case TicketEvent.Linked linked:
                await SettleLink(happened, linked.Other, linked.Kind, cancellation);
                break;
            case TicketEvent.Unlinked unlinked:
                await SettleLink(happened, unlinked.Other, unlinked.Kind, cancellation);
                break;
            case TicketEvent.Merged merged:
                await SettleMerge(happened, ticket, merged.Target.Value, cancellation);
                break;
            case TicketEvent.Unmerged unmerged:
                await SettleMerge(happened, ticket, unmerged.Target.Value, cancellation);
                break;
            case TicketEvent.Absorbed absorbed:
                await SettleMerge(happened, absorbed.Source.Value, ticket, cancellation);
                break;
            case TicketEvent.Released released:
                await SettleMerge(happened, released.Source.Value, ticket, cancellation);
                break;
            case TicketEvent.Deleted:
                await SettleDeleted(happened, cancellation);
                break;
        }
    }

    private async Task<bool> BeganWith(FeedEvent happened, TicketEvent.Linked linked, CancellationToken cancellation) =>
        await store.Load(happened.Tenant, happened.Stream, cancellation) is { FollowUpOf: { } before } ticket
            && before.Ticket == linked.Other && linked.Kind == LinkKind.RelatesTo && happened.At == ticket.CreatedAt;

    private async Task SettleDeleted(FeedEvent happened, CancellationToken cancellation)
    {
        if (await store.Load(happened.Tenant, happened.Stream, cancellation) is not { } left)
            return;
        foreach (var link in left.Links)
            await SettleLink(happened, link.Other, link.Kind, cancellation);
        if (left.MergedInto is { } merge)
            await SettleMerge(happened, happened.Stream, merge.Target.Value, cancellation);
    }

    private async Task SettleLink(FeedEvent happened, TicketId other, LinkKind kind, CancellationToken cancellation) =>
        Expect(await Pair(happened).SettleLink(Platform(happened), new(happened.Stream), other, kind, cancellation));

    private async Task SettleMerge(FeedEvent happened, Guid source, Guid target, CancellationToken cancellation) =>
        Expect(await Pair(happened).SettleMerge(Platform(happened), new(source), new(target), cancellation));

    private ITicketPairGrain Pair(FeedEvent happened)
    {
        passes.Enter(happened.Tenant);
        return grains.GetGrain<ITicketPairGrain>(GrainKeys.Of(happened.Tenant));
    }

    private static Caller Platform(FeedEvent happened) => new(happened.Tenant, Account: null, Role.Admin, Origin: "settling");

    // Not now: the same event comes again.
    private static void Expect(Result<bool> settled)
    {
        if (settled.Refusal is { } refusal)
            throw new TimeoutException(refusal.Message);
    }
}
