using Helpdesk.Domain.Search;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Postgres.Tickets;

/// <summary>
/// Conditions of a statement about tickets, with the values that they name. Only the filters that are set stand in the text, so that each
/// combination keeps a plan of its own and an index can serve it; values are parameters without exception.
/// </summary>
internal sealed class TicketConditions
{
    private readonly StringBuilder text = new();
    private readonly List<Action<BatchStatement>> values = [];

    public bool IsEmpty => text.Length == 0;

    /// <summary>Joined by <c>and</c>; empty when there are none.</summary>
    public override string ToString() => text.ToString();

    /// <summary>Notes a value and answers what the text calls it.</summary>
    public string Value<T>(T value)
    {
        values.Add(statement => statement.With(value));
        return $"${values.Count}";
    }

    public string Value(Instant moment)
    {
        values.Add(statement => statement.With(moment));
        return $"${values.Count}";
    }

    public void Add(string condition) => text.Append(text.Length == 0 ? "" : " and ").Append(condition);

    /// <summary>A second text with the same values, to which further ones can be added.</summary>
    public TicketConditions Beside()
    {
        var beside = new TicketConditions();
        beside.values.AddRange(values);
        return beside;
    }

    /// <summary>Goes on with the values of a text that was begun beside this one.</summary>
    public void TakeValues(TicketConditions beside) => values.AddRange(beside.values[values.Count..]);

    public void Fill(BatchStatement statement)
    {
        foreach (var value in values)
            value(statement);
    }

    /// <summary>What about a ticket never changes.</summary>
    public void AddOrigin(TicketQuery query)
    {
        if (query.Requester is { } requester)
            Add($"requester = {Value(requester.Value)}");
        if (query.CreatedFrom is { } from)
            Add($"created_at >= {Value(from)}");
        if (query.CreatedTo is { } to)
            Add($"created_at < {Value(to)}");
    }

    /// <summary>What may change from one moment to the next.</summary>
    /// <param name="tenant">What the statement calls the tenant.</param>
    public void AddPresent(TicketQuery query, string tenant)
    {
        if (query.Within is { } within)
            Add($"ticket.tenant_id = any ({Value(within.Select(one => one.Value).ToArray())})");
        if (query.Status.Count > 0)
            Add($"status {AnyOf([.. query.Status.Select(Words<TicketStatus>.Of)])}");
        if (query.Priority.Count > 0)
            Add($"priority = any ({Value(query.Priority.Select(priority => (short)priority).ToArray())})");
        AddKey("category", query.Category);
        AddKey("queue", query.Queue);
        AddKey("team", query.Team);
        if (query.Tag.Count > 0)
            Add("exists (select from ticket_tag tag where tag.tenant_id = ticket.tenant_id and tag.ticket_id = ticket.id "
                + $"and tag.word_key {AnyOf([.. query.Tag.Select(TicketKeys.Fold)])})");
        if (query.SlaState.Count > 0)
            Add($"sla_state = any ({Value(query.SlaState.ToArray())})");
        AddAssignee(query);
        if (query.ReopenRequested is { } requested)
            Add($"reopen_requested_at is {(requested ? "not " : "")}null");
        if (query.RequesterAddress is { } address)
            AddRequester(address, tenant);
        if (query.Unread is { } unread)
            Add((unread ? "" : "not ") + TicketReadSql.IsUnread(query.OnlyOf is not null, Value(query.Reader.Value)));
        if (query.UpdatedTo is { } before)
            Add($"{UpdatedFor(query)} < {Value(before)}");
        if (query.DueBefore is { } due)
            Add($"due_at < {Value(due)}");
        if (query.Text is { } words)
            AddWords(SearchText.Parse(words), query, tenant);
    }

    /// <summary>The true time of a change would tell customers of internal ones.</summary>
    public static string UpdatedFor(TicketQuery query) => query.OnlyOf is null ? "updated_at" : "public_updated_at";

    // Who has this very address; if nobody has, those whose address is another way of writing it.
    private void AddRequester(EmailAddress address, string tenant)
    {
        var (key, typed) = (Value(address.Key), Value(address.ToString()));
        Add($"""
            requester = any (array(select account_id from membership m where m.tenant_id = {tenant} and m.email_key = {key}
                union all select account_id from membership m where m.tenant_id = {tenant} and m.address_key = address_key({typed})
                    and not exists (select from membership e where e.tenant_id = {tenant} and e.email_key = {key})))
            """);
    }

    // Where nothing can be searched, nothing is found.
    private void AddWords(SearchText words, TicketQuery query, string tenant)
    {
        var (terms, staff) = (Value(words.Terms.Select(term => term.Pattern).ToArray()), Value(query.OnlyOf is null));
        Add(words.IsEmpty ? $"{terms}::text[] is null and {staff}"
            : $"ticket.id in {TicketHits.Ids(tenant, terms, staff, Value(query.OnlyOf?.Value ?? Guid.Empty), Value(query.ByAddress))}");
    }

    private void AddKey(string column, IReadOnlyList<string> words)
    {
        if (words.Count > 0)
            Add($"word_key({column}) {AnyOf([.. words.Select(TicketKeys.Fold)])}");
    }

    private void AddAssignee(TicketQuery query)
    {
        if (query.Assignee.Count == 0 && !query.Unassigned)
            return;
        var theirs = query.Assignee.Count == 0 ? null : $"assignee {AnyOf([.. query.Assignee.Select(one => one.Value)])}";
        var nobodys = query.Unassigned ? "assignee is null" : null;
        Add(theirs is null || nobodys is null ? (theirs ?? nobodys)! : $"({theirs} or {nobodys})");
    }

    // One value as itself: an index then also serves the order.
    private string AnyOf<T>(T[] any) => any.Length == 1 ? $"= {Value(any[0])}" : $"= any ({Value(any)})";
}
