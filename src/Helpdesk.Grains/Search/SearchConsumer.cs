using Helpdesk.Domain.People;
using Helpdesk.Domain.Search;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Grains.Search;

/// <summary>Keeps one index up to date. It has a place of its own in the feed, so an index that is down holds up no other.</summary>
internal sealed class SearchConsumer(ISearchIndex index, SearchWriter writer, IPeopleStore people) : FeedConsumer
{
    private static readonly string TenantErased = EventKind.Of(Tenant.Kind, typeof(TenantEvent.Erased));

    // What changes a text, or who may find it.
    private static readonly string[] Wanted =
    [
        .. ((Type[])[
            typeof(TicketEvent.Opened), typeof(TicketEvent.Commented), typeof(TicketEvent.CommentWithdrawn), typeof(TicketEvent.Attached),
            typeof(TicketEvent.AttachmentRemoved), typeof(TicketEvent.SubjectChanged), typeof(TicketEvent.DescriptionChanged),
            typeof(TicketEvent.Tagged), typeof(TicketEvent.Untagged), typeof(TicketEvent.Deleted),
        ]).Select(type => EventKind.Of(Ticket.Kind, type)),
        .. typeof(MembershipEvent).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(MembershipEvent)))
            .Select(type => EventKind.Of(MembershipEvent.Subject, type)),
        TenantErased,
    ];

    private static readonly string OfTicket = $"{Ticket.Kind}.";

    public override string Name => index.Consumer;

    public override IReadOnlyCollection<string> Kinds => Wanted;

    // A ticket that much happened to at once is written once.
    public override int AtOnce => 100;

    public override Task Handle(FeedEvent happened, CancellationToken cancellation) => Handle([happened], cancellation);

    public override async Task Handle(IReadOnlyList<FeedEvent> happened, CancellationToken cancellation)
    {
        // Behind it nothing of the tenant is written any more: there is nothing left to read.
        foreach (var erased in happened.Where(one => one.Kind == TenantErased))
            await index.Erase(erased.Tenant, cancellation);
        var found = new HashSet<SearchSubject>();
        foreach (var one in happened.Where(one => one.Kind != TenantErased).DistinctBy(one => (one.Tenant, one.Stream)))
        {
            if (one.Kind.StartsWith(OfTicket, StringComparison.Ordinal))
                found.Add(new(one.Tenant, SearchType.Ticket, one.Stream));
            else
                found.UnionWith(await Person(one.Tenant, new(one.Stream), cancellation));
        }

        await writer.Write(found, index, cancellation);
    }

    public override Task Begin(Func<Task> fromStart, CancellationToken cancellation) => index.Begin(fromStart, cancellation);

    public override Task CatchUp(CancellationToken cancellation) => index.CatchUp(cancellation);

    // Where service staff serve, their name is a copy of the one at home.
    private async Task<IEnumerable<SearchSubject>> Person(TenantId tenant, AccountId account, CancellationToken cancellation) =>
        (tenant == TenantId.Platform ? [tenant, .. await people.Serves(account, cancellation)] : (IEnumerable<TenantId>)[tenant])
            .Select(place => new SearchSubject(place, SearchType.Person, account.Value));
}
