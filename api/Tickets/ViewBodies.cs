using System.ComponentModel.DataAnnotations;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Tickets;

/// <param name="Name">One line, 1 to 100 characters.</param>
/// <param name="Filters">
/// As the query of `GET /tickets` without `sort`, `limit`, `total`, `cursor` and `updated_since`, such as `status=open&amp;assignee=me`; at
/// most 2,000 characters. `me` is whoever looks. Left out: all tickets.
/// </param>
/// <param name="Sort">As `GET /tickets` takes it. Left out or null: its own.</param>
/// <param name="Columns">What is shown of each ticket, from the first on; each once. Left out: as the reader's program likes.</param>
/// <param name="SharedWith">Other than `me` for managers and admins. Left out: `me`.</param>
/// <param name="Teams">
/// Keys of 1 to 20 teams, with `teams` only: whoever belongs to one of them sees it, and managers and admins do.
/// </param>
public sealed record ViewRequest(
    [Required, OneLine(SavedView.LongestName)] string? Name = null, [OneLine(SavedView.LongestFilters)] string? Filters = null,
    string? Sort = null, IReadOnlyList<ViewColumn>? Columns = null, ViewSharing? SharedWith = null, IReadOnlyList<string>? Teams = null)
    : IJudged
{
    internal SavedView ToDomain(Guid id, AccountId owner) => new()
    {
        Id = id,
        Owner = owner,
        Name = Name ?? "",
        Filters = Filters ?? "",
        Sort = Sort,
        Columns = [.. Columns ?? []],
        SharedWith = SharedWith ?? ViewSharing.Me,
        Teams = [.. Teams ?? []],
    };

    IEnumerable<FieldError?> IJudged.Faults(HttpContext context)
    {
        yield return ViewFilters.SortFault(Sort);
        if (Columns is not null && Columns.Distinct().Count() != Columns.Count)
            yield return FieldCode.Duplicate.At("/columns");
        var teams = Teams ?? [];
        if (teams.Count > SavedView.MostTeams)
            yield return FieldError.TooMany("/teams", SavedView.MostTeams);
        for (var at = 0; at < Math.Min(teams.Count, SavedView.MostTeams); at++)
            yield return TicketKeys.Fault(teams[at], FormattableString.Invariant($"/teams/{at}"));
        if (SharedWith is ViewSharing.Teams && teams.Count == 0)
            yield return FieldError.Required("/teams").With("/shared_with");
        if (SharedWith is not ViewSharing.Teams && teams.Count > 0)
            yield return FieldCode.Contradiction.At("/teams").With("/shared_with");
        foreach (var fault in ViewFilters.Faults(context, Filters ?? "", context.Member()))
            yield return fault;
    }
}

/// <param name="Key">An id; of those that are built in a word that stays.</param>
/// <param name="Name">Of those that are built in the German words.</param>
/// <param name="Words">What it is called, in German and English; of others than built-in ones both are the name.</param>
public sealed record ViewResponse(
    string Key, string Name, TimelineWords Words, bool BuiltIn, string Filters, string? Sort, IReadOnlyList<ViewColumn> Columns,
    ViewSharing SharedWith)
{
    public required IReadOnlyList<string> Teams { get; init; }

    /// <summary>Account id; null: built in.</summary>
    public required Guid? Owner { get; init; }

    /// <summary>
    /// Filters that name a category, a queue or a team that is not in the lists, perhaps not any more: they go on finding what carries it.
    /// At the desk always empty: each municipality has lists of its own.
    /// </summary>
    public required IReadOnlyList<string> Unlisted { get; init; }

    /// <summary>The caller may replace and delete it.</summary>
    public required bool CanChange { get; init; }

    /// <summary>As its <c>ETag</c>; 0: built in.</summary>
    public required int Version { get; init; }

    internal static ViewResponse Of(SavedView view, Member member, IReadOnlyList<string> unlisted) => new(
        view.Id.ToString("D"), view.Name, new(view.Name, view.Name), BuiltIn: false, view.Filters, view.Sort, view.Columns, view.SharedWith)
    {
        Teams = view.Teams,
        Owner = view.Owner.Value,
        Unlisted = unlisted,
        CanChange = ViewAccess.MayChange(member, view),
        Version = view.Version,
    };

    internal static ViewResponse Of(BuiltInView view) => new(
        view.Key, view.De, new(view.De, view.En), BuiltIn: true, view.Filters, view.Sort, [], ViewSharing.Staff)
    { Teams = [], Owner = null, Unlisted = [], CanChange = false, Version = 0 };
}

/// <param name="Items">In the caller's order; what is not in it comes behind: built-in ones, then others by name.</param>
public sealed record ViewListResponse(IReadOnlyList<ViewResponse> Items);

/// <param name="Keys">From the first on, each once; at most 500. Unknown ones are kept: a view may come back into sight.</param>
public sealed record ViewOrderRequest([Required] IReadOnlyList<string>? Keys = null) : IJudged
{
    private const int Most = 500;

    IEnumerable<FieldError?> IJudged.Faults(HttpContext context)
    {
        var keys = Keys ?? [];
        if (keys.Count > Most)
            yield return FieldError.TooMany("/keys", Most);
        for (var at = 0; at < Math.Min(keys.Count, Most); at++)
            yield return Text.OneLine(keys[at], FormattableString.Invariant($"/keys/{at}"), 36);
        if (keys.Distinct(StringComparer.Ordinal).Count() != keys.Count)
            yield return FieldCode.Duplicate.At("/keys");
    }
}

public sealed record ViewOrderResponse(IReadOnlyList<string> Keys);

/// <param name="Count">How many tickets it finds now, counted to 1,000; at most five seconds old.</param>
/// <param name="CountIsMore">There are more than <paramref name="Count"/>.</param>
public sealed record ViewCountResponse(string Key, int Count, bool CountIsMore);

/// <param name="Items">Of the first 50 of the caller's views.</param>
public sealed record ViewCountsResponse(IReadOnlyList<ViewCountResponse> Items);
