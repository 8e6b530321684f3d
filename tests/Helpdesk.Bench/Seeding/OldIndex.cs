using Helpdesk.Domain.Search;
using Helpdesk.Postgres.Sql;
using Npgsql;

namespace Helpdesk.Bench.Seeding;

/// <summary>
/// What the index has of the old tickets, as its consumer would have written it in a quarter of an hour; and the consumer's place behind
/// them, so that it follows only what comes.
/// </summary>
internal static class OldIndex
{
    public static async Task Write(Town town, NpgsqlDataSource superuser)
    {
        await using var connection = await superuser.OpenConnectionAsync();
        await Run("create temp table seen (part text, text text, words text[], places integer[])");
        foreach (var part in (SearchPart[])[SearchPart.Subject, SearchPart.Description])
        {
            foreach (var text in await Texts(connection, town, Words<SearchPart>.Of(part)))
            {
                var words = IndexWords.Of(new(part, "", false, text)).Distinct().ToList();
                await Run("insert into seen values ($1, $2, $3, $4)", Words<SearchPart>.Of(part), text,
                    words.Select(word => $"{word.Sort}{word.Key}").ToArray(), words.Select(word => word.Place).ToArray());
            }
        }

        await Run("""
            insert into search_part (tenant_id, document, part, source, owner, internal, rules, digest, words)
            with text as materialized (select part, text, md5(text) as digest, search_lexemes($1, words, places) as words from seen)
            select t.tenant_id, t.id, text.part, '', t.requester, false, $2, text.digest, text.words
            from ticket t join text on text.text = case text.part when 'subject' then t.subject else t.description end where t.tenant_id = $1
            union all
            select tenant_id, id, 'number', '', requester, false, $2, md5(number),
                search_lexemes(tenant_id, array['w' || lower(split_part(number, '-', 1)), 'w' || split_part(number, '-', 2),
                    'w' || ltrim(split_part(number, '-', 2), '0')], array[1, 2, 2])
            from ticket where tenant_id = $1
            """, town.Id.Value, SearchWords.Version);
        await Run("""
            insert into search_word select $1, substr(word, 2), substr(word, 2), search_grams($1, substr(word, 2))
            from seen cross join lateral unnest(words) word where word like 'w%' group by word on conflict do nothing
            """, town.Id.Value);
        await Run("drop table seen");

        async Task Run(string sql, params object[] values)
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
            foreach (var value in values)
                command.Parameters.Add(new() { Value = value });
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>Behind all that there is so far.</summary>
    public static async Task Follow(NpgsqlDataSource superuser)
    {
        await using var command = superuser.CreateCommand("""
            insert into feed_position (consumer, tx, position) select $1, tx, position from event order by tx desc, position desc limit 1
            """);
        command.Parameters.Add(new() { Value = $"search-{SearchWords.Version}" });
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<IReadOnlyList<string>> Texts(NpgsqlConnection connection, Town town, string column)
    {
        await using var command = new NpgsqlCommand($"select distinct {column} from ticket where tenant_id = $1", connection);
        command.Parameters.Add(new() { Value = town.Id.Value });
        await using var reader = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await reader.ReadAsync())
            texts.Add(reader.GetString(0));
        return texts;
    }
}
