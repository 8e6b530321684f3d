using Helpdesk.Domain.Search;

namespace Helpdesk.Postgres.Search;

/// <summary>
/// The texts of what was found, as they are at this moment, and what of them is shown. Whatever has gone out of the reader's sight since it
/// was found is left out here.
/// </summary>
internal sealed class SearchTexts(Database database)
{
    public Task<IReadOnlyList<SearchHit>> Of(SearchAsk ask, IReadOnlyList<FoundItem> found, CancellationToken cancellation) =>
        found.Count == 0 ? Task.FromResult<IReadOnlyList<SearchHit>>([]) : Storage.Ask(async () =>
    {
        await using var batch = StatementsOf(ask, found);
        await using var reader = await batch.ReadAsync(cancellation);
        var read = new Dictionary<(SearchType, TenantId, Guid), Read>();
        while (await reader.ReadAsync(cancellation))
        {
            var one = new Read(reader.GetStringOrNull(3), reader.GetString(4), reader.GetString(5), reader.GetFieldValue<string[]>(6),
                reader.GetFieldValue<string[]>(7));
            read[(Words<SearchType>.Parse(reader.GetString(0))!.Value, new(reader.GetGuid(1)), reader.GetGuid(2))] = one;
        }

        return (IReadOnlyList<SearchHit>)[.. found.Where(item => read.ContainsKey((item.Type, item.Tenant, item.Id)))
            .Select(item => HitOf(item, read[(item.Type, item.Tenant, item.Id)], ask.Text))];
    });

    internal TenantBatch StatementsOf(SearchAsk ask, IReadOnlyList<FoundItem> found)
    {
        var batch = database.ForTenants([.. found.Select(item => item.Tenant).Distinct()]);
        var comments = found.Select(item => item.Comment).OfType<string>().ToArray();
        batch.Add("""
            select found.type, found.tenant, found.id, t.number, t.subject, t.description,
                array(select e.data ->> 'body' from event e
                    where e.tenant_id = found.tenant and e.stream_id = found.id and e.kind = 'ticket.commented' and e.data ->> 'id' = any ($6)
                      and ($4 or e.data ->> 'visibility' = 'public') and not coalesce((t.state -> 'withdrawn') ? (e.data ->> 'id'), false)
                    order by e.version desc limit 20),
                array(select a.file_name from attachment a
                    where a.tenant_id = found.tenant and a.ticket_id = found.id and a.removed_at is null and ($4 or a.visibility = 'public')
                    order by a.created_at limit 100)
            from unnest($1::text[], $2::uuid[], $3::uuid[]) found (type, tenant, id)
            join ticket t on t.tenant_id = found.tenant and t.id = found.id and not t.deleted and ($4 or t.requester = $5)
            where found.type = 'ticket'
            union all
            select found.type, found.tenant, found.id, null, m.name, m.email, '{}', '{}'
            from unnest($1::text[], $2::uuid[], $3::uuid[]) found (type, tenant, id)
            join membership m on m.tenant_id = found.tenant and m.account_id = found.id and m.status <> 'ended'
            where found.type = 'person' and $4
            """)
            .With(found.Select(item => Words<SearchType>.Of(item.Type)).ToArray()).With(found.Select(item => item.Tenant.Value).ToArray())
            .With(found.Select(item => item.Id).ToArray()).With(ask.ForStaff).With(ask.Filter.OnlyOf?.Value ?? Guid.Empty).With(comments);
        return batch;
    }

    private static SearchHit HitOf(FoundItem item, Read read, SearchText asked) => new()
    {
        Type = item.Type,
        Tenant = item.Tenant,
        Id = item.Id,
        Number = read.Number,
        Title = read.Title,
        Snippet = Domain.Search.Snippet.Of(Best(item, read, asked), asked),
        Reasons = item.Reasons,
    };

    // Where most is to be read of what was found; else how the description begins.
    private static string Best(FoundItem item, Read read, SearchText asked)
    {
        if (item.Reasons.Contains(SearchReason.Description) && Domain.Search.Snippet.Shows(read.Text, asked))
            return read.Text;
        return read.Comments.Concat(read.Files).FirstOrDefault(text => Domain.Search.Snippet.Shows(text, asked)) ?? read.Text;
    }

    private sealed record Read(string? Number, string Title, string Text, string[] Comments, string[] Files);
}
