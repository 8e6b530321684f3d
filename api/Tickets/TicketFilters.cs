using Helpdesk.Domain.Search;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Tickets;

/// <summary>The filters of a list of tickets, as query parameters.</summary>
internal static class TicketFilters
{
    private static readonly string[] SlaStates = ["on_track", "warned", "breached", "met", "paused"];
    private const string Spelled = " Upper and lower case are one, and so are `ß` and `ss`, `ς` and `σ`.";
    private static readonly IReadOnlyCollection<string> Sorts = Domain.Words<TicketSort>.All;

    /// <summary>All orders of a list.</summary>
    public static readonly IReadOnlyList<string> SortWords = [.. Sorts, .. Sorts.Select(word => "-" + word)];

    /// <summary>Those that a search takes as well.</summary>
    public static readonly IReadOnlyList<QueryParameter> OfSearches =
    [
        QueryParameter.AnyOfOrNot<TicketStatus>("status", "Tickets in any of these states; with `!` before it in any but this."),
        QueryParameter.AnyOf<Priority>("priority", "Tickets of any of these priorities."),
        QueryParameter.AnyKey("category", "Tickets of any of these categories." + Spelled),
        QueryParameter.AnyKey("queue", "Tickets in any of these queues." + Spelled + " Staff only."),
        QueryParameter.AnyKey("team", "Tickets of any of these teams." + Spelled + " Staff only."),
        QueryParameter.AnyKey("tag", "Tickets with any of these tags." + Spelled + " Staff only."),
        QueryParameter.Any("assignee", "Tickets of any of these accounts: an id, `me`, or `none` for tickets that nobody has.", "me"),
    ];

    public static readonly IReadOnlyList<QueryParameter> Parameters =
    [
        .. OfSearches,
        new("requester", "Tickets asked by this account: an id, `me` or an e-mail address. If nobody has this very "
            + "address, those count whose address is another way of writing it: `ü` and `ue`, `ß` and `ss`.") { Example = "me" },
        QueryParameter.AnyKey(
            "tenant", "Tickets of any of these municipalities, by slug: at the desk, where a list runs over several. One that the caller "
            + "does not serve has none."),
        QueryParameter.Switch("reopen_requested", "Tickets whose customer asks to reopen them and waits for an answer, or all others."),
        QueryParameter.Moment("created_from", "Opened at this moment or later."),
        QueryParameter.Moment("created_to", "Opened before this moment."),
        QueryParameter.Moment("updated_from", "Last changed at this moment or later."),
        QueryParameter.Moment("updated_to", "Last changed before this moment."),
        QueryParameter.Moment(
            "updated_since",
            "Changes from this moment on, in the order in which they became visible; never skips one that commits late. Has no `sort`. For "
            + "copies: `items` are tickets as they are now, `gone` those that a copy lets go of: deleted ones, those that the caller sees "
            + "no longer since their role changed, and those that changed and do not match the filters. Whoever becomes staff, or "
            + "stops being it, gets with it all that came into sight or went out of it. Go on with `next_cursor`, also when a page was "
            + "empty; it is null as long as there was nothing at all to tell: then ask the same again. What is deleted is told as long "
            + "as the municipality exists. At the desk `tenants` names the municipalities that the list runs over: where the caller is "
            + "suspended, or serves no longer, the slug is missing, and with it all tickets there are gone, without an entry for each. "
            + "When it is there again after a suspension, begin anew without a cursor: what changed in the meantime is not told again."),
        QueryParameter.Moment("due_before", "Due before this moment. Staff only."),
        QueryParameter.AnyOfWords("sla_state",
            "Tickets that stand in any of these ways with what is promised: `warned` is at risk. Staff only.",
            SlaStates),
        QueryParameter.Switch("unread",
            "Tickets at which somebody else did something that the caller has not read yet, or that they marked; or all others."),
        QueryParameter.Text("text",
            "Words that all stand in the ticket, as `GET /search` takes and finds them; known to it half a second after they were "
            + "written, as a rule. Without a letter or a digit nothing is found; at most 20 words."),
        QueryParameter.OneOf("sort", "The order; with `-` before it from high to low. Default `-created_at`; `due_at` and `sla_state` "
            + "(`-sla_state`: breached first) are for staff only.", SortWords),
        QueryParameter.Limit,
        QueryParameter.OneOf("total", "Count to the end instead of to 1,000.", "exact"),
        QueryParameter.Cursor,
    ];

