using Helpdesk.Contracts.Tickets;
using Helpdesk.Domain.Mail;
using Helpdesk.Domain.Tickets;
using Helpdesk.Grains.Hosting.Calls;

namespace Helpdesk.Grains.Tickets;

/// <summary>
/// Tells tickets that the mail of an answer was accepted, or that there is none after all: from then on it counts. A report that comes
/// twice, or after the ticket went on, is the ticket's own to judge.
/// </summary>
public sealed class DeliveredAnswers(IGrainFactory grains, IEventReader events, TenantPasses passes) : FeedConsumer
{
    public override string Name => "delivered-answers";

    public override IReadOnlyCollection<string> Kinds { get; } =
    [
        EventKind.Of(OutgoingMailEvent.Subject, typeof(OutgoingMailEvent.Accepted)),
        EventKind.Of(OutgoingMailEvent.Subject, typeof(OutgoingMailEvent.Spared)),
    ];

    public override async Task Handle(FeedEvent happened, CancellationToken cancellation)
    {
        var (answers, at) = events.Read<OutgoingMailEvent>(happened)?.Event switch
        {
            OutgoingMailEvent.Accepted accepted => (accepted.Answers, (Instant?)accepted.At),
            OutgoingMailEvent.Spared spared => (spared.Answers, null),
            _ => ([], null),
        };
        foreach (var answer in answers)
            await Tell(happened, answer, at, cancellation);
    }

    private async Task Tell(FeedEvent happened, ToldAnswer answer, Instant? at, CancellationToken cancellation)
    {
        passes.Enter(happened.Tenant);
        var platform = new Caller(happened.Tenant, Account: null, Role.Admin, Origin: "mail");
        var id = new CommandId(
            CommandId.Derive($"answer-delivered|{happened.Tenant}|{happened.Stream:D}|{happened.Version}|{answer.Comment:D}"),
            "answer-delivered", FromKey: true);
        var told = await grains.GetGrain<ITicketGrain>(GrainKeys.Of(happened.Tenant, answer.Ticket)).AnswerDelivered(
            platform, id, new(answer.Comment, at), cancellation);
        if (told.Refusal is { Kind: not ErrorKind.NotFound } refusal) // not now: the same event comes again
            throw new TimeoutException(refusal.Message);
    }
}
