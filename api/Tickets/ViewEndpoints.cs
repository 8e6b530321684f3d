using Helpdesk.Api.FeatureFlags;
using Helpdesk.Api.SignIn;
using Helpdesk.Domain.Categories;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Tickets;

/// <summary>
/// Lists that staff come back to: their own, shared ones, and those that everybody has. At the desk they run over all tenants served.
/// </summary>
internal static class ViewEndpoints
{
    public static RouteGroupBuilder MapViews(this RouteGroupBuilder tenant)
    {
        var views = tenant.MapGroup("/views").WithTags("Views").RequireStaff().RequirePerson();
        views.MapGet("", List).Named("ListViews").Answers<ViewListResponse>();
        views.MapPost("", Add).Named("AddView").Creates<ViewResponse>().Refuses(AccessErrors.RoleRequired, ViewErrors.TooMany);
        views.MapGet("/counts", Counts).Named("CountViews").StoppedBy(FlagGates.StopTicketLists).Heavy().Answers<ViewCountsResponse>();
        views.MapPut("/order", Order).Named("OrderViews").Answers<ViewOrderResponse>();
        views.MapGet("/{id}", Read).Named("ReadView").AnswersVersion<ViewResponse>();
        views.MapPut("/{id}", Replace).Named("ReplaceView").AnswersVersion<ViewResponse>()
            .WithMetadata(new TakesIfMatch(IfMatchUse.Required)).Refuses(AccessErrors.RoleRequired);
        views.MapDelete("/{id}", Delete).Named("DeleteView").AnswersNothing()
            .WithMetadata(new TakesIfMatch(IfMatchUse.Required)).Refuses(AccessErrors.RoleRequired);
        return tenant;
    }

    private static async Task<IResult> List(HttpContext context, ViewShelves shelves) =>
        Json.Ok(new ViewListResponse(await shelves.Of(context)));

    private static async Task<IResult> Counts(HttpContext context, ViewShelves shelves, ViewCounts counts, IPeopleStore people)
    {
        var scope = await TicketScope.Of(context, people);
        return Json.Ok(new ViewCountsResponse(await counts.Of(context, scope, await shelves.Of(context))));
    }

    private static async Task<IResult> Order(Body<ViewOrderRequest> body, HttpContext context, ISavedViews views)
    {
        var keys = body.Value.Keys ?? [];
        await views.SaveOrder(context.Member(), keys, context.RequestAborted);
        return Json.Ok(new ViewOrderResponse(keys));
    }

    private static async Task<IResult> Add(Body<ViewRequest> body, HttpContext context, ISavedViews views, ViewShelves shelves)
    {
        var (member, command) = (context.Member(), context.CommandId());
        var view = body.Value.ToDomain(command.Id, member.Account);
        if ((ViewAccess.Refusal(member, before: null, view) ?? await shelves.Unknown(context, view, before: null)) is { } refusal)
            return Problems.Of(refusal);
        if ((await views.Add(member.Tenant, view, command.Fingerprint, context.RequestAborted)).Refused(out var why, out var added))
            return Problems.Of(why);
        Replay.Mark(context, added.Replayed);
        context.Response.SetETag(added.View.Version);
        return Json.Created($"{context.Request.Path}/{added.View.Id:D}", await shelves.Shown(context, added.View));
    }

    private static async Task<IResult> Read(string id, HttpContext context, ViewShelves shelves)
    {
        if (await shelves.Find(context, id) is not { } view)
            return Problems.Of(AccessErrors.NotFound);
        context.Response.SetETag(view.Version);
        return Json.Ok(await shelves.Shown(context, view));
    }

    private static async Task<IResult> Replace(
        string id, Body<ViewRequest> body, HttpContext context, ISavedViews views, ViewShelves shelves)
    {
        var member = context.Member();
        if (await shelves.Find(context, id) is not { } before)
            return Problems.Of(AccessErrors.NotFound);
        var after = body.Value.ToDomain(before.Id, before.Owner);
        if ((ViewAccess.Refusal(member, before, after) ?? await shelves.Unknown(context, after, before)) is { } refusal)
            return Problems.Of(refusal);
        var version = context.RequiredVersion();
        if ((version is Versions.Any || version == before.Version) && before.Says(after))
            return await Read(id, context, shelves);
        var at = version is Versions.Any ? before.Version : version;
        if (await views.Save(member.Tenant, after, at, context.RequestAborted) is not { } saved)
            return Problems.Of(FeedErrors.Stale);
        context.Response.SetETag(saved.Version);
        return Json.Ok(await shelves.Shown(context, saved));
    }

