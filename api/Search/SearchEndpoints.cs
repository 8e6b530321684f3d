using Helpdesk.Api.Tickets;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Search;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Search;

/// <summary>What is found by words: in one tenant, or at an agent's desk in all tenants served.</summary>
internal static class SearchEndpoints
{
    private static readonly IReadOnlyList<QueryParameter> Parameters =
    [
        QueryParameter.Text("q",
            "Words that must all stand in a ticket or person, in any order: in number, subject, description, comments, names of files "
            + "and tags of a ticket, or in the name or address of its requester; in the name or address of a person. Addresses are for "
            + "persons: programs find by names only; customers find by their own, and nobody by that of somebody who was removed. The "
            + "beginning of a word will do, from three letters on any part of a word of a subject, and other endings of it; upper and "
            + "lower case, `ü` and `ue`, `ß` and `ss`, accents or none are one. What stands without a space between (`BV-1234`, `12/2024`, "
            + "`3,5`, `max@stadt.example`, `plan_3(2).pdf`, a URL) must stand one behind the other, whatever the signs, and each part is "
            + "found alone too; signs at its ends do not count. Words in quotation marks must stand one behind the other, and as they "
            + "are; right behind a letter or digit a quotation mark begins nothing. No sign means anything else: `-1234` is 1234. At least "
            + "one letter or digit, at most 20 words, each part of what is joined counted.", SearchText.Longest) with
        { Example = "drucker", IsRequired = true },
        QueryParameter.AnyOf<SearchType>("type", "Only these types. Default: all that the caller may see; people are for staff only, "
            + "and for persons, not programs. With a filter for tickets people are left out. More types will come."),
        .. TicketFilters.OfSearches,
        QueryParameter.Limit, QueryParameter.Cursor,
    ];

    public static RouteGroupBuilder MapSearch(this RouteGroupBuilder tenant)
    {
        tenant.MapGet("/search", Find).Named("Search").WithTags("Search").Takes(Parameters).Heavy().Answers<SearchResponse>();
        return tenant;
    }

    private static async Task<IResult> Find(HttpContext context, ISearch search, IPeopleStore people, Cursors cursors)
    {
        var scope = await TicketScope.Of(context, people);
        var found = await search.Find(Read(context, scope, cursors), context.RequestAborted);
        var next = found.Next is { } place ? cursors.Seal(context, TicketFilters.ListName(context), place) : null;
        return Json.Ok(SearchResponse.Of(found, next, scope.Served));
    }

    private static SearchAsk Read(HttpContext context, TicketScope scope, Cursors cursors)
    {
        var query = new QueryReader(context.Request);
        var typed = query.Text("q", SearchText.Longest);
        var text = SearchText.Parse(typed ?? "");
        // A text that was refused for its length or its characters needs no second reason.
        if (query.Faults.Count == 0 && text.Fault("q") is { } fault)
            query.Fault(typed is null ? FieldError.Required("q") : fault);
        var types = query.Words<SearchType>("type");
        if (types.Contains(SearchType.Person) && PeopleRefusal(scope.Member) is { } refused)
            query.Fault(FieldError.Of("type", refused));

        var filter = TicketFilters.ReadOfSearch(query, scope.Member, scope.Tenants);
        if (!scope.Member.IsStaff)
            TicketFilters.RefuseWhatIsStaffs(query, filter);
        var ask = new SearchAsk(typed ?? "", text, filter, Types(types, filter, scope.Member))
        {
            PeopleFrom = PeopleAccess.ListedFrom(scope.Member),
            Limit = query.Limit(),
            After = query.Cursor<SearchPlace>(cursors, TicketFilters.ListName(context)),
        };
        query.Done();
        return ask;
    }

    private static Error? PeopleRefusal(Member member) =>
        !member.IsStaff ? AccessErrors.StaffOnly : member.ManagesUpTo is not null ? AccessErrors.PersonRequired : null;

    private static IReadOnlyList<SearchType> Types(IReadOnlyList<SearchType> asked, TicketQuery filter, Member member) =>
        [.. (asked.Count > 0 ? asked : Enum.GetValues<SearchType>()).Distinct().Where(
            type => type is SearchType.Ticket || (PeopleRefusal(member) is null && !filter.HasFilter))];
}
