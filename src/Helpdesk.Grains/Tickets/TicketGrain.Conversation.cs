using Helpdesk.Contracts.Tickets;
using Helpdesk.Domain.Attachments;
using Helpdesk.Domain.Tickets;
using Helpdesk.Grains.Attachments;

namespace Helpdesk.Grains.Tickets;

/// <summary>What is said on a ticket: reading and writing the conversation.</summary>
public sealed partial class TicketGrain
{
    // So many of the newest links are looked through for a follow-up.
    private const int MostFollowUps = 20;

    private readonly TicketComments comments = new();

    public Task<Result<TicketDetails>> Read(Caller caller, int comments, CancellationToken cancellation) => Ask<TicketDetails>(async () =>
    {
        var beginning = comments > 0 ? await Beginning(cancellation) : null;
        var (member, ticket) = (caller.ToMember(), await Load(cancellation));
        if (Hidden(member, ticket) is { } refused)
            return refused;

        var page = comments > 0 ? await Page(ticket!, member, beginning, null, comments, cancellation) : [];
        return new TicketDetails(TicketView.Of(Id, ticket!, member, Now), CommentPage.Of(page, ticket!, member, comments));
    });

    public Task<Result<CommentPage>> Comments(Caller caller, CommentPosition? after, int limit, CancellationToken cancellation) =>
        Ask<CommentPage>(async () =>
    {
        var beginning = after is null ? await Beginning(cancellation) : null;
        var (member, ticket) = (caller.ToMember(), await Load(cancellation));
        if (Hidden(member, ticket) is { } refused)
            return refused;

        return CommentPage.Of(await Page(ticket!, member, beginning, after, limit, cancellation), ticket!, member, limit);
    });

    public Task<Result<CommentPage>> NewestComments(
        Caller caller, CommentPosition? before, int limit, CancellationToken cancellation) => Ask<CommentPage>(async () =>
    {
        var (member, ticket) = (caller.ToMember(), await Load(cancellation));
        if (Hidden(member, ticket) is { } refused)
            return refused;

        return CommentPage.Of(await store.Comments(Conversation(ticket!, member, before, limit) with { Descending = true }, cancellation),
            ticket!, member, limit);
    });

    public Task<Result<TicketComment>> ReadComment(Caller caller, Guid comment, CancellationToken cancellation) =>
        Ask<TicketComment>(async () =>
    {
        var (member, ticket) = (caller.ToMember(), await Load(cancellation));
        if (Hidden(member, ticket) is { } refused)
            return refused;

        return await One(ticket!, member, comment, cancellation) is [var found, ..] ? found : AccessErrors.NotFound;
    });

    public Task<Result<TicketOutcome>> Comment(
        Caller caller, CommandId id, AddComment command, CancellationToken cancellation) => Ask<TicketOutcome>(async () =>
    {
        var rules = await replies.RepliesTo(Tenant, cancellation);
        var files = await uploads.Named(Tenant, command.Attachments, cancellation);
        var ticket = await Load(cancellation);
        var reader = await readers.Of(Id, ticket, command, caller, Now, cancellation);
        var since = await Since(ticket, command.Seen, caller.ToMember(), cancellation);
        return await OrElsewhere(caller, id, command, await ActAt(caller, id, null, Decide, cancellation), asks: false, cancellation);

        Decision<TicketEvent> Decide(Ticket ticket, Member member, Instant now) => command.SendAt is not null
            ? TicketScheduling.Schedule(ticket, command, files, member, now, since)
            : TicketFiles.With(
                TicketConversation.Comment(ticket, command, member, rules, now, reader, since), ticket, command.Attachments, files, member,
                now);
    });

    public Task<Result<TicketOutcome>> AnswerDelivered(
        Caller caller, CommandId id, AnswerReport report, CancellationToken cancellation) => ActAt(
            caller, id, null,
            (ticket, _, now) => caller.Account is null ? TicketAnswers.Delivered(ticket, report, now) : AccessErrors.StaffOnly,
            cancellation);

    public Task<Result<TicketOutcome>> GoOn(
        Caller caller, CommandId id, AddComment? said, bool asks, CancellationToken cancellation) => Ask<TicketOutcome>(async () =>
    {
        var (rules, named) = (await replies.RepliesTo(Tenant, cancellation), said?.Attachments ?? []);
        var files = await uploads.Named(Tenant, named, cancellation);
        return await OrElsewhere(caller, id, said, await ActAt(caller, id, null, Decide, cancellation), asks, cancellation);

        Decision<TicketEvent> Decide(Ticket ticket, Member member, Instant now) => TicketFiles.With(
            TicketFollowUps.GoOn(ticket, said, asks, member, rules, now), ticket, named, files, member, now);
    });

    public Task<Result<TicketOutcome>> Attach(
        Caller caller, CommandId id, Guid upload, Visibility visibility, CancellationToken cancellation) => Ask<TicketOutcome>(async () =>
    {
        var rules = await replies.RepliesTo(Tenant, cancellation);
        var file = (await uploads.Named(Tenant, [upload], cancellation)).FirstOrDefault();
        return await ActAt(
            caller, id, null,
            (ticket, member, now) => TicketFiles.Attach(ticket, upload, file, visibility, member, rules, now), cancellation);
    });

