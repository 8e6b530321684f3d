namespace Helpdesk.Api.Categories;

internal sealed class CategoryExamples : IExamples
{
    private static readonly Guid Agent = new("0198c0de-7a11-7000-8000-0000000000a1");
    private static readonly CategoryResponse Category = new(
        "formulare", new("Online-Formulare", "Online forms"), "fachverfahren", Archived: false, Position: 2, Version: 1);
    private static readonly QueueResponse Queue = new(
        "fachverfahren", new("Fachverfahren", "Specialist applications"), "technik", Archived: false, Position: 1, Version: 1);
    private static readonly TeamResponse Team = new(
        "technik", new("Technik", "Technicians"), [Agent], "technik@musterstadt.example", Archived: false, Position: 1, Version: 1);

    public IEnumerable<object> All =>
    [
        new CategoryBody("formulare", new("Online-Formulare", "Online forms"), "support"),
        new QueueBody("fachverfahren", new("Fachverfahren", "Specialist applications"), "support"),
        new TeamBody("technik", new("Technik", "Technicians"), [], "technik@musterstadt.example"),
        Category,
        Queue,
        Team,
        new CategoryListResponse([Category], null, 1),
        new QueueListResponse([Queue], null, 1),
        new TeamListResponse([Team], null, 1),
    ];
}
