using Helpdesk.Domain.Mail;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Grains.Tickets;

/// <summary>Asks the requester, once for each closing, how it was: owes a mail with a link that is sealed for this closing.</summary>
public sealed class SatisfactionQuestions(
    ITicketStore tickets, IMemberDirectory members, IMailOrders mails, ISeals seals, TimeProvider time) : FeedConsumer
{
    // Whoever was away for long asks nobody about things long gone by: after a restore, or when this is switched on over old tickets.
    private static readonly Duration StillNews = Duration.FromDays(2);

    public override string Name => "satisfaction-questions";

    public override IReadOnlyCollection<string> Kinds { get; } = [EventKind.Of(Ticket.Kind, typeof(TicketEvent.Closed))];

    public override async Task Handle(FeedEvent happened, CancellationToken cancellation)
    {
        if (time.Now() - happened.At > StillNews)
            return;

        var history = await tickets.History(happened.Tenant, happened.Stream, happened.Version, cancellation);
        var ticket = history.Aggregate((Ticket?)null, Ticket.Apply)!;
        if (ticket.Requester == happened.Actor
            || await members.Find(happened.Tenant, ticket.Requester, cancellation) is not { IsActive: true } requester)
            return;
        if (!EmailAddress.Parse(requester.Email).IsOk)
            return;

        var link = new SatisfactionLink(happened.Tenant, new(happened.Stream), ticket.Closings, happened.At + SatisfactionLink.Lifetime);
        var order = new MailOrder(SatisfactionMail.Template, null, requester.Account, EmailAddress.Parse(requester.Email).Value,
            requester.Name, requester.Language);
        await mails.Owe(
            happened.Tenant, CommandId.Derive($"{happened.Stream:D}|{ticket.Closings}|{SatisfactionMail.Template}"), order,
            link.Seal(seals), ticket.Number, new(null, "satisfaction", time.Now()), cancellation);
    }
}
