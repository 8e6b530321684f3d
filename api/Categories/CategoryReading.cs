using Helpdesk.Domain.Categories;

namespace Helpdesk.Api.Categories;

/// <summary>Between what clients write and what the rules know, for one of the lists.</summary>
/// <param name="Read">With the key in the path; <c>null</c>: a new entry. Throws 422 with every fault of form.</param>
internal sealed record ListReading<TBody, TResponse, TList>(
    ListKind Kind, Func<TBody, string?, (ListEntry Entry, int? Position)> Read, Func<ListEntry, int, TResponse> Answer,
    Func<IReadOnlyList<TResponse>, TList> List)
{
    public TResponse Show(PlacedEntry placed) => Answer(placed.Entry, placed.Position);
}

internal static class CategoryReading
{
    public static readonly ListReading<CategoryBody, CategoryResponse, CategoryListResponse> OfCategories = new(
        ListKind.Category,
        (body, key) => (Entry(key, body.Key, body.Name, body.Archived) with { Queue = body.Queue }, body.Position),
        (entry, at) => new(entry.Key, NamesOf(entry), entry.Queue, entry.IsArchived, at, entry.Revision),
        items => new(items, null, items.Count));

    public static readonly ListReading<QueueBody, QueueResponse, QueueListResponse> OfQueues = new(
        ListKind.Queue,
        (body, key) => (Entry(key, body.Key, body.Name, body.Archived) with { Team = body.Team }, body.Position),
        (entry, at) => new(entry.Key, NamesOf(entry), entry.Team, entry.IsArchived, at, entry.Revision),
        items => new(items, null, items.Count));

    public static readonly ListReading<TeamBody, TeamResponse, TeamListResponse> OfTeams = new(
        ListKind.Team,
        (body, key) => (
            Entry(key, body.Key, body.Name, body.Archived) with
            {
                Members = [.. (body.Members ?? []).Select(id => new AccountId(id))],
                Email = body.Email,
            },
            body.Position),
        (entry, at) => new(
            entry.Key, NamesOf(entry), [.. entry.Members.Select(one => one.Value)], entry.Email, entry.IsArchived, at, entry.Revision),
        items => new(items, null, items.Count));

    private static ListEntry Entry(string? inPath, string? inBody, NamesBody? name, bool? archived)
    {
        var (de, en) = (name?.De ?? name?.En ?? "", name?.En ?? name?.De ?? "");
        return new(inPath ?? inBody ?? TicketKeys.From(de), de, en) { IsArchived = archived ?? false };
    }

    /// <summary>A key in the body must be the one in the path.</summary>
    public static IEnumerable<FieldError?> KeyFaults(HttpContext context, string? key) =>
        key is null || context.GetRouteValue("key") is not string named || TicketKeys.AreSame(key, named) ? [] :
        [
            FieldCode.Fixed.At("/key",
                "Ein Schlüssel ändert sich nie: Tickets tragen ihn. Archivieren Sie diesen Eintrag, und legen Sie einen anderen an.",
                "A key never changes: tickets carry it. Archive this entry and add another one."),
        ];

    private static NamesResponse NamesOf(ListEntry entry) => new(entry.NameDe, entry.NameEn);
}
