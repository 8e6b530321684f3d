using Helpdesk.Api.SignIn;
using Helpdesk.Contracts.Categories;
using Helpdesk.Domain.Categories;
using Helpdesk.Domain.Programs;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Categories;

/// <summary>What a tenant sorts tickets by: categories, queues and teams, kept by its admins.</summary>
internal static class CategoryEndpoints
{
    public static RouteGroupBuilder MapCategories(this RouteGroupBuilder tenant)
    {
        Map<CategoryBody, CategoryResponse, CategoryListResponse>(
            tenant, "Category", "Categories", "/categories", CategoryReading.OfCategories);
        Map<QueueBody, QueueResponse, QueueListResponse>(tenant, "Queue", "Queues", "/queues", CategoryReading.OfQueues);
        Map<TeamBody, TeamResponse, TeamListResponse>(tenant, "Team", "Teams", "/teams", CategoryReading.OfTeams);
        return tenant;
    }

    private static void Map<TBody, TResponse, TList>(
        RouteGroupBuilder tenant, string name, string names, string path, ListReading<TBody, TResponse, TList> reading)
    {
        var kind = reading.Kind;
        var group = tenant.MapGroup(path).WithTags("Categories");

        // Customers choose a category when they open a ticket; how staff are organised is not for them.
        var shown = group.MapGroup("").RequireRole(kind == ListKind.Category ? Role.Customer : Role.Agent).AllowKeys(
            ApiScopes.TicketsRead, write: null);
        shown.MapGet("", (HttpContext context, IGrainFactory grains) => List(context, grains, reading)).Named("List" + names)
            .Answers<TList>();
        shown.MapGet(
            "/{key}", ([PathValue("support", Pattern = TicketKeys.Pattern)] string key, HttpContext context, IGrainFactory grains) =>
            Read(key, context, grains, reading)).Named("Read" + name).AnswersVersion<TResponse>();

        var changing = group.MapGroup("").RequireRole(Role.Admin);
        changing.MapPost("", (Body<TBody> body, HttpContext context, IGrainFactory grains) => Add(body.Value, context, grains, reading))
            .Named("Add" + name).Creates<TResponse>().Refuses(CategoryErrors.KeyTaken, CategoryErrors.TooMany);
        changing.MapPut(
            "/{key}", ([PathValue("support", Pattern = TicketKeys.Pattern)] string key, Body<TBody> body, HttpContext context,
            IGrainFactory grains) =>
            Replace(key, body.Value, context, grains, reading)).Named("Replace" + name).Changes<TResponse>(IfMatchUse.Required);
        changing.MapDelete(
            "/{key}", ([PathValue("support", Pattern = TicketKeys.Pattern)] string key, HttpContext context, IGrainFactory grains) =>
            Remove(key, context, grains, kind)).Named("Remove" + name).Removes(IfMatchUse.Optional).Refuses(CategoryErrors.InUse(kind));
    }

    private static async Task<IResult> List<TBody, TResponse, TList>(
        HttpContext context, IGrainFactory grains, ListReading<TBody, TResponse, TList> reading)
    {
        var answer = await Grain(context, grains).Entries(context.Caller(), reading.Kind, context.RequestAborted);
        return answer.Refusal is { } refusal ? Problems.Of(refusal) : Json.Ok(reading.List([.. answer.Value.Select(reading.Show)]));
    }

    private static async Task<IResult> Read<TBody, TResponse, TList>(
        string key, HttpContext context, IGrainFactory grains, ListReading<TBody, TResponse, TList> reading)
    {
        var answer = await Grain(context, grains).Entries(context.Caller(), reading.Kind, context.RequestAborted);
        if (answer.Refusal is { } refusal)
            return Problems.Of(refusal);

        var found = answer.Value.FirstOrDefault(placed => placed.Entry.Key == key);
        return found is null ? Problems.Of(AccessErrors.NotFound) : Shown(context, found, reading);
    }

    private static async Task<IResult> Add<TBody, TResponse, TList>(
        TBody body, HttpContext context, IGrainFactory grains, ListReading<TBody, TResponse, TList> reading)
    {
        var (entry, position) = reading.Read(body, null);
        var answer = await Grain(context, grains).Add(
            context.Caller(), context.CommandId(), reading.Kind, entry, position, context.RequestAborted);
        if (answer.Refusal is { } refusal)
            return Problems.Of(refusal);

        context.Response.SetETag(answer.Value.Entry.Revision);
        return Json.Created($"{context.Request.Path}/{Uri.EscapeDataString(answer.Value.Entry.Key)}", reading.Show(answer.Value));
    }

    private static async Task<IResult> Replace<TBody, TResponse, TList>(
        string key, TBody body, HttpContext context, IGrainFactory grains, ListReading<TBody, TResponse, TList> reading)
    {
        var revision = context.RequiredVersion();
        var (entry, position) = reading.Read(body, key);
        var answer = await Grain(context, grains).Change(
            context.Caller(), context.CommandId(), reading.Kind, entry, position, revision, context.RequestAborted);
        return answer.Refusal is { } refusal ? Problems.Of(refusal) : Shown(context, answer.Value, reading);
    }

    private static async Task<IResult> Remove(string key, HttpContext context, IGrainFactory grains, ListKind kind)
    {
        var answer = await Grain(context, grains).Remove(
            context.Caller(), context.CommandId(), kind, key, context.Version(), context.RequestAborted);
        return answer.Refusal is { } refusal ? Problems.Of(refusal) : TypedResults.NoContent();
    }

    private static IResult Shown<TBody, TResponse, TList>(
        HttpContext context, PlacedEntry placed, ListReading<TBody, TResponse, TList> reading)
    {
        context.Response.SetETag(placed.Entry.Revision);
        return Json.Ok(reading.Show(placed));
    }

    private static ITicketListsGrain Grain(HttpContext context, IGrainFactory grains) =>
        grains.GetGrain<ITicketListsGrain>(GrainKeys.Of(context.Caller().Tenant));
}
