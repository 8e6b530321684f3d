using Helpdesk.Api.SignIn;
using Helpdesk.Contracts.Categories;
using Helpdesk.Domain.Categories;
using Helpdesk.Domain.Programs;

namespace Helpdesk.Api.Categories;

/// <summary>What a tenant sorts tickets by: categories, queues and teams, kept by its admins.</summary>
internal static class CategoryEndpoints
{
    private const string Example = "support";

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
        shown.MapGet("", (Ask ask) => List(ask, reading)).Named("List" + names).Answers<TList>();
        shown.MapGet("/{key}", ([PathValue(Example, Pattern = TicketKeys.Pattern)] string key, Ask ask) => Read(key, ask, reading))
            .Named("Read" + name).AnswersVersion<TResponse>();

        var changing = group.MapGroup("").RequireRole(Role.Admin);
        changing.MapPost("", (Body<TBody> body, Command command) => Add(body.Value, command, reading))
            .Named("Add" + name).Creates<TResponse>().Refuses(CategoryErrors.KeyTaken, CategoryErrors.TooMany);
        changing.MapPut("/{key}",
            ([PathValue(Example, Pattern = TicketKeys.Pattern)] string key, Body<TBody> body, Command command) =>
                Replace(key, body.Value, command, reading)).Named("Replace" + name).Changes<TResponse>(IfMatchUse.Required);
        changing.MapDelete("/{key}", ([PathValue(Example, Pattern = TicketKeys.Pattern)] string key, Command command) =>
                command.Removes(Lists(command).Remove(command.Caller, command.Id, kind, key, command.Version, command.Aborted)))
            .Named("Remove" + name).Removes(IfMatchUse.Optional).Refuses(CategoryErrors.InUse(kind));
    }

    private static Task<IResult> List<TBody, TResponse, TList>(Ask ask, ListReading<TBody, TResponse, TList> reading) => ask.Shows(
        Lists(ask).Entries(ask.Caller, reading.Kind, ask.Aborted), entries => reading.List([.. entries.Select(reading.Show)]));

    private static Task<IResult> Read<TBody, TResponse, TList>(string key, Ask ask, ListReading<TBody, TResponse, TList> reading)
    {
        return ask.Shows(Found(), Revision, reading.Show);

        async Task<Result<PlacedEntry>> Found() =>
            (await Lists(ask).Entries(ask.Caller, reading.Kind, ask.Aborted)).Then<PlacedEntry>(entries =>
                entries.FirstOrDefault(placed => TicketKeys.AreSame(placed.Entry.Key, key)) is { } found ? found : AccessErrors.NotFound);
    }

    private static Task<IResult> Add<TBody, TResponse, TList>(
        TBody body, Command command, ListReading<TBody, TResponse, TList> reading)
    {
        var (entry, position) = reading.Read(body, null);
        return command.Answers(
            Lists(command).Add(command.Caller, command.Id, reading.Kind, entry, position, command.Aborted), Revision, reading.Show,
            added => command.Below(Uri.EscapeDataString(added.Entry.Key)));
    }

    private static Task<IResult> Replace<TBody, TResponse, TList>(
        string key, TBody body, Command command, ListReading<TBody, TResponse, TList> reading)
    {
        var revision = command.Version!.Value;
        var (entry, position) = reading.Read(body, key);
        return command.Answers(
            Lists(command).Change(command.Caller, command.Id, reading.Kind, entry, position, revision, command.Aborted), Revision,
            reading.Show);
    }

    private static int Revision(PlacedEntry placed) => placed.Entry.Revision;

    private static ITicketListsGrain Lists(Ask ask) => ask.Grain<ITicketListsGrain>();
}
