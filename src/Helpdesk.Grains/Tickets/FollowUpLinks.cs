using Helpdesk.Contracts.Tickets;
using Helpdesk.Domain.Tickets;
using Helpdesk.Grains.Hosting.Calls;

namespace Helpdesk.Grains.Tickets;

/// <summary>
/// A follow-up begins with its half of the link with the closed ticket; whoever opened it writes the other half. Should that have failed or
/// been cut off, it is written here: else the next words would open another follow-up. Its id follows from the follow-up, so it is written
/// once, and staff who remove it find it gone.
/// </summary>
public sealed class FollowUpLinks(IGrainFactory grains, ITicketStore store, IEventReader events, TenantPasses passes) : FeedConsumer
{
    public override string Name => "follow-up-links";

    public override IReadOnlyCollection<string> Kinds { get; } = [EventKind.Of(Ticket.Kind, typeof(TicketEvent.Opened))];

    public override async Task Handle(FeedEvent happened, CancellationToken cancellation)
    {
        if (events.Read<TicketEvent>(happened)?.Event is not TicketEvent.Opened { FollowUpOf: { } before } opened)
            return;
        var next = new TicketId(happened.Stream);
        if (await store.Load(happened.Tenant, next.Value, cancellation) is not { IsDeleted: false } known
            || !known.Links.Any(link => link.Joins(before.Ticket, LinkKind.RelatesTo)))
            return;

        passes.Enter(happened.Tenant);
        var platform = new Caller(happened.Tenant, Account: null, Role.Admin, Origin: "follow-up");
        var linked = await grains.GetGrain<ITicketGrain>(GrainKeys.Of(happened.Tenant, before.Ticket)).Link(
            platform, TicketFollowUps.Link(next), next, opened.Number, LinkKind.RelatesTo, cancellation);
        // Gone, or linked already, or with too many; else not now: the same event comes again.
        if (linked.Refusal is { Kind: not (ErrorKind.Conflict or ErrorKind.NotFound) } refusal)
            throw new TimeoutException(refusal.Message);
    }
}
