using Helpdesk.Api.SignIn;
using Helpdesk.Domain.Mail;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Api.Mail;

/// <summary>Mails on their way: admins see their tenant's, operators at the console those of all tenants.</summary>
internal static class OutboxEndpoints
{
    private static readonly QueryParameter State = QueryParameter.AnyOf<MailState>(
        "state", "Only mails in one of these states, by commas. Default: all.");

    public static RouteGroupBuilder MapOutbox(this RouteGroupBuilder group)
    {
        var outbox = group.MapGroup("/outbox").WithTags("Mail").RequireRole(Role.Admin);
        outbox.MapGet("", List).Named("ListOutbox").Takes(QueryParameter.Limit, QueryParameter.Cursor, State)
            .Answers<OutboxResponse>();
        outbox.MapPost("/{id}/retry", Retry).Named("RetryMail").AnswersNothing().Refuses(MailErrors.NothingToRetry, MailErrors.LinkEnded);
        return group;
    }

    private static async Task<IResult> List(HttpContext context, IOutbox outbox, Cursors cursors)
    {
        var query = new QueryReader(context.Request);
        var (limit, states) = (query.Limit(), query.Words<MailState>("state"));
        var list = $"outbox|{string.Join(',', states)}";
        var place = query.Cursor<PlaceText<Guid>>(cursors, list);
        query.Done();

        MailPlace? after = place is null ? null : new(place.At, place.Entry);
        var found = await outbox.List(context.TenantOrAll(), states, after, limit + 1, context.RequestAborted);
        var (page, german) = (found.Take(limit).ToList(), AskedLanguage.IsGerman(context));
        return Json.Ok(new OutboxResponse(
            [.. page.Select(mail => context.TenantOrAll() is null
                ? OutgoingMailResponse.ForOperators(mail, german) : OutgoingMailResponse.Of(mail, german))],
            found.Count > limit && page[^1].Mail.Place is var last
                ? cursors.Seal(context, list, PlaceText<Guid>.Of(last.QueuedAt, last.Id)) : null));
    }

    private static async Task<IResult> Retry(string id, HttpContext context, IOutbox outbox, TimeProvider time) =>
        await outbox.Retry(context.TenantOrAll(), Paths.Id(id), context.Trace(time), context.RequestAborted) is { } refusal
            ? Problems.Of(refusal)
            : TypedResults.NoContent();
}
