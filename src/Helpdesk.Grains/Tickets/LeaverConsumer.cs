using Helpdesk.Contracts.Tickets;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Tickets;
using Helpdesk.Grains.Hosting.Calls;

namespace Helpdesk.Grains.Tickets;

/// <summary>
/// Takes the tickets of whoever serves no longer to those who were named, or back to the queue. It looks at who serves and whose the
/// tickets are now, and each ticket's step has an id that follows from the event: a crash on the way repeats nothing and leaves nothing
/// behind.
/// </summary>
public sealed class LeaverConsumer(
    IGrainFactory grains, ITicketList tickets, IMemberDirectory members, IPeopleStore people, IEventReader events, TenantPasses passes)
        : FeedConsumer
{
    private const int PageSize = 200;

    public override string Name => "ticket-hand-over";

    public override IReadOnlyCollection<string> Kinds { get; } =
    [
        .. ((Type[])[typeof(MembershipEvent.Suspended), typeof(MembershipEvent.Ended), typeof(MembershipEvent.RoleChanged)])
            .Select(what => EventKind.Of(MembershipEvent.Subject, what)),
    ];

    /// <summary>What is known of members may be so old: until then somebody may still assign them a ticket.</summary>
    public override TimeSpan MinimumAge => TimeSpan.FromSeconds(5);

    /// <summary>Some have thousands of tickets; what was handed over in a try stays so.</summary>
    public override TimeSpan TimeLimit => TimeSpan.FromMinutes(10);

    public override async Task Handle(FeedEvent happened, CancellationToken cancellation)
    {
        var (leaves, handOver) = events.Read<MembershipEvent>(happened)?.Event switch
        {
            MembershipEvent.Suspended suspended => (true, suspended.HandOver),
            MembershipEvent.Ended ended => (true, ended.HandOver),
            MembershipEvent.RoleChanged { To: Role.Customer } changed => (true, changed.HandOver),
            _ => (false, null),
        };
        if (!leaves)
            return;

        // Whoever is gone at home serves nowhere.
        var account = new AccountId(happened.Stream);
        foreach (var tenant in happened.Tenant == TenantId.Platform ? await people.Serves(account, cancellation) : [happened.Tenant])
            await HandOver(happened, tenant, account, handOver, cancellation);
    }

    private async Task HandOver(FeedEvent happened, TenantId tenant, AccountId from, Successor? handOver, CancellationToken cancellation)
    {
        if (await Serves(tenant, from, cancellation)) // came back meanwhile, and keeps what they have
            return;

        // Whoever was to take over may have left as well: then the tickets go to the queue, not to somebody who is not there.
        var to = handOver?.To is { } named && await Serves(tenant, named, cancellation) ? handOver.To : null;
        TicketId? last = null;
        while (true)
        {
            var page = await tickets.AssignedTo(tenant, from, last, PageSize, cancellation);
            foreach (var ticket in page)
                await HandOver(happened, tenant, ticket, from, to, handOver?.Team, cancellation);
            if (page.Count < PageSize)
                return;
            last = page[^1];
        }
    }

    private async Task HandOver(
        FeedEvent happened, TenantId tenant, TicketId ticket, AccountId from, AccountId? to, string? team, CancellationToken cancellation)
    {
        passes.Enter(tenant);
        var platform = new Caller(tenant, Account: null, Role.Admin, Origin: "hand-over");
        var id = new CommandId(
            CommandId.Derive($"hand-over|{happened.Tenant}|{from}|{happened.Version}|{ticket}"), "hand-over", FromKey: true);
        var answer = await grains.GetGrain<ITicketGrain>(GrainKeys.Of(tenant, ticket.Value)).HandOver(
            platform, id, from, to, team, cancellation);
        if (answer.Refusal is { Kind: not ErrorKind.NotFound } refusal) // not now: the same event comes again
            throw new TimeoutException(refusal.Message);
    }

    private async ValueTask<bool> Serves(TenantId tenant, AccountId account, CancellationToken cancellation) =>
        await members.Find(tenant, account, cancellation) is { Serves: true };
}
