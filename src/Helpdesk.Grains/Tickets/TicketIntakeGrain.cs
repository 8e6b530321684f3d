using Helpdesk.Contracts.People;
using Helpdesk.Contracts.Tickets;
using Helpdesk.Domain.Attachments;
using Helpdesk.Domain.Categories;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;
using Helpdesk.Grains.Attachments;

namespace Helpdesk.Grains.Tickets;

/// <summary>
/// Opens tickets, side by side: each is a stream that nobody else knows yet, so they have nothing in common but the numbers. These come
/// from a block that was reserved in the database before. A crash loses the rest of a block: gaps are allowed, repeats are not.
/// </summary>
public sealed partial class TicketIntakeGrain(
    ITicketStore store, IMemberDirectory members, ISlaSituations situations, IListsInForce lists, ICustomerReplies replies,
    IUploads uploads, TimeProvider time, ILogger<TicketIntakeGrain> log)
    : Grain, ITicketIntakeGrain
{
    /// <summary>
    /// Numbers reserved at once: the first block is small, so that a quiet tenant has few gaps; a busy one writes rarely.
    /// </summary>
    private const int SmallestBlock = 10;
    private const int LargestBlock = 1_000;

    private TenantId? tenant;
    private int blockSize = SmallestBlock;
    private NumberBlock? block;
    private long next;
    private Task reserving = Task.CompletedTask;

    private TenantId Tenant => tenant ??= GrainKeys.TenantOf(this.GetPrimaryKeyString());

    public Task<Result<TicketOutcome>> Open(
        Caller caller, CommandId id, TicketId ticket, OpenTicket command, CancellationToken cancellation) =>
        Reached(ticket, () => Begin(caller, id, ticket, command, cancellation));

    public Task<Result<TicketOutcome>> FollowUp(
        Caller caller, CommandId id, TicketId ticket, TicketId closed, AddComment? command, CancellationToken cancellation) =>
        Reached(ticket, async () =>
    {
        if (await store.Load(Tenant, closed.Value, cancellation) is not { } found)
            return AccessErrors.NotFound;

        var (member, before) = (caller.ToMember(), new ClosedTicket(closed, found));
        var rules = await replies.RepliesTo(Tenant, cancellation);
        var refusal = TicketFollowUps.Refusal(before, command, member, rules, time.Now());
        var asked = command?.Attachments ?? [];
        var files = await uploads.Named(Tenant, asked, cancellation);
        refusal = Error.Together(refusal, TicketFiles.Refusal(null, asked, files, member, time.Now()));
        var number = refusal is null && !id.IsIncomplete ? await NextNumber(cancellation) : "";
        return await Record(caller, id, ticket, now => refusal ?? TicketFiles.With(
            TicketFollowUps.Open(before, command, number, caller.Group), null, asked, files, member, now), cancellation);
    });

    private async Task<Result<TicketOutcome>> Reached(TicketId ticket, Func<Task<Result<TicketOutcome>>> act)
    {
        try
        {
            return await act();
        }
        catch (StorageException unreachable)
        {
            LogUnreachable(log, ticket, unreachable);
            return FeedErrors.Of(unreachable);
        }
    }

    private async Task<Result<TicketOutcome>> Begin(
        Caller caller, CommandId id, TicketId ticket, OpenTicket command, CancellationToken cancellation)
    {
        var member = caller.ToMember();
        var requester = command.Requester is { } other && other != caller.Account ? await members.Find(Tenant, other, cancellation) : null;
        var sorting = await lists.Of(Tenant, cancellation);
        var refusal = TicketOpening.Refusal(command, member, sorting);
        if (refusal is null or { Kind: ErrorKind.Invalid })
            refusal = Error.Together(refusal, await UnknownPeople(caller, command, requester, cancellation));
        var files = await uploads.Named(Tenant, command.Attachments, cancellation);
        refusal = Error.Together(refusal, TicketFiles.Refusal(null, command.Attachments, files, member, time.Now()));

        var group = requester is null ? caller.Group : requester.Group;
        if (id.IsIncomplete)
            return refusal ?? FeedErrors.OnlyJudged;
        if (refusal is null && command.Contact is { } contact)
        {
            // A contact is noted before the ticket is opened, and for another request under the key of this one it must not be.
            if (id.FromKey && await store.FindOperation(Tenant, id.Id, cancellation) is { })
                return await Record(caller, id, ticket, _ => FeedErrors.KeyReused, cancellation);
            var noted = await GrainFactory.GetGrain<IPeopleGrain>(GrainKeys.Of(Tenant))
                .NoteContact(caller, id.Step("contact"), contact, cancellation);
            if (noted.Refused(out refusal, out var known))
                return refusal;
            (command, group) = (command with { Requester = known.State.Account }, known.State.Group);
        }

        // A refusal goes the same way: the command may be the retry of one that was accepted.
        var number = refusal is null ? await NextNumber(cancellation) : "";
        var opening = command with { RequesterGroup = group, Contact = null };
        return await Record(caller, id, ticket, now => refusal ?? TicketFiles.With(
            TicketOpening.Open(opening, number, member, sorting), null, opening.Attachments, files, member, now), cancellation);
    }

    private async Task<Result<TicketOutcome>> Record(
        Caller caller, CommandId id, TicketId ticket, Func<Instant, Decision<TicketEvent>> decide, CancellationToken cancellation)
    {
        var beginning = new Aggregate<Ticket, TicketEvent>(store, new Care(Tenant, ticket.Value, situations), time, log);
        var effect = await beginning.Execute(
            caller, id, (present, now) => present is null ? decide(now) : AccessErrors.NotFound, cancellation, begins: true);
        return effect.Refused(out var why, out var done)
            ? why : TicketOutcome.Of(new(done.Stream), done.State, done.Events, caller.ToMember(), time.Now(), done.Replayed);
    }

    // Those that find the block used up wait for the same reservation.
    private async ValueTask<string> NextNumber(CancellationToken cancellation)
    {
        while (block is null || next > block.Last)
        {
            if (reserving.IsCompleted)
                reserving = Reserve();
            await reserving.WaitAsync(cancellation);
        }

        return TicketNumber.Of(block.Prefix, next++);
    }

    // For everybody who waits, so nobody who leaves cuts it off.
    private async Task Reserve()
    {
        block = await store.ReserveNumbers(Tenant, blockSize, CancellationToken.None);
        next = block.First;
        blockSize = Math.Min(blockSize * 4, LargestBlock);
    }

    private async Task<Error?> UnknownPeople(Caller caller, OpenTicket command, MemberRecord? requester, CancellationToken cancellation)
    {
        var nobody = command.Requester is { } other && other != caller.Account
            && requester is not ({ IsActive: true } or { IsExpected: true }) ? TicketErrors.UnknownMember("/requester") : null;
        return Error.Together(nobody,
            command.Assignee is { } assignee && await members.Find(Tenant, assignee, cancellation) is not { Serves: true }
                ? TicketErrors.NotStaff("/assignee") : null);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The database cannot be reached to open ticket {Ticket}.")]
    private static partial void LogUnreachable(ILogger log, TicketId ticket, Exception exception);

    private sealed class Care(TenantId tenant, Guid ticket, ISlaSituations situations) : IAggregateCare<Ticket, TicketEvent>
    {
        public TenantId Tenant => tenant;

        public Guid Stream => ticket;

        public async ValueTask<IReadOnlyList<TicketEvent>> Complete(
            IReadOnlyList<TicketEvent> decided, Ticket after, Instant now, CancellationToken cancellation) =>
            TicketPlanning.Complete(decided, after, await situations.For(tenant, after.Clock, cancellation), now);
    }
}