    private static async Task<IResult> Delete(string id, HttpContext context, ISavedViews views, ViewShelves shelves)
    {
        if (await shelves.Find(context, id) is not { } view)
            return Problems.Of(AccessErrors.NotFound);
        if (!ViewAccess.MayChange(context.Member(), view))
            return Problems.Of(AccessErrors.RoleRequired);
        var version = context.RequiredVersion();
        var at = version is Versions.Any ? view.Version : version;
        return await views.Remove(context.Member().Tenant, view.Id, at, context.RequestAborted)
            ? TypedResults.NoContent() : Problems.Of(FeedErrors.Stale);
    }
}

/// <summary>The views of whoever asks, as they may see them.</summary>
internal sealed class ViewShelves(ISavedViews views, IListsInForce lists)
{
    public async Task<IReadOnlyList<ViewResponse>> Of(HttpContext context)
    {
        var member = context.Member();
        var shelf = await views.Of(member, context.RequestAborted);
        var listed = (await lists.Of(member.Tenant, context.RequestAborted)).Lists;
        var teams = TeamsOf(member, listed);
        var place = shelf.Order.Index().ToDictionary(one => one.Item, one => one.Index, StringComparer.Ordinal);
        return
        [
            .. BuiltInView.All.Select(view => ViewResponse.Of(view))
                .Concat(shelf.Views.Where(view => ViewAccess.IsSeenBy(member, teams, view))
                    .Select(view => ViewResponse.Of(view, member, Unlisted(view, member, listed))))
                .OrderBy(view => place.GetValueOrDefault(view.Key, int.MaxValue)),
        ];
    }

    /// <returns><c>null</c>: there is none that the caller may see.</returns>
    public async Task<SavedView?> Find(HttpContext context, string id)
    {
        var member = context.Member();
        var view = await views.Find(member.Tenant, Paths.Id(id), context.RequestAborted);
        var listed = (await lists.Of(member.Tenant, context.RequestAborted)).Lists;
        return view is not null && ViewAccess.IsSeenBy(member, TeamsOf(member, listed), view) ? view : null;
    }

    /// <summary>Teams that are not in the lists; those that the view was shared with before may stay.</summary>
    public async Task<Error?> Unknown(HttpContext context, SavedView view, SavedView? before)
    {
        if (view.Teams.IsEmpty)
            return null;
        var listed = (await lists.Of(context.Member().Tenant, context.RequestAborted)).Lists;
        var faults = view.Teams.Index().Where(team => listed.Find(ListKind.Team, team.Item) is null
            && before?.Teams.Contains(team.Item, TicketKeys.Comparer) != true)
            .Select(team => FieldCode.UnknownTeam.At(FormattableString.Invariant($"/teams/{team.Index}"))).ToList();
        return faults.Count > 0 ? Error.Invalid(faults) : null;
    }

    public async Task<ViewResponse> Shown(HttpContext context, SavedView view)
    {
        var member = context.Member();
        return ViewResponse.Of(view, member, Unlisted(view, member, (await lists.Of(member.Tenant, context.RequestAborted)).Lists));
    }

    private static IEnumerable<string> TeamsOf(Member member, TicketLists lists) =>
        lists.Teams.Where(team => team.Members.Contains(member.Account)).Select(team => team.Key);

    // At the desk each tenant has lists of its own, and a word may be in some of them.
    private static IReadOnlyList<string> Unlisted(SavedView view, Member member, TicketLists lists)
    {
        if (member.Tenant == TenantId.Platform)
            return [];
        var asked = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(view.Filters);
        return [.. new[] { ("category", ListKind.Category), ("queue", ListKind.Queue), ("team", ListKind.Team) }
            .Where(one => asked.TryGetValue(one.Item1, out var words)
                && words.SelectMany(static word => (word ?? "").Split(',')).Any(word => lists.Find(one.Item2, word) is null))
            .Select(static one => one.Item1)];
    }
}
