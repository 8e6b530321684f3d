using Helpdesk.Api.SignIn;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Tenants;

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
        var (limit, after) = (query.Limit(), query.Cursor<PlaceText>(cursors, "parked-items")?.Place);
        query.Done();

        var found = await items.List(Scope(context), after, limit + 1, context.RequestAborted);
        var page = found.Take(limit).ToList();
        var forOperators = Scope(context) is null;
        return Json.Ok(new ParkedItemListResponse(
            [.. page.Select(item => ParkedItemResponse.Of(item, forOperators))],
            found.Count > limit ? cursors.Seal(context, "parked-items", PlaceText.Of(page[^1].Place)) : null));
    }

    private static async Task<IResult> Replay(string id, HttpContext context, IParkedItems items, TimeProvider time) =>
        await items.Replay(Scope(context), Paths.Id(id), context.Trace(time), context.RequestAborted) switch
        {
            Replayed.NotFound => Problems.Of(AccessErrors.NotFound),
            Replayed.StillUnreadable => Problems.Of(FeedErrors.StillUnreadable),
            _ => TypedResults.NoContent(),
        };

    // null: all of them. Members of the platform with this role are operators, and this is the console.
    private static TenantId? Scope(HttpContext context) =>
        context.Member().Tenant == TenantId.Platform ? null : context.Member().Tenant;

    private sealed record PlaceText(long Microseconds, Guid Id)
    {
        public ParkedPlace Place => new(Instant.FromUnixTimeTicks(Microseconds * 10), Id);

        public static PlaceText Of(ParkedPlace place) => new(place.FirstAt.ToUnixTimeTicks() / 10, place.Id);
    }
}
