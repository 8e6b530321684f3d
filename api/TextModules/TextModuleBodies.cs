using System.ComponentModel.DataAnnotations;
using Helpdesk.Domain.TextModules;

namespace Helpdesk.Api.TextModules;

/// <param name="Name">At most 100 characters.</param>
/// <param name="Shortcut">What is typed to find it, such as `neustart`; each once, upper and lower case being one.</param>
/// <param name="Bodies">The words, in one language at least.</param>
/// <param name="Queues">
/// Offered for tickets in these only; at most 50 keys, each once, of lists or not, as tickets carry them. Left out or empty: in any.
/// </param>
/// <param name="Teams">The same. Where several of the lists have keys, the ticket must fit each.</param>
/// <param name="Categories">The same.</param>
public sealed record TextModuleRequest(
    [Required, OneLine(TextModuleRules.LongestName)] string? Name = null, [Required, ListKey] string? Shortcut = null,
    [Required] TextModuleWords? Bodies = null, IReadOnlyList<string>? Queues = null, IReadOnlyList<string>? Teams = null,
    IReadOnlyList<string>? Categories = null)
{
    internal TextModuleChoice ToDomain() => new()
    {
        Name = Name ?? "",
        Shortcut = Shortcut ?? "",
        De = Bodies?.De,
        En = Bodies?.En,
        Queues = [.. Queues ?? []],
        Teams = [.. Teams ?? []],
        Categories = [.. Categories ?? []],
    };
}

/// <summary>
/// Markdown, each at most 10,000 characters. Filled for the ticket are `{{requester.name}}`, `{{ticket.number}}`, `{{ticket.subject}}`,
/// `{{agent.name}}` (who writes) and `{{tenant.name}}`; any other is refused (`bad-template`).
/// </summary>
/// <param name="De">Null: there are no German words.</param>
/// <param name="En">Null: there are no English words.</param>
public sealed record TextModuleWords(
    [Lines(TextModuleRules.LongestBody)] string? De = null, [Lines(TextModuleRules.LongestBody)] string? En = null);

public sealed record TextModuleResponse
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string Shortcut { get; init; }
    public required TextModuleWords Bodies { get; init; }
    public required IReadOnlyList<string> Queues { get; init; }
    public required IReadOnlyList<string> Teams { get; init; }
    public required IReadOnlyList<string> Categories { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public required int Version { get; init; }

    internal static TextModuleResponse Of(TextModule module) => new()
    {
        Id = module.Id,
        Name = module.Choice.Name,
        Shortcut = module.Choice.Shortcut,
        Bodies = new(module.Choice.De, module.Choice.En),
        Queues = module.Choice.Queues,
        Teams = module.Choice.Teams,
        Categories = module.Choice.Categories,
        CreatedAt = module.CreatedAt.ToDateTimeOffset(),
        UpdatedAt = module.UpdatedAt.ToDateTimeOffset(),
        Version = module.Version,
    };
}

/// <param name="Items">By their names.</param>
public sealed record TextModuleListResponse(IReadOnlyList<TextModuleResponse> Items);

/// <param name="Language">
/// `de` or `en`. Left out or null: the requester's, or where there is no requester any more the municipality's. Where the text module has
/// no words in it, the other one is answered.
/// </param>
public sealed record PreviewTextModuleRequest([Language] string? Language = null);

/// <param name="Text">Filled; what had no value stands there as it was.</param>
/// <param name="Language">Of the text.</param>
/// <param name="Missing">What had no value, such as `requester.name`.</param>
public sealed record TextModulePreviewResponse(string Text, string Language, IReadOnlyList<string> Missing);

internal sealed class TextModuleExamples : IExamples
{
    private static readonly TextModuleWords Words = new(
        "Guten Tag {{requester.name}},\n\nbitte starten Sie den Drucker neu.\n\n{{agent.name}}", "Please restart the printer.");

    private static readonly TextModuleResponse Example = new()
    {
        Id = new("0198c0de-7a11-7000-8000-0000000000e1"),
        Name = "Drucker neu starten",
        Shortcut = "neustart",
        Bodies = Words,
        Queues = [],
        Teams = [],
        Categories = ["it"],
        CreatedAt = new(2026, 11, 18, 8, 0, 0, TimeSpan.Zero),
        UpdatedAt = new(2026, 11, 18, 8, 0, 0, TimeSpan.Zero),
        Version = 1,
    };

    public IEnumerable<object> All =>
    [
        new TextModuleRequest("Drucker neu starten", "neustart", Words, Categories: ["it"]),
        Example,
        new TextModuleListResponse([Example]),
        new PreviewTextModuleRequest("de"),
        new TextModulePreviewResponse("Guten Tag Erika Beispiel,\n\nbitte starten Sie den Drucker neu.\n\nAchim Muster", "de", []),
    ];
}
