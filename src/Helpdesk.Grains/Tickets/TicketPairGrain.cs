using Helpdesk.Contracts.Tickets;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Grains.Tickets;

/// <summary>
/// Performs both halves of an act on two tickets. It stands outside both: were one ticket to call the other, two opposite acts at the same
/// moment would wait for each other. It is one for a tenant and does one act after the other: whether an act contradicts another, such as a
/// merge the other way round or a link that closes a ring, shows on both tickets and beyond, so nothing may happen between look and act.
/// </summary>
/// <remarks>
/// The act itself is the half of the ticket it was asked of; that half alone carries the caller's operation. The other half stands before
/// it and falls after it. So whatever fails in between, the act either happened as a whole for its caller or can be judged anew, and what
/// may be left over is a half without its counterpart. <see cref="TicketPairSettling"/> reads the feed and has those taken back.
/// </remarks>
public sealed class TicketPairGrain(ITicketStore store) : Grain, ITicketPairGrain
{
    public async Task<Result<TicketOutcome>> Link(
        Caller caller, CommandId id, TicketId ticket, TicketId other, LinkKind kind, CancellationToken cancellation)
    {
        var near = await Ticket(caller, ticket).Link(caller, id.Rehearsal(), other, "", kind, cancellation);
        if (id.IsIncomplete)
            return await OnlyJudged(near, caller, ticket, other, "/ticket", cancellation);
        if (near.Refusal is not null || near.Value.Replayed)
            return near;
        if ((await Other(caller, ticket, other, "/ticket", cancellation)).Refused(out var unknown, out var named))
            return unknown;
        var ring = TicketLinkRing.Of(Lasting(ticket, near.Value.View), Lasting(other, named), kind);
        if (ring is not null && await Refusal(caller, ring, cancellation) is { } closed)
            return closed;

        var far = await Ticket(caller, other).Link(
            caller, Commands.Aside("link"), ticket, near.Value.View.Ticket.Number, kind.Mirrored(), cancellation);
        if (far.Refusal is { } refusal && !refusal.Is(TicketErrors.AlreadyLinked))
            return far;

        var linked = await Ticket(caller, ticket).Link(caller, id, other, named.Ticket.Number, kind, cancellation);
        if (linked.Refusal is not null)
            await SettleLink(caller, ticket, other, kind, cancellation);
        return linked;
    }

    public async Task<Result<TicketOutcome>> Unlink(
        Caller caller, CommandId id, TicketId ticket, TicketId other, LinkKind kind, CancellationToken cancellation)
    {
        var near = await Ticket(caller, ticket).Unlink(caller, id, other, kind, cancellation);
        if (near.Refusal is null)
            await SettleLink(caller, ticket, other, kind, cancellation);
        return near;
    }

    public async Task<Result<TicketOutcome>> Merge(
        Caller caller, CommandId id, TicketId source, TicketId target, int? version, CancellationToken cancellation)
    {
        var near = await Ticket(caller, source).MergeInto(caller, id.Rehearsal(), new(target, "", default), version, cancellation);
        if (id.IsIncomplete)
            return await OnlyJudged(near, caller, source, target, "/target", cancellation);
        if (near.Refusal is not null || near.Value.Replayed)
            return near;
        if ((await Other(caller, source, target, "/target", cancellation)).Refused(out var unknown, out var named))
            return unknown;

        foreach (var ring in TicketLinkRing.OfMerge(source, near.Value.View.Ticket, target))
        {
            if (await Refusal(caller, ring, cancellation) is { } closed)
                return closed;
        }

        var message = new MergeTarget(target, named.Ticket.Number, named.Ticket.Requester);
        var merged = await Ticket(caller, source).Merge(caller, id, message, version, cancellation);
        if (merged.Refusal is not null)
            await SettleMerge(caller, source, target, cancellation);
        return merged;
    }

    public async Task<Result<TicketOutcome>> Unmerge(Caller caller, CommandId id, TicketId source, CancellationToken cancellation)
    {
        var before = await Find(caller, source, cancellation);
        var unmerged = await Ticket(caller, source).Unmerge(caller, id, null, cancellation);
        if (unmerged.Refusal is null && before is { Refusal: null, Value.Ticket.MergedInto: { } merge })
            await SettleMerge(caller, source, merge.Target, cancellation);
        return unmerged;
    }

    public async Task<Result<TicketOutcome>> Delete(
        Caller caller, CommandId id, TicketId ticket, int? version, CancellationToken cancellation)
    {
        var deleted = await Ticket(caller, ticket).Delete(caller, id, version, cancellation);
        if (deleted.Refusal is not null)
            return deleted;

        var left = deleted.Value.View.Ticket;
        foreach (var link in left.Links)
            await SettleLink(caller, ticket, link.Other, link.Kind, cancellation);
        if (left.MergedInto is { } merge)
            await SettleMerge(caller, ticket, merge.Target, cancellation);
        return deleted;
    }