    public Task<Result<TicketOutcome>> RemoveAttachment(
        Caller caller, CommandId id, Guid attachment, string name, string? reason, CancellationToken cancellation) => ActAt(
            caller, id, null,
            (ticket, member, now) => TicketFiles.Remove(ticket, attachment, name, reason, member, now), cancellation);

    private async Task<Result<TicketOutcome>> OrElsewhere(
        Caller caller, CommandId id, AddComment? said, Result<TicketOutcome> here, bool asks, CancellationToken cancellation)
    {
        if (here.Refusal?.Is(TicketErrors.GoesElsewhere) != true)
            return here;
        return await KnownFollowUp(cancellation) is { } known
            ? await GrainFactory.GetGrain<ITicketGrain>(GrainKeys.Of(Tenant, known)).GoOn(caller, id, said, asks, cancellation)
            : await FollowUp(caller, id, said, cancellation);
    }

    // The newest that still takes what is written here. The links say which: who removes one says that it is another matter.
    private async Task<TicketId?> KnownFollowUp(CancellationToken cancellation)
    {
        var closed = new ClosedTicket(Id, State!);
        foreach (var link in State!.Links.Reverse().Where(link => link.Kind == LinkKind.RelatesTo).Take(MostFollowUps))
        {
            if (TicketFollowUps.Takes(await store.Load(Tenant, link.Other.Value, cancellation), closed))
                return link.Other;
        }

        return null;
    }

    // The new ticket begins with its half of the link. The other half is the platform's: links are not a customer's. Should it fail now,
    // FollowUpLinks writes it.
    private async Task<Result<TicketOutcome>> FollowUp(Caller caller, CommandId id, AddComment? command, CancellationToken cancellation)
    {
        var (intake, next) = (GrainFactory.GetGrain<ITicketIntakeGrain>(GrainKeys.Of(Tenant)), new TicketId(id.Step("follow-up").Id));
        var opened = await intake.FollowUp(caller, id, next, Id, command, cancellation);
        if (opened.Refused(out _, out var begun))
            return opened;

        var platform = new Caller(Tenant, Account: null, Role.Admin, Origin: "follow-up");
        await Link(
            platform, TicketFollowUps.Link(begun.View.Id), begun.View.Id, begun.View.Ticket.Number, LinkKind.RelatesTo, cancellation);
        return opened;
    }

    public Task<Result<TicketOutcome>> WithdrawComment(
        Caller caller, CommandId id, Guid comment, string? reason, CancellationToken cancellation) => Ask<TicketOutcome>(async () =>
    {
        var query = new CommentQuery(Tenant, [Stream], IncludeInternal: true, After: null, Limit: 1) { Comment = comment };
        var found = (await store.Comments(query, cancellation)).FirstOrDefault();
        return await ActAt(
            caller, id, null, (ticket, member, now) => TicketWithdrawal.Withdraw(ticket, found, reason, member, now), cancellation);
    });

    // null: nobody asks, or there is nothing to be seen.
    private async Task<SaidSince?> Since(Ticket? ticket, Guid? seen, Member member, CancellationToken cancellation)
    {
        if (seen is not { } last || Hidden(member, ticket) is not null)
            return null;
        var newest = await store.Comments(
            Conversation(ticket!, member, after: null, SaidSince.Most) with { Descending = true }, cancellation);
        var isKnown = last == Stream || newest.Any(comment => comment.Comment.Id == last)
            || (await One(ticket!, member, last, cancellation)).Count > 0;
        return SaidSince.Of(ticket!, last, isKnown, newest, member);
    }

    private Task<IReadOnlyList<TicketComment>> One(Ticket ticket, Member member, Guid comment, CancellationToken cancellation) =>
        store.Comments(Conversation(ticket, member, after: null, 1) with { Comment = comment }, cancellation);

    // The conversation from its start, as far as it can be had without a query of its own: from memory, or together with the ticket. null:
    // not at all.
    private async Task<IReadOnlyList<TicketComment>?> Beginning(CancellationToken cancellation)
    {
        if (IsLoaded && (State is null || !TicketComments.CanHold(State)))
            return null;
        if (IsLoaded && comments.AllOf(State!) is { } kept)
            return kept;

        var found = await store.LoadWithComments(Tenant, Stream, TicketComments.Most, cancellation);
        Remember(found?.Ticket);
        if (found is not { } both || !TicketComments.CanHold(both.Ticket))
            return null;
        comments.Keep(both.Ticket, both.Comments);
        return both.Comments;
    }

    // One more than asked for, where there is one: so the last page is known to be the last.
    private async Task<IReadOnlyList<TicketComment>> Page(
        Ticket ticket, Member member, IReadOnlyList<TicketComment>? beginning, CommentPosition? after, int limit,
        CancellationToken cancellation)
    {
        if (beginning is not null)
            return [.. beginning.Where(comment => TicketDisclosure.Shows(member, comment)).Take(limit + 1)];

        return await store.Comments(Conversation(ticket, member, after, limit), cancellation);
    }

    // One more than asked for.
    private CommentQuery Conversation(Ticket ticket, Member member, CommentPosition? after, int limit) =>
        new(Tenant, [Stream, .. TicketAccess.Merged(member, ticket)], member.IsStaff, after, limit + 1);
}
