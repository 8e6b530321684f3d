using Helpdesk.Domain.People;
using Helpdesk.Domain.Search;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Grains.Search;

/// <summary>Keeps one index up to date. It has a place of its own in the feed, so an index that is down holds up no other.</summary>
internal sealed class SearchConsumer(ISearchIndex index, SearchWriter writer, IPeopleStore people) : FeedConsumer
{
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
    ];

    private static readonly string OfTicket = $"{Ticket.Kind}.";

    public override string Name => index.Consumer;

    public override IReadOnlyCollection<string> Kinds => Wanted;

    // A ticket that much happened to at once is written once.
    public override int AtOnce => 100;

    public override Task Handle(FeedEvent happened, CancellationToken cancellation) => Handle([happened], cancellation);

    public override async Task Handle(IReadOnlyList<FeedEvent> happened, CancellationToken cancellation)
    {
        foreach (var (tenant, stream, isTicket) in happened
            .Select(one => (one.Tenant, one.Stream, one.Kind.StartsWith(OfTicket, StringComparison.Ordinal))).Distinct())
        {
            if (isTicket)
                await writer.Write(tenant, SearchType.Ticket, stream, index, cancellation);
            else
                await Person(tenant, new(stream), cancellation);
        }
    }

    // Where service staff serve, their name is a copy of the one at home.
    private async Task Person(TenantId tenant, AccountId account, CancellationToken cancellation)
    {
        foreach (var place in tenant == TenantId.Platform ? [tenant, .. await people.Serves(account, cancellation)] : (TenantId[])[tenant])
            await writer.Write(place, SearchType.Person, account.Value, index, cancellation);
    }
}
