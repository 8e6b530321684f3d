using Helpdesk.Contracts.Tickets;
using Helpdesk.Domain.Tickets;
using Helpdesk.Grains.Attachments;

namespace Helpdesk.Grains.Tickets;

/// <summary>Answers that leave later.</summary>
public sealed partial class TicketGrain
{
    public Task<Result<TicketOutcome>> MoveScheduled(
        Caller caller, CommandId id, MoveAnswer move, CancellationToken cancellation) =>
        ActAt(caller, id, null, (ticket, member, now) => TicketScheduling.Move(ticket, move.Answer, move.To, member, now), cancellation);

    public Task<Result<TicketOutcome>> TakeBackScheduled(Caller caller, CommandId id, Guid answer, CancellationToken cancellation) =>
        Act(caller, id, null, (ticket, member) => TicketScheduling.TakeBack(ticket, answer, member), cancellation);

    public Task<Result<TicketOutcome>> SendScheduled(Caller caller, CommandId id, Guid answer, CancellationToken cancellation) =>
        Send(caller, id, answer, isDue: false, cancellation);

    private Task<Result<TicketOutcome>> Send(
        Caller caller, CommandId id, Guid answer, bool isDue, CancellationToken cancellation) => Ask<TicketOutcome>(async () =>
    {
        var ticket = await Load(cancellation);
        var scheduled = ticket?.Scheduled.FirstOrDefault(one => one.Id == answer);
        var rules = await replies.RepliesTo(Tenant, cancellation);
        var files = await uploads.Named(Tenant, scheduled?.Attachments ?? [], cancellation);
        var reader = scheduled is null ? null
            : await readers.Of(Id, ticket, TicketScheduling.AsComment(scheduled), caller, Now, cancellation);
        return await ActAt(
            caller, id, null,
            (present, member, now) => TicketScheduling.Send(present, answer, isDue, files, member, rules, now, reader), cancellation);
    });

    // Each leaves as its author's own act; what cannot leave is held back by the platform.
    private async Task SendDue(CancellationToken cancellation)
    {
        var held = new Dictionary<Guid, HeldBecause>();
        foreach (var answer in TicketScheduling.Due(await Load(cancellation), Now))
        {
            if (await SendOrNot(answer, cancellation) is { } why)
                held.Add(answer.Id, why);
        }

        await LookAtDue((ticket, now) => TicketScheduling.HoldBack(ticket, held, now), cancellation);
    }

    // null: it has left.
    private async Task<HeldBecause?> SendOrNot(ScheduledAnswer answer, CancellationToken cancellation)
    {
        var author = await members.Find(Tenant, answer.By, cancellation);
        if (author is not { Serves: true } || TicketScheduling.Hindrance(State!, answer, serves: true) is not null)
            return TicketScheduling.Hindrance(State!, answer, author is { Serves: true });

        var caller = new Caller(Tenant, answer.By, author.Role, Origin: "scheduled");
        var id = new CommandId(CommandId.Derive($"{answer.Id:D}|{answer.SendAt}|scheduled"), "scheduled", FromKey: true);
        if (!(await Send(caller, id, answer.Id, isDue: true, cancellation)).Refused(out var why, out _))
            return null;
        if (why.Kind is ErrorKind.Unavailable || why.Is(FeedErrors.Contended))
            throw new TimeoutException(why.Message);
        return await Load(cancellation) is { } present && present.Scheduled.FirstOrDefault(one => one.Id == answer.Id) is { } still
            ? TicketScheduling.Hindrance(present, still, serves: true) ?? HeldBecause.Refused : HeldBecause.Refused;
    }
}