    /// <summary>All of a list, with neither order nor page.</summary>
    public static IReadOnlyList<QueryParameter> Alone { get; } =
        [.. Parameters.Where(parameter => parameter.Name is not ("updated_since" or "sort" or "limit" or "total" or "cursor"))];

    /// <exception cref="RequestRefusedException">A parameter is not valid.</exception>
    public static TicketAsk Read(HttpContext context, TicketScope scope, Cursors cursors)
    {
        var member = scope.Member;
        var query = new QueryReader(context.Request);
        var since = query.Moment("updated_since");
        var sort = ReadSort(query, since is not null);
        var read = ReadAlone(query, context, scope).Narrow() with
        {
            Sort = sort.By,
            Descending = sort.Descending,
            Limit = query.Limit(),
            CountAll = ReadTotal(query),
        };
        if (since is not null && read.UpdatedFrom is not null)
            query.Fault(FieldCode.WithUpdatedSince.At("updated_from",
                "Passt nicht zu updated_since, das dasselbe sagt.", "Goes without updated_since, which says the same."));
        if (since >= read.UpdatedTo)
            query.Fault(Later("updated_to", "updated_since"));
        if (!member.IsStaff && read.Sort is TicketSort.DueAt or TicketSort.SlaState)
            query.Fault(FieldError.Of("sort", AccessErrors.StaffOnly));
        var news = since is { } moment
            ? new TicketNewsQuery(read, member.Account, moment, query.Cursor<TicketNewsPlace>(cursors, ListName(context))) : null;
        read = news is null ? read with { After = query.Cursor<TicketPlace>(cursors, ListName(context)) } : read;
        query.Done();
        return new(read, news);
    }

    /// <summary>The filters of a list, with neither order nor page.</summary>
    public static TicketQuery ReadAlone(QueryReader query, HttpContext context, TicketScope scope)
    {
        var member = scope.Member;
        var requester = query.Raw("requester");
        var address = requester?.Contains('@') == true && EmailAddress.Parse(requester) is { IsOk: true } parsed ? parsed.Value : null;
        var read = ReadOfSearch(query, member, scope.Tenants) with
        {
            Within = scope.Named(context, query.Keys("tenant")),
            Requester = requester is null || address is not null ? null : ReadPerson(query, "requester", requester, member),
            RequesterAddress = address,
            ReopenRequested = query.Switch("reopen_requested"),
            CreatedFrom = query.Moment("created_from"),
            CreatedTo = query.Moment("created_to"),
            UpdatedFrom = query.Moment("updated_from"),
            UpdatedTo = query.Moment("updated_to"),
            DueBefore = query.Moment("due_before"),
            SlaState = query.AnyOf("sla_state", SlaStates),
            Unread = query.Switch("unread"),
            Text = ReadWords(query),
        };
        if (read.CreatedFrom >= read.CreatedTo)
            query.Fault(Later("created_to", "created_from"));
        if (read.UpdatedFrom >= read.UpdatedTo)
            query.Fault(Later("updated_to", "updated_from"));
        if (!member.IsStaff)
            RefuseWhatIsStaffs(query, read);
        return read;
    }

    /// <summary>The filters that lists and searches have in common.</summary>
    public static TicketQuery ReadOfSearch(QueryReader query, Member member, IReadOnlyList<TenantId> tenants)
    {
        var assignees = query.Several("assignee");
        return new TicketQuery
        {
            Tenants = tenants,
            OnlyOf = member.IsStaff ? null : member.Account,
            Reader = member.Account,
            ByAddress = member.ManagesUpTo is null, // a person, not a program
            Status = query.WordsOrNot<TicketStatus>("status"),
            Priority = query.Words<Priority>("priority"),
            Category = query.Keys("category"),
            Queue = query.Keys("queue"),
            Team = query.Keys("team"),
            Tag = query.Keys("tag"),
            Assignee = [.. assignees.Where(static one => one != "none").Select(one => ReadPerson(query, "assignee", one, member))
                .OfType<AccountId>().Distinct()],
            Unassigned = assignees.Contains("none"),
            Limit = QueryReader.DefaultLimit,
        };
    }

