using Helpdesk.Contracts;
using Helpdesk.Contracts.Tickets;
using Helpdesk.Domain;
using Helpdesk.Domain.Access;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;
using Helpdesk.Grains.Access;
using Helpdesk.Grains.Feed;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Helpdesk.Grains.Tickets;

/// <summary>Loads a ticket, asks the rules, appends what follows. Nothing is decided here.</summary>
public sealed class TicketGrain(ITicketStore store, IMemberDirectory members, TimeProvider time, ILogger<TicketGrain> log)
    : AggregateGrain<Ticket, TicketEvent>(store, time, log), ITicketGrain
{
    private readonly TicketComments comments = new();

    protected override TenantId Tenant => new(GrainKeys.TenantOf(this.GetPrimaryKeyString()));

    protected override Guid Stream => GrainKeys.IdOf(this.GetPrimaryKeyString());

    public async Task<Answer<TicketOutcome>> Open(Caller caller, CommandId id, OpenTicketMessage command, CancellationToken cancellation)
    {
        var member = caller.ToMember();
        if (TicketOpening.Refusal(command.ToDomain(number: ""), member) is { } refused)
            return refused;
        if (await UnknownPeople(command, cancellation) is { } unknown)
            return unknown;

        var number = await GrainFactory.GetGrain<ITicketNumberGrain>(GrainKeys.Of(caller.Tenant)).Next(cancellation);
        if (number.Refusal is { } unavailable)
            return new(null, unavailable);

        var numbered = command.ToDomain(number.Value!);
        var effect = await Execute(
            caller, id, (present, _) => present is null ? TicketOpening.Open(numbered, member) : TicketErrors.NotFound, cancellation, begins: true);
        return Answer(effect, member);
    }

    public Task<Answer<TicketDetails>> Read(Caller caller, int comments, CancellationToken cancellation) => Ask<TicketDetails>(async () =>
    {
        var member = caller.ToMember();
        if (await Readable(member, withComments: comments > 0, cancellation) is var (ticket, refused) && refused is not null)
            return refused;

        var page = comments == 0 ? [] : await Page(ticket!, member, null, comments, cancellation);
        return new TicketDetails(TicketViews.Of(Stream, ticket!, member), TicketViews.Page(page, ticket!, member, comments));
    });

    public Task<Answer<CommentPage>> Comments(Caller caller, CommentPlace? after, int limit, CancellationToken cancellation) => Ask<CommentPage>(async () =>
    {
        var member = caller.ToMember();
        if (await Readable(member, withComments: after is null, cancellation) is var (ticket, refused) && refused is not null)
            return refused;

        return TicketViews.Page(await Page(ticket!, member, after, limit, cancellation), ticket!, member, limit);
    });

    public Task<Answer<TicketOutcome>> Comment(
        Caller caller, CommandId id, Guid comment, string body, Visibility visibility, CancellationToken cancellation) =>
        Act(caller, id, null, (ticket, member) => TicketConversation.Comment(ticket, new(comment, body, visibility), member), cancellation);

    public async Task<Answer<TicketOutcome>> Change(
        Caller caller, CommandId id, ChangeTicketMessage command, int? version, CancellationToken cancellation)
    {
        if (command.Assignee.Value is { } assignee && caller.Role != Role.Customer && !await IsStaff(assignee, cancellation))
            return TicketErrors.NotStaff("/assignee");

        var change = command.ToDomain();
        return await Act(caller, id, version, (ticket, member) => TicketChanges.Change(ticket, change, member), cancellation);
    }

    public Task<Answer<TicketOutcome>> Close(Caller caller, CommandId id, string? resolutionText, int? version, CancellationToken cancellation) =>
        Act(caller, id, version, (ticket, member) => TicketClosing.Close(ticket, resolutionText, member), cancellation);

    public Task<Answer<TicketOutcome>> Confirm(Caller caller, CommandId id, string? comment, CancellationToken cancellation) =>
        Act(caller, id, null, (ticket, member) => TicketClosing.Confirm(ticket, comment, member), cancellation);

    public Task<Answer<TicketOutcome>> Reopen(Caller caller, CommandId id, string? reason, CancellationToken cancellation) =>
        Act(caller, id, null, (ticket, member) => TicketClosing.Reopen(ticket, reason, member), cancellation);

    public Task<Answer<TicketOutcome>> Delete(Caller caller, CommandId id, int? version, CancellationToken cancellation) =>
        Act(caller, id, version, TicketClosing.Delete, cancellation);

    public Task<Answer<TicketOutcome>> Link(Caller caller, CommandId id, Guid other, LinkKind kind, CancellationToken cancellation) =>
        Act(caller, id, null, (ticket, member) => TicketPairs.Link(ticket, new(other), kind, member), cancellation);

    public Task<Answer<TicketOutcome>> Unlink(Caller caller, CommandId id, Guid other, LinkKind kind, CancellationToken cancellation) =>
        Act(caller, id, null, (ticket, member) => TicketPairs.Unlink(ticket, new(other), kind, member), cancellation);

    public Task<Answer<TicketOutcome>> Absorb(Caller caller, CommandId id, Guid source, string sourceNumber, CancellationToken cancellation) =>
        Act(caller, id, null, (ticket, member) => TicketPairs.Absorb(ticket, new(source), sourceNumber, member), cancellation);

    public Task<Answer<TicketOutcome>> Release(Caller caller, CommandId id, Guid source, CancellationToken cancellation) =>
        Act(caller, id, null, (ticket, member) => TicketPairs.Release(ticket, new(source), member), cancellation);

    public Task<Answer<TicketOutcome>> MergeInto(
        Caller caller, CommandId id, Guid target, string targetNumber, int? version, CancellationToken cancellation) =>
        Act(caller, id, version, (ticket, member) => TicketPairs.MergeInto(ticket, new(target), targetNumber, member), cancellation);

    public Task<Answer<TicketOutcome>> Unmerge(Caller caller, CommandId id, CancellationToken cancellation) =>
        Act(caller, id, null, TicketPairs.Unmerge, cancellation);

    protected override void Committed(IReadOnlyList<Recorded<TicketEvent>> events) => comments.Follow(new(Stream), events);

    private async Task<Answer<TicketOutcome>> Act(
        Caller caller, CommandId id, int? version, Func<Ticket, Member, Decision<TicketEvent>> decide, CancellationToken cancellation)
    {
        var member = caller.ToMember();
        var effect = await Execute(caller, id, (present, _) => present is null ? TicketErrors.NotFound : Decide(present), cancellation);
        return Answer(effect, member);

        // Rights come first: a stale version must not tell a stranger that the ticket exists.
        Decision<TicketEvent> Decide(Ticket ticket) =>
            TicketAccess.Refusal(member, ticket, TicketAct.Read) is { } hidden ? hidden
            : version is { } read && read != TicketViews.VersionFor(ticket, member) ? FeedErrors.Stale
            : decide(ticket, member);
    }

    private static Answer<TicketOutcome> Answer(Result<Effect> result, Member member)
    {
        if (result.Refused(out var why, out var effect))
            return why;

        var comment = effect.Events.LastOrDefault(recorded => recorded.Event is TicketEvent.Commented);
        return new TicketOutcome(
            TicketViews.Of(effect.Stream, effect.State, member),
            comment is null ? null : TicketViews.Of(new TicketComment(new(effect.Stream), comment)),
            effect.Replayed);
    }

    // A ticket in memory answers without a query; one that is not comes with its comments in one.
    private async Task<(Ticket?, Error?)> Readable(Member member, bool withComments, CancellationToken cancellation)
    {
        if (withComments && (!IsLoaded || comments.All is null))
            await LoadWithComments(cancellation);
        var ticket = await Load(cancellation);
        return ticket is null ? (null, TicketErrors.NotFound) : (ticket, TicketAccess.Refusal(member, ticket, TicketAct.Read));
    }

    private async Task<IReadOnlyList<TicketComment>> Page(Ticket ticket, Member member, CommentPlace? after, int limit, CancellationToken cancellation)
    {
        if (after is null && comments.All is { } all)
            return [.. all.Where(comment => TicketViews.MayRead(member, comment)).Take(limit)];

        var position = after is null ? null : new CommentPosition(Instant.FromDateTimeOffset(after.At), after.Ticket, after.Version);
        return await store.Comments(new(Tenant, [Stream, .. TicketAccess.Merged(member, ticket)], member.IsStaff, position, limit), cancellation);
    }

    private async Task<Answer<T>> Ask<T>(Func<Task<Answer<T>>> question)
    {
        try
        {
            return await question();
        }
        catch (StorageException)
        {
            Forget();
            return FeedErrors.Unreachable;
        }
    }

    private async Task LoadWithComments(CancellationToken cancellation)
    {
        var found = await store.LoadWithComments(Tenant, Stream, TicketComments.Most, cancellation);
        Remember(found?.Ticket);
        if (found is { } both)
            comments.Replace(both.Comments, both.Ticket);
    }

    private async Task<Error?> UnknownPeople(OpenTicketMessage command, CancellationToken cancellation)
    {
        if (command.Requester is { } requester && await members.Find(Tenant, new(requester), cancellation) is not { IsActive: true })
            return TicketErrors.UnknownMember("/requester");

        return command.Assignee is { } assignee && !await IsStaff(assignee, cancellation) ? TicketErrors.NotStaff("/assignee") : null;
    }

    private async Task<bool> IsStaff(Guid account, CancellationToken cancellation) =>
        await members.Find(Tenant, new(account), cancellation) is { IsActive: true, Role: not (Role.Customer or Role.Operator) };
}
