using System.Text.Json;
using Helpdesk.Domain.Search;

namespace Helpdesk.Postgres.Search;

/// <summary>
/// The index in the database. A document is written whole: which of its texts are new, have changed or are gone, the database sees by their
/// digests, so that a long conversation is not written anew with each comment.
/// </summary>
internal sealed class SearchIndex(Database database) : ISearchIndex
{
    public string Consumer => $"search-{SearchWords.Version}";

    // Each by itself: what several share are words, and whoever writes two documents would hold those of the first meanwhile.
    public async Task Put(IReadOnlyCollection<SearchDocument> documents, CancellationToken cancellation)
    {
        foreach (var document in documents)
        {
            await Storage.Ask(async () =>
            {
                await using var batch = database.ForWorker();
                Add(batch, document);
                return await batch.ExecuteAsync(cancellation);
            });
        }
    }

    /// <summary><c>erase_tenant</c> has emptied the tables already.</summary>
    public Task Erase(TenantId tenant, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>It stands beside the consumer's place.</summary>
    public Task Begin(Func<Task> fromStart, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>What there is was in use all the time.</summary>
    public Task CatchUp(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Row by row, in place.</summary>
    public Task Rebuild(Func<CancellationToken, Task> write, CancellationToken cancellation) => write(cancellation);

    private const string Parts = """
        jsonb_to_recordset($3) as part (
            part text, source text, internal boolean, text text, words text[], places integer[], shown text[])
        """;

    // The row is locked by whoever writes it; an older version that comes later finds the newer one, and writes nothing.
    private const string IsOurs =
        "exists (select from search_document d where d.tenant_id = $1 and d.id = $2 and d.version = $4 and d.rules = $5)";

    // Texts that are not to stay as they are.
    private const string Gone = $"""
        p.tenant_id = $1 and p.document = $2 and {IsOurs} and not exists (
            select from {Parts} where part.part = p.part and part.source = p.source and md5(part.text) = p.digest
                and part.internal = p.internal and p.rules = $5)
        """;

    private static void Add(TenantBatch batch, SearchDocument document)
    {
        batch.Add("""
            insert into search_document (tenant_id, id, type, version, rules) values ($1, $2, $3, $4, $5)
            on conflict (tenant_id, id) do update set version = excluded.version, rules = excluded.rules
            where (search_document.rules, search_document.version) <= (excluded.rules, excluded.version)
            """).With(document.Tenant.Value).With(document.Id).With(Words<SearchType>.Of(document.Type)).With(document.Version)
            .With(SearchWords.Version);
        var parts = Json(document);
        // Words that stood in these texts only are nobody's any more.
        AddWith(batch, document, parts, $"""
            delete from search_word w using (
                select distinct substr(lexeme, 14) as key, lexeme from search_part p cross join lateral unnest(tsvector_to_array(p.words)) lexeme
                where {Gone} and substr(lexeme, 13, 1) = 'w') old
            where w.tenant_id = $1 and w.key = old.key and not exists (
                select from search_part other where other.words @@ quote_literal(old.lexeme)::tsquery and other.tenant_id = $1
                    and other.document <> $2)
            """);
        AddWith(batch, document, parts, $"delete from search_part p where {Gone}");
        AddWith(batch, document, parts, $"""
            with fresh as (
                insert into search_part (tenant_id, document, part, source, owner, internal, rules, digest, words)
                select $1, $2, part.part, part.source, $6, part.internal, $5, md5(part.text), search_lexemes($1, part.words, part.places)
                from {Parts} where {IsOurs} on conflict do nothing)
            insert into search_word (tenant_id, key, word, grams)
            select $1, substr(word, 2), min(seen), search_grams($1, substr(word, 2))
            from {Parts} cross join lateral unnest(part.words, part.shown) one (word, seen)
            where {IsOurs} and word like 'w%' and length(word) between 4 and 41 and word !~ '[0-9]' group by word order by word
            on conflict do nothing
            """).With(document.Owner.Value);
    }

    private static BatchStatement AddWith(TenantBatch batch, SearchDocument document, byte[] parts, string sql) => batch.Add(sql)
        .With(document.Tenant.Value).With(document.Id).WithJson(parts).With(document.Version).With(SearchWords.Version);

    private static byte[] Json(SearchDocument document) => JsonSerializer.SerializeToUtf8Bytes(document.Texts.Select(text =>
    {
        var words = IndexWords.Of(text).Distinct().ToList();
        return new
        {
            part = Words<SearchPart>.Of(text.Part),
            source = text.Source,
            @internal = text.IsInternal,
            text = text.Text.Replace("\0", "", StringComparison.Ordinal),
            words = words.Select(word => $"{word.Sort}{word.Key}").ToArray(),
            places = words.Select(word => word.Place).ToArray(),
            shown = words.Select(word => word.Shown).ToArray(),
        };
    }));
}
