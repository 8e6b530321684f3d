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

internal sealed class CategoryProblems : IProblemDescriptions
{
    public IEnumerable<ProblemDescription> All =>
    [
        new("key-taken", 409, "Schlüssel vergeben",
            "Einen Eintrag mit diesem Schlüssel gibt es schon, vielleicht mit anderer Groß- und Kleinschreibung oder im Archiv.",
            "There is an entry with this key already, perhaps in other letters or archived."),
        new("too-many-entries", 409, "Liste voll",
            "Die Liste hat so viele Einträge, wie sie haben kann. Entfernen Sie solche, die niemand braucht.",
            "The list has as many entries as it can have. Remove some that nobody needs."),
        InUse("category", "Kategorie"),
        InUse("queue", "Warteschlange"),
        InUse("team", "Team"),
    ];

    private static ProblemDescription InUse(string word, string name) => new(
        $"{word}-in-use", 409, $"{name} in Gebrauch",
        "Tickets tragen diesen Eintrag, oder eine Richtlinie oder eine andere Liste nennt ihn. Archivieren Sie ihn: Dann wird er nicht "
            + "mehr angeboten, und nichts geht verloren.",
        "Tickets carry this entry, or a policy or another list names it. Archive it: it is not offered any more, and nothing is lost.");
}
