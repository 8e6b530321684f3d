using Helpdesk.Contracts.Tickets;
using Helpdesk.Domain.Attachments;
using Helpdesk.Domain.Categories;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Grains.Tickets;

/// <summary>Loads a ticket, asks the rules, appends what follows. Nothing is decided here.</summary>
public sealed partial class TicketGrain(
    ITicketStore store, IMemberDirectory members, ISlaSituations situations, IListsInForce lists, ICustomerReplies replies,
    IUploads uploads, AnswerReaders readers, TimeProvider time, ILogger<TicketGrain> log)
    : AggregateGrain<Ticket, TicketEvent>(store, time, log), ITicketGrain
{
    private TicketId Id => new(KeyId);

    public Task<Result<TicketOutcome>> Change(
        Caller caller, CommandId id, ChangeTicket change, int? version, CancellationToken cancellation) => Ask<TicketOutcome>(async () =>
    {
        var sorting = change is { Category.IsSet: false, Queue.IsSet: false, Team.IsSet: false }
            ? null : await lists.Of(Tenant, cancellation);
        var assigneeServes = change.Assignee.Value is not { } assignee || await Serves(assignee, cancellation);
        return await Act(caller, id, version, Decide, cancellation);

        // Whoever is assigned already may have left in the meantime; that does not forbid changing something else.
        Decision<TicketEvent> Decide(Ticket ticket, Member member)
        {
            var decision = TicketChanges.Change(ticket, change, member, sorting);
            return !assigneeServes && change.Assignee.Differs(ticket.Assignee)
                ? Error.Together(decision.Refusal, TicketErrors.NotStaff("/assignee"))! : decision;
        }
    });

    public Task<Result<TicketOutcome>> HandOver(
        Caller caller, CommandId id, AccountId from, AccountId? to, string? team, CancellationToken cancellation) =>
        Ask<TicketOutcome>(async () =>
    {
        var word = team is null ? null : (await lists.Of(Tenant, cancellation)).Lists.Spelled(ListKind.Team, team);
        return await Act(caller, id, null, (ticket, _) => caller.Account is null
            ? TicketHandOver.Of(ticket, from, to, word)
            : AccessErrors.StaffOnly, cancellation);
    });

    public Task<Result<TicketOutcome>> Close(
        Caller caller, CommandId id, string? resolutionText, int? version, CancellationToken cancellation) =>
        Act(caller, id, version, (ticket, member) => TicketClosing.Close(ticket, resolutionText, member), cancellation);

    public Task<Result<TicketOutcome>> Confirm(Caller caller, CommandId id, string? comment, CancellationToken cancellation) =>
        Act(caller, id, null, (ticket, member) => TicketClosing.Confirm(ticket, Words(id), comment, member), cancellation);

    public Task<Result<TicketOutcome>> Reopen(Caller caller, CommandId id, string? reason, CancellationToken cancellation) =>
        Ask<TicketOutcome>(async () =>
    {
        var rules = await replies.RepliesTo(Tenant, cancellation);
        var said = reason is null ? null : new AddComment(Words(id), reason, Visibility.Public);
        return await OrElsewhere(caller, id, said, await ActAt(
            caller, id, null,
            (ticket, member, now) => TicketClosing.Reopen(ticket, Words(id), reason, member, rules, now), cancellation),
            asks: true, cancellation);
    });

    public Task<Result<TicketOutcome>> DeclineReopen(Caller caller, CommandId id, string reason, CancellationToken cancellation) =>
        Act(caller, id, null, (ticket, member) => TicketClosing.DeclineReopen(ticket, Words(id), reason, member), cancellation);

    public Task<Result<TicketOutcome>> Delete(Caller caller, CommandId id, int? version, CancellationToken cancellation) =>
        Act(caller, id, version, TicketClosing.Delete, cancellation);

    public Task<Result<TicketOutcome>> Link(
        Caller caller, CommandId id, TicketId other, string otherNumber, LinkKind kind, CancellationToken cancellation) =>
        Act(caller, id, null, (ticket, member) => TicketPairs.Link(ticket, other, otherNumber, kind, member), cancellation);

    public Task<Result<TicketOutcome>> Unlink(Caller caller, CommandId id, TicketId other, LinkKind kind, CancellationToken cancellation) =>
        Act(caller, id, null, (ticket, member) => TicketPairs.Unlink(ticket, other, kind, member), cancellation);

    public Task<Result<TicketOutcome>> Absorb(
        Caller caller, CommandId id, TicketId source, string sourceNumber, CancellationToken cancellation) =>
        Act(caller, id, null, (ticket, member) => TicketPairs.Absorb(ticket, source, sourceNumber, member), cancellation);

    public Task<Result<TicketOutcome>> Release(Caller caller, CommandId id, TicketId source, CancellationToken cancellation) =>
        Act(caller, id, null, (ticket, member) => TicketPairs.Release(ticket, source, member), cancellation);

    public async Task<Result<TicketOutcome>> Merge(
        Caller caller, CommandId id, MergeTarget target, int? version, CancellationToken cancellation)
    {
        var near = await MergeInto(caller, id.Rehearsal(), target, version, cancellation);
        if (near.Refusal is not null || near.Value.Replayed)
            return near;

        var far = GrainFactory.GetGrain<ITicketGrain>(GrainKeys.Of(Tenant, target.Ticket));
        var absorbed = await far.Absorb(caller, Commands.Aside("merge"), Id, near.Value.View.Ticket.Number, cancellation);
        return absorbed.Refusal is not null ? absorbed : await MergeInto(caller, id, target, version, cancellation);
    }

    public Task<Result<TicketOutcome>> MergeInto(
        Caller caller, CommandId id, MergeTarget target, int? version, CancellationToken cancellation) =>
        Act(caller, id, version, (ticket, member) => TicketPairs.MergeInto(ticket, target, member), cancellation);

    public Task<Result<TicketOutcome>> Unmerge(Caller caller, CommandId id, TicketId? target, CancellationToken cancellation) =>
        Act(caller, id, null, (ticket, member) => TicketPairs.Unmerge(ticket, target, member), cancellation);

    public Task<Result<TicketOutcome>> Tag(Caller caller, CommandId id, string tag, int? version, CancellationToken cancellation) =>
        Act(caller, id, version, (ticket, member) => TicketTags.Add(ticket, tag, member), cancellation);

    public Task<Result<TicketOutcome>> Untag(Caller caller, CommandId id, string tag, int? version, CancellationToken cancellation) =>
        Act(caller, id, version, (ticket, member) => TicketTags.Remove(ticket, tag, member), cancellation);

    public Task<Result<SatisfactionView>> Satisfaction(Caller caller, int? closing, CancellationToken cancellation) =>
        Ask<SatisfactionView>(async () =>
    {
        var ticket = await Load(cancellation);
        var member = Rater(caller, closing, ticket).ToMember();
        if (Hidden(member, ticket) is { } hidden)
            return hidden;
        if (closing is not null && closing != ticket!.Closings)
            return TicketErrors.RatingVoid;

        return SatisfactionView.Of(ticket!, closing, member, Now, replayed: false);
    });

    public Task<Result<SatisfactionView>> Rate(
        Caller caller, CommandId id, int? closing, int score, string? comment, CancellationToken cancellation) =>
            Ask<SatisfactionView>(async () =>
    {
        var rater = Rater(caller, closing, await Load(cancellation));
        var result = await Execute(
            rater, id,
            (present, now) => present is null ? AccessErrors.NotFound
                : TicketSatisfaction.Rate(present, closing, score, comment, rater.ToMember(), now),
            cancellation);
        return result.Refused(out var why, out var effect)
            ? why
            : SatisfactionView.Of(effect.State, closing, rater.ToMember(), Now, effect.Replayed);
    });

    public async Task Look(string kind, CancellationToken cancellation)
    {
        if (kind == TicketScheduling.SendLook)
        {
            await SendDue(cancellation);
            return;
        }

        var ticket = await Load(cancellation);
        var situation = await situations.For(Tenant, ticket?.Clock, cancellation);
        var words = (await lists.Of(Tenant, cancellation)).Lists;
        await LookAtDue((present, now) => TicketPlanning.Look(present, situation, words, now), cancellation);
    }

    public Task<Result<TicketSla>> Sla(Caller caller, CancellationToken cancellation) => Ask<TicketSla>(async () =>
    {
        var ticket = await Load(cancellation);
        if (Hidden(caller.ToMember(), ticket) is { } hidden)
            return hidden;
        if (TicketAccess.Refusal(caller.ToMember(), ticket!, TicketAct.ReadSla) is { } refused)
            return refused;

        return TicketSla.Of(ticket!.Clock, (await situations.For(Tenant, ticket.Clock, cancellation)).Rules, Now) with
        {
            AwaitsMailSince = TicketAnswers.AwaitedSince(ticket),
        };
    });

    public async Task<Result<TicketOutcome>> Reevaluate(Caller caller, CommandId id, CancellationToken cancellation) =>
        await Ask<TicketOutcome>(async () =>
    {
        var situation = await situations.For(Tenant, null, cancellation);
        return await Act(caller, id, null, (ticket, member) => TicketPlanning.Reevaluate(ticket, situation, member), cancellation);
    });

    protected override async ValueTask<IReadOnlyList<TicketEvent>> Complete(
        IReadOnlyList<TicketEvent> decided, Ticket after, Instant now, CancellationToken cancellation) =>
        TicketPlanning.Complete(decided, after, await situations.For(Tenant, after.Clock, cancellation), now);

    protected override void Committed(IReadOnlyList<Recorded<TicketEvent>> events) => comments.Follow(Id, State!, events);

    private Task<Result<TicketOutcome>> Act(
        Caller caller, CommandId id, int? version, Func<Ticket, Member, Decision<TicketEvent>> decide, CancellationToken cancellation) =>
        ActAt(caller, id, version, (ticket, member, _) => decide(ticket, member), cancellation);

    private async Task<Result<TicketOutcome>> ActAt(
        Caller caller, CommandId id, int? version, Func<Ticket, Member, Instant, Decision<TicketEvent>> decide,
        CancellationToken cancellation)
    {
        var member = caller.ToMember();
        var effect = await Execute(
            caller, id, (present, now) => present is null ? AccessErrors.NotFound : Decide(present, now), cancellation);
        return effect.Refused(out var why, out var done)
            ? why : TicketOutcome.Of(new(done.Stream), done.State, done.Events, member, Now, done.Replayed);

        // Rights come first: a stale version must not tell a stranger that the ticket exists.
        Decision<TicketEvent> Decide(Ticket ticket, Instant now) =>
            TicketAccess.Refusal(member, ticket, TicketAct.Read) is { } hidden ? hidden
            : version.IsStale(TicketDisclosure.VersionTo(member, ticket)) ? FeedErrors.Stale
            : decide(ticket, member, now);
    }

    // The comment that an act's words become: the same for a retry of the act.
    private static Guid Words(CommandId id) => id.Step("words").Id;

    // The link came to the requester's mailbox; where the act came from tells it from one that was signed in for.
    private static Caller Rater(Caller caller, int? closing, Ticket? ticket) =>
        closing is null || ticket is null ? caller : caller with { Account = ticket.Requester, Role = Role.Customer };

    private static Error? Hidden(Member member, Ticket? ticket) =>
        ticket is null ? AccessErrors.NotFound : TicketAccess.Refusal(member, ticket, TicketAct.Read);

    private async Task<bool> Serves(AccountId account, CancellationToken cancellation) =>
        await members.Find(Tenant, account, cancellation) is { Serves: true };
}
