using System.Security.Cryptography;
using System.Text.Json;
using Helpdesk.Contracts.Tickets;
using Helpdesk.Domain.Tickets;
using Helpdesk.Grains.Hosting.Calls;

namespace Helpdesk.Api.Tickets;

/// <summary>Carries an act out on each of many tickets, a few at a time, or only says what it would do.</summary>
internal sealed class BulkActs(IGrainFactory grains, TenantPasses passes, DeskCallers desk)
{
    // A request is one of many: it must not take all that the cluster and the database have.
    private const int AtOnce = 8;

    public async Task<IReadOnlyList<BulkItemResponse>> Run(HttpContext context, TicketScope scope, BulkRequest request, bool isPreview)
    {
        var (asked, german) = (request.Items ?? [], AskedLanguage.IsGerman(context));
        // Bound to the act, not to the list: whoever repeats it for some of the tickets under the same key repeats it.
        var command = isPreview ? new CommandId(context.NewId(), "", FromKey: false, IsRehearsal: true)
            : context.CommandId() with { Fingerprint = FingerprintOf(request) };
        var callers = await desk.Of(context, scope, asked.Select(item => item.Tenant).Distinct(), isPreview);
        var answers = new BulkItemResponse[asked.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, asked.Count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = context.RequestAborted },
            async (at, cancellation) =>
            {
                var item = asked[at];
                var ticket = Http.Required.Value(item.Ticket);
                var answer = callers[item.Tenant ?? ""].Refused(out var refusal, out var caller) ? refusal
                    : await One(caller, command.Step($"{caller.Tenant}/{ticket:D}"), context, request, item, cancellation);
                answers[at] = Told(answer, item, request, caller, isPreview, german);
            });
        return answers;
    }

    private async Task<Result<TicketOutcome>> One(
        Caller caller, CommandId id, HttpContext context, BulkRequest request, BulkItemRequest item, CancellationToken cancellation)
    {
        passes.Enter(caller.Tenant);
        var ticket = grains.GetGrain<ITicketGrain>(GrainKeys.Of(caller.Tenant, Http.Required.Value(item.Ticket)));
        return request switch
        {
            { Change: { } change } => await ticket.Change(caller, id, change.ToDomain(caller), item.Version, cancellation),
            { AddTag: { } tag } => await ticket.Tag(caller, id, tag, item.Version, cancellation),
            { RemoveTag: { } tag } => await ticket.Untag(caller, id, tag, item.Version, cancellation),
            { Close: { } close } => await ticket.Close(caller, id, close.ResolutionText, item.Version, cancellation),
            { Comment: { } said } => await ticket.Comment(
                caller, id, new(context.NewId(), said.Body ?? "", said.Visibility ?? Visibility.Public), cancellation),
            _ => throw new InvalidOperationException("A request without an act is refused before."),
        };
    }

    private static BulkItemResponse Told(
        Result<TicketOutcome> answer, BulkItemRequest item, BulkRequest request, Caller? caller, bool isPreview, bool german)
    {
        var id = Http.Required.Value(item.Ticket);
        if (answer.Refused(out var refusal, out var outcome))
            return new(id, null, Problems.StatusOf(refusal.Kind), null, BulkProblem.Of(refusal, german)) { Tenant = item.Tenant };
        return new(id, outcome.View.Ticket.Number, StatusCodes.Status200OK, outcome.View.Ticket.Version, null)
        {
            Tenant = item.Tenant,
            Effects = isPreview ? BulkEffects.Of(request, outcome.View.Ticket, caller!) : null,
        };
    }

    private static string FingerprintOf(BulkRequest request) => Convert.ToBase64String(
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request with { Items = null }, StrictJson.Options)));
}

/// <summary>What an act would change of a ticket as it stands.</summary>
internal static class BulkEffects
{
    public static IReadOnlyList<BulkEffect> Of(BulkRequest request, Ticket ticket, Caller caller) => request switch
    {
        { Change: { } change } => [.. OfChange(change.ToDomain(caller), ticket)],
        { AddTag: { } tag } => ticket.Tags.Contains(tag, TicketKeys.Comparer) ? [] : [new("tag", null, tag)],
        { RemoveTag: { } tag } => ticket.Tags.Contains(tag, TicketKeys.Comparer) ? [new("tag", tag, null)] : [],
        { Close: not null } => [new("status", Words<TicketStatus>.Of(ticket.Status), Words<TicketStatus>.Of(TicketStatus.Closed))],
        { Comment: { } said } => [new("comment", null, Words<Visibility>.Of(said.Visibility ?? Visibility.Public))],
        _ => [],
    };

    private static IEnumerable<BulkEffect> OfChange(ChangeTicket change, Ticket ticket)
    {
        if (change.Status.Differs(ticket.Status))
            yield return new("status", Words<TicketStatus>.Of(ticket.Status), Words<TicketStatus>.Of(change.Status.Value));
        if (change.Priority.Differs(ticket.Priority))
            yield return new("priority", Words<Priority>.Of(ticket.Priority), Words<Priority>.Of(change.Priority.Value));
        if (change.Assignee.Differs(ticket.Assignee))
            yield return new("assignee", ticket.Assignee?.ToString(), change.Assignee.Value?.ToString());
        foreach (var (field, word, present) in new[]
        {
            ("category", change.Category, ticket.Category), ("queue", change.Queue, ticket.Queue), ("team", change.Team, ticket.Team),
        })
        {
            if (word.IsSet && !TicketKeys.AreSame(word.Value, present))
                yield return new(field, present, word.Value);
        }
    }
}
