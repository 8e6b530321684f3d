using Helpdesk.Contracts;
using Helpdesk.Contracts.Tickets;
using Helpdesk.Domain;
using Helpdesk.Domain.Tickets;
using Helpdesk.Grains.Feed;

namespace Helpdesk.Grains.Tickets;

/// <summary>
/// Performs both halves of an act on two tickets. It stands outside both: were one ticket to call the other, two opposite acts at the same moment
/// would wait for each other.
/// </summary>
[StatelessWorker]
public sealed class TicketPairGrain : Grain, ITicketPairGrain
{
    public async Task<Answer<TicketOutcome>> Link(
        Caller caller, CommandId id, Guid ticket, Guid other, LinkKind kind, CancellationToken cancellation)
    {
        if (await Other(caller, ticket, other, cancellation) is { Refusal: { } unknown })
            return new(null, unknown);

        var near = await Ticket(caller, ticket).Link(caller, id, other, kind, cancellation);
        if (near.Refusal is not null)
            return near;

        var far = await Ticket(caller, other).Link(caller, id.Step("other"), ticket, kind.Mirrored(), cancellation);
        if (far.Refusal is { } refusal && refusal.Code != TicketErrors.AlreadyLinked.Code)
        {
            await Ticket(caller, ticket).Unlink(caller, id.Step("undo"), other, kind, cancellation);
            return far;
        }

        return near;
    }

    public async Task<Answer<TicketOutcome>> Unlink(
        Caller caller, CommandId id, Guid ticket, Guid other, LinkKind kind, CancellationToken cancellation)
    {
        var near = await Ticket(caller, ticket).Unlink(caller, id, other, kind, cancellation);
        if (near.Refusal is null)
            await Ticket(caller, other).Unlink(caller, id.Step("other"), ticket, kind.Mirrored(), cancellation);
        return near;
    }

    public async Task<Answer<TicketOutcome>> Merge(
        Caller caller, CommandId id, Guid source, Guid target, int? version, CancellationToken cancellation)
    {
        var into = await Other(caller, source, target, cancellation, "/target");
        if (into.Refusal is { } unknown)
            return new(null, unknown);

        // The source decides first: once it is merged, nothing else can be merged into it, so no circle closes.
        var merged = await Ticket(caller, source).MergeInto(caller, id, target, into.Value!.Ticket.Number, version, cancellation);
        if (merged.Refusal is not null)
            return merged;

        var absorbed = await Ticket(caller, target).Absorb(caller, id.Step("target"), source, merged.Value!.Ticket.Number, cancellation);
        if (absorbed.Refusal is null)
            return merged;

        await Ticket(caller, source).Unmerge(caller, id.Step("undo"), cancellation);
        return absorbed;
    }

    public async Task<Answer<TicketOutcome>> Unmerge(Caller caller, CommandId id, Guid source, CancellationToken cancellation)
    {
        var before = await Ticket(caller, source).Read(caller, 0, cancellation);
        if (before.Refusal is { } unknown)
            return new(null, unknown);

        var unmerged = await Ticket(caller, source).Unmerge(caller, id, cancellation);
        if (unmerged.Refusal is null && before.Value!.Ticket.MergedInto is { } target)
            await Ticket(caller, target.Ticket).Release(caller, id.Step("target"), source, cancellation);
        return unmerged;
    }

    private ITicketGrain Ticket(Caller caller, Guid ticket) => GrainFactory.GetGrain<ITicketGrain>(GrainKeys.Of(caller.Tenant, ticket));

    // The ticket of the path answers for itself; the one in the body is a member that can be wrong.
    private async Task<Answer<TicketDetails>> Other(Caller caller, Guid ticket, Guid other, CancellationToken cancellation, string pointer = "/ticket")
    {
        var own = await Ticket(caller, ticket).Read(caller, 0, cancellation);
        if (own.Refusal is not null)
            return own;
        if (ticket == other)
            return TicketErrors.UnknownTicket(pointer);

        var found = await Ticket(caller, other).Read(caller, 0, cancellation);
        return found.Refusal is { Kind: ErrorKind.NotFound } ? TicketErrors.UnknownTicket(pointer) : found;
    }
}
