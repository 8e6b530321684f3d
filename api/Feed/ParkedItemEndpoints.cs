using Helpdesk.Api.SignIn;
using Helpdesk.Domain.Feed;

namespace Helpdesk.Api.Feed;

/// <summary>What could not be handled: admins see and replay their tenant's, operators at the console that of all tenants.</summary>
internal static class ParkedItemEndpoints
{
    public static RouteGroupBuilder MapParkedItems(this RouteGroupBuilder group)
    {
        var items = group.MapGroup("/parked-items").WithTags("Parked items").RequireRole(Role.Admin);
        items.MapGet("", List).Named("ListParkedItems").Takes(QueryParameter.Limit, QueryParameter.Cursor)
            .Answers<ParkedItemListResponse>();
        items.MapPost("/{id}/replay", Replay).Named("ReplayParkedItem").AnswersNothing().Refuses(FeedErrors.StillUnreadable);
        return group;
    }

    private static async Task<IResult> List(HttpContext context, IParkedItems items, Cursors cursors)
    {
        var query = new QueryReader(context.Request);
        var (limit, place) = (query.Limit(), query.Cursor<PlaceText<Guid>>(cursors, "parked-items"));
        query.Done();

        ParkedPlace? after = place is null ? null : new(place.At, place.Entry);
        var found = await items.List(context.TenantOrAll(), after, limit + 1, context.RequestAborted);
        var page = found.Take(limit).ToList();
        var forOperators = context.TenantOrAll() is null;
        return Json.Ok(new ParkedItemListResponse(
            [.. page.Select(item => ParkedItemResponse.Of(item, forOperators))],
            found.Count > limit && page[^1].Place is var last
                ? cursors.Seal(context, "parked-items", PlaceText<Guid>.Of(last.FirstAt, last.Id)) : null));
    }

    private static async Task<IResult> Replay(string id, HttpContext context, IParkedItems items, TimeProvider time) =>
        await items.Replay(context.TenantOrAll(), Paths.Id(id), context.Trace(time), context.RequestAborted) switch
        {
            Replayed.NotFound => Problems.Of(AccessErrors.NotFound),
            Replayed.StillUnreadable => Problems.Of(FeedErrors.StillUnreadable),
            _ => TypedResults.NoContent(),
        };
}