    public async Task<Result<bool>> SettleLink(
        Caller caller, TicketId ticket, TicketId other, LinkKind kind, CancellationToken cancellation)
    {
        var (here, there) = (await Find(caller, ticket, cancellation), await Find(caller, other, cancellation));
        if ((here.Refusal ?? there.Refusal) is { } unknown)
            return unknown;
        var (isHere, isThere) = (Links(here.Value, other, kind), Links(there.Value, ticket, kind.Mirrored()));
        if (isHere == isThere)
            return false;

        return Settled(isHere
            ? await Ticket(caller, ticket).Unlink(caller, Commands.Aside("settle"), other, kind, cancellation)
            : await Ticket(caller, other).Unlink(caller, Commands.Aside("settle"), ticket, kind.Mirrored(), cancellation));
    }

    public async Task<Result<bool>> SettleMerge(Caller caller, TicketId source, TicketId target, CancellationToken cancellation)
    {
        var (from, into) = (await Find(caller, source, cancellation), await Find(caller, target, cancellation));
        if ((from.Refusal ?? into.Refusal) is { } unknown)
            return unknown;
        var isMerged = from.Value?.Ticket.MergedInto?.Target == target;
        var isAbsorbed = into.Value?.Ticket.Absorbed.Any(absorbed => absorbed.Ticket == source) == true;
        if (isMerged == isAbsorbed)
            return false;
        if (isAbsorbed)
            return Settled(await Ticket(caller, target).Release(caller, Commands.Aside("settle"), source, cancellation));

        var absorbing = await Ticket(caller, target).Absorb(
            caller, Commands.Aside("settle"), source, from.Value!.Ticket.Number, cancellation);
        return absorbing.Refusal is { Kind: ErrorKind.Conflict or ErrorKind.NotFound }
            ? Settled(await Ticket(caller, source).Unmerge(caller, Commands.Aside("settle"), target, cancellation)) : Settled(absorbing);
    }

    private ITicketGrain Ticket(Caller caller, TicketId ticket) => GrainFactory.GetGrain<ITicketGrain>(GrainKeys.Of(caller.Tenant, ticket));

    // The ticket of the path answers for itself; the one in the body is a member that can be wrong.
    private async Task<Result<TicketView>> Other(
        Caller caller, TicketId ticket, TicketId other, string pointer, CancellationToken cancellation)
    {
        if (ticket == other)
            return TicketErrors.UnknownTicket(pointer);
        if ((await Find(caller, other, cancellation)).Refused(out var why, out var found))
            return why;
        return found ?? (Result<TicketView>)TicketErrors.UnknownTicket(pointer);
    }

    // Who may not do it learns nothing of the other ticket.
    private async Task<Result<TicketOutcome>> OnlyJudged(
        Result<TicketOutcome> near, Caller caller, TicketId ticket, TicketId other, string pointer, CancellationToken cancellation) =>
        near.Refusal is { Kind: ErrorKind.Invalid } judged
            && (await Other(caller, ticket, other, pointer, cancellation)).Refusal is { } unknown
            ? Error.Together(judged, unknown)! : near;

    // Null: there is no such ticket for this caller, or it is deleted.
    private async Task<Result<TicketView?>> Find(Caller caller, TicketId ticket, CancellationToken cancellation)
    {
        if ((await Ticket(caller, ticket).Read(caller, 0, cancellation)).Refused(out var why, out var found))
            return why.Kind == ErrorKind.NotFound ? (TicketView?)null : why;
        return found.View;
    }

    private async Task<Error?> Refusal(Caller caller, TicketLinkRing ring, CancellationToken cancellation)
    {
        try
        {
            return ring.Refusal(
                await store.LinksFrom(caller.Tenant, ring.Start, ring.Kind, TicketLinkRing.MostTickets, cancellation));
        }
        catch (StorageException)
        {
            return FeedErrors.Unreachable;
        }
    }

    private static TicketId Lasting(TicketId ticket, TicketView view) => view.Ticket.MergedInto?.Target ?? ticket;

    private static bool Links(TicketView? ticket, TicketId other, LinkKind kind) =>
        ticket?.Ticket.Links.Any(link => link.Joins(other, kind)) == true;

    // Refused by the state: somebody else settled it in the meantime.
    private static Result<bool> Settled(Result<TicketOutcome> answer) =>
        answer.Refusal is { Kind: not (ErrorKind.Conflict or ErrorKind.NotFound) } unknown ? unknown : answer.Refusal is null;
}
