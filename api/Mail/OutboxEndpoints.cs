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
        var after = query.Cursor<PlaceText>(cursors, list)?.Place;
        query.Done();

        var found = await outbox.List(Scope(context), states, after, limit + 1, context.RequestAborted);
        var page = found.Take(limit).ToList();
        return Json.Ok(new OutboxResponse(
            [.. page.Select(OutgoingMailResponse.Of)],
            found.Count > limit ? cursors.Seal(context, list, PlaceText.Of(page[^1].Mail.Place)) : null));
    }

    private static async Task<IResult> Retry(string id, HttpContext context, IOutbox outbox, TimeProvider time) =>
        await outbox.Retry(Scope(context), Paths.Id(id), context.Trace(time), context.RequestAborted) is { } refusal
            ? Problems.Of(refusal)
            : TypedResults.NoContent();

    // null: all of them. Members of the platform with this role are operators, and this is the console.
    private static TenantId? Scope(HttpContext context) =>
        context.Member().Tenant == TenantId.Platform ? null : context.Member().Tenant;

    private sealed record PlaceText(long Microseconds, Guid Id)
    {
        public MailPlace Place => new(Instant.FromUnixTimeTicks(Microseconds * 10), Id);

        public static PlaceText Of(MailPlace place) => new(place.QueuedAt.ToUnixTimeTicks() / 10, place.Id);
    }
}