    /// <summary>The list with its filters, without the place in it: what a cursor is bound to.</summary>
    public static string ListName(HttpContext context) => (context.Request.Path + "?" + string.Join('&', context.Request.Query
        .Where(parameter => parameter.Key is not ("cursor" or "limit"))
        .OrderBy(parameter => parameter.Key, StringComparer.Ordinal)
        .Select(parameter => $"{parameter.Key}={parameter.Value}"))).ToLowerInvariant(); // in none of the filters case means anything

    // An answer that depends on what customers do not see would tell them of it.
    public static void RefuseWhatIsStaffs(QueryReader query, TicketQuery read)
    {
        foreach (var (name, isSet) in (IEnumerable<(string, bool)>)
        [
            ("queue", read.Queue.Count > 0), ("team", read.Team.Count > 0), ("tag", read.Tag.Count > 0),
            ("sla_state", read.SlaState.Count > 0),
            ("due_before", read.DueBefore is not null),
        ])
        {
            if (isSet)
                query.Fault(FieldError.Of(name, AccessErrors.StaffOnly));
        }
    }

    private static FieldError Later(string name, string than) =>
        FieldCode.OutOfRange.At(name, $"Muss später als {than} sein.", $"Must be later than {than}.");

    private static Guid? Own(string word, Member member) => word == "me" ? member.Account.Value : Ids.Parse(word);

    private static AccountId? ReadPerson(QueryReader query, string name, string word, Member member)
    {
        if (Own(word, member) is { } id)
            return new(id);
        query.Fault(name == "assignee"
            ? FieldCode.Type.At(name, "Muss die Kennung eines Kontos, me oder none sein.", "Must be an account id, me or none.")
            : FieldCode.Type.At(
                name, "Muss die Kennung eines Kontos, me oder eine E-Mail-Adresse sein.",
                "Must be an account id, me or an e-mail address."));
        return null;
    }

    private static (TicketSort By, bool Descending) ReadSort(QueryReader query, bool since)
    {
        var word = query.Raw("sort");
        if (since)
        {
            if (word is not null)
                query.Fault(FieldCode.WithUpdatedSince.At("sort",
                    "Passt nicht zu updated_since, das seine eigene Reihenfolge hat.",
                    "Goes without updated_since, which has an order of its own."));
            return (TicketSort.UpdatedAt, false);
        }

        if (word is null)
            return (TicketSort.CreatedAt, true);
        var descending = word.StartsWith('-');
        if (Domain.Words<TicketSort>.Parse(descending ? word[1..] : word) is { } by)
            return (by, descending);
        query.Fault(FieldCode.UnknownWord.At("sort",
            $"Muss eines von diesen sein: {string.Join(", ", Sorts)}; mit einem - davor in absteigender Reihenfolge.",
            $"Must be one of: {string.Join(", ", Sorts)}; with a - before it in descending order."));
        return (TicketSort.CreatedAt, true);
    }

    private static string? ReadWords(QueryReader query)
    {
        var words = query.Text("text");
        if (words is not null && SearchText.Parse(words).TooManyWords("text") is { } fault)
            query.Fault(fault);
        return words;
    }

    private static bool ReadTotal(QueryReader query)
    {
        var word = query.Raw("total");
        if (word is not (null or "exact"))
            query.Fault(FieldCode.UnknownWord.At(
                "total", "Muss exact sein oder fehlen.", "Must be exact, or left out."));
        return word == "exact";
    }
}

/// <param name="News">What a copy must learn of these tickets; <c>null</c>: a list of them is asked for.</param>
internal sealed record TicketAsk(TicketQuery List, TicketNewsQuery? News);
