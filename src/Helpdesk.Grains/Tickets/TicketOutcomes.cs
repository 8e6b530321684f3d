using Helpdesk.Contracts;
using Helpdesk.Contracts.Tickets;
using Helpdesk.Domain;
using Helpdesk.Domain.Access;
using Helpdesk.Domain.Tickets;
using Helpdesk.Grains.Feed;

namespace Helpdesk.Grains.Tickets;

/// <summary>What an act on a ticket did, for whoever did it.</summary>
internal static class TicketOutcomes
{
    public static Result<TicketOutcome> Of(Result<Effect<Ticket, TicketEvent>> result, Member member)
    {
        if (result.Refused(out var why, out var effect))
            return why;
        // The answer of an earlier time goes to whoever may have it now: who was staff then may be a customer today.
        if (TicketAccess.IsHidden(member, effect.State))
            return TicketErrors.NotFound;

        var comment = effect.Events.LastOrDefault(recorded => recorded.Event is TicketEvent.Commented);
        return new TicketOutcome(
            TicketViews.Of(effect.Stream, effect.State, member),
            comment is null ? null : TicketViews.Of(new TicketComment(new(effect.Stream), comment)),
            effect.Replayed);
    }
}
