namespace Helpdesk.Api.Http;

/// <summary>Pages of a list that is short enough to be read as a whole, since what it holds is bounded. Newest first.</summary>
internal static class Paging
{
    public static readonly QueryParameter[] Parameters = [QueryParameter.Limit, QueryParameter.Cursor];

    /// <param name="list">Names the list: a cursor of one is none of another.</param>
    public static Page<T> Of<T>(
        HttpContext context, Cursors cursors, string list, IReadOnlyList<T> all, Func<T, DateTimeOffset> madeAt, Func<T, Guid> id)
    {
        var query = new QueryReader(context.Request);
        var (limit, after) = (query.Limit(), query.Cursor<PagePlace>(cursors, list));
        query.Done();
        var rest = all.OrderByDescending(madeAt).ThenByDescending(id)
            .Where(one => after is null || (madeAt(one), id(one)).CompareTo((after.MadeAt, after.Id)) < 0).ToList();
        var items = rest.Take(limit).ToList();
        var next = rest.Count > items.Count ? cursors.Seal(context, list, new PagePlace(madeAt(items[^1]), id(items[^1]))) : null;
        return new(items, next, all.Count);
    }
}

/// <summary>The last one of a page.</summary>
internal sealed record PagePlace(DateTimeOffset MadeAt, Guid Id);

internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next, int Total);
