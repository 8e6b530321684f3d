using Helpdesk.Domain.Search;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Postgres.Tests.Search;

/// <summary>The search on the database's own index, and what only that has.</summary>
public sealed class DatabaseSearchTests(DatabaseSubject subject) : SearchContract<DatabaseSubject>(subject)
{
    private readonly DatabaseSubject subject = subject;
    private readonly PostgresFixture postgres = subject.Postgres;

    [Fact]
    public async Task Erasing_words_takes_them_out_of_the_index_and_of_what_is_suggested()
    {
        var ticket = await Opened("Drucker", "Seit heute.");
        var said = TicketHistory.Said("Kontonummer");
        await Append(ticket.Next(said));
        (await Stored("kontonummer")).ShouldBe((1, 1));

        await Append(ticket.Next(new TicketEvent.CommentWithdrawn(said.Id, Visibility.Public, null)));
        (await Stored("kontonummer")).ShouldBe((0, 0));
        (await Stored("drucker")).ShouldBe((1, 1));

        await Append(ticket.Next(new TicketEvent.Deleted()));
        (await Stored("drucker")).ShouldBe((0, 0));
        (await Find("drucker")).Total.ShouldBe(0);
    }

    [Fact]
    public async Task An_older_version_that_comes_late_brings_no_word_back()
    {
        var ticket = await Opened("Drucker", "Seit heute.");
        var old = await postgres.DocumentOf(Tenant, ticket.Stream);
        await Append(ticket.Next(new TicketEvent.SubjectChanged("Drucker", "Scanner")));

        await subject.Put([old]);

        (await Stored("drucker")).ShouldBe((0, 0));
    }

    [Fact]
    public async Task The_functions_answer_for_the_tenants_of_the_transaction_only()
    {
        var elsewhere = new TicketHistory(Some.Tenant());
        await Append(elsewhere.Next(TicketHistory.Opened(subject: "Geheimnis")));
        foreach (var (given, count) in new[] { (Tenant, 0L), (elsewhere.Tenant, 1L) })
        {
            await using var batch = postgres.Database.ForTenant(given);
            batch.Add("""
                select (select count(*) from search_texts($1, '{geheimnis*}', true, $1, true)),
                    (select count(*) from search_words($1, 'geheimnis', true, $1, true)),
                    cardinality(search_known($1, '{geheimnis,geheim}', true, $1, true))::bigint
                """).With(elsewhere.Tenant.Value);
            await using var reader = await batch.ReadAsync(default);
            await reader.ReadAsync();
            (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2)).ShouldBe((count, count, count));
        }
    }

    [Fact]
    public async Task The_application_reads_no_row_of_the_index()
    {
        foreach (var table in (string[])["search_document", "search_part", "search_word"])
        {
            await using var batch = postgres.Database.ForTenant(Tenant);
            batch.Add($"select 1 from {table}");
            (await Should.ThrowAsync<Npgsql.PostgresException>(() => batch.ReadAsync(default))).SqlState.ShouldBe("42501");
        }
    }

    [Fact]
    public async Task An_index_serves_it_and_reads_no_other_tenants_words()
    {
        await using var connection = await postgres.Superuser.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var fill = new Npgsql.NpgsqlCommand("""
            insert into search_part select t, gen_random_uuid(), 'subject', '', t, false, 1, '', search_lexemes(t, array['wwort' || n, 'walle'], array[1, 2])
            from unnest(array[$1, gen_random_uuid()]) t, generate_series(1, 5000) n
            """, connection, transaction))
        {
            fill.Parameters.Add(new() { Value = Tenant.Value });
            await fill.ExecuteNonQueryAsync();
        }

        await using (var analyze = new Npgsql.NpgsqlCommand("analyze search_part", connection, transaction))
            await analyze.ExecuteNonQueryAsync();
        await using var explain = new Npgsql.NpgsqlCommand($"""
            explain (analyze, timing off, costs off) select p.document from unnest(search_queries('{Tenant.Value}', array['wort77'], false)) query
            join search_part p on p.words @@ query where p.tenant_id = '{Tenant.Value}'
            """, connection, transaction);
        await using var reader = await explain.ExecuteReaderAsync();
        var plan = new System.Text.StringBuilder();
        while (await reader.ReadAsync())
            plan.AppendLine(reader.GetString(0));

        plan.ToString().ShouldContain("search_part_words (actual rows=1 ");
    }

    // Texts in which the word stands, and whether it could be suggested.
    private async Task<(long, long)> Stored(string key)
    {
        await using var ask = postgres.Superuser.CreateCommand("""
            select (select count(*) from search_part where tenant_id = $1 and words @@ quote_literal(right($1::text, 12) || 'w' || $2)::tsquery),
                (select count(*) from search_word where tenant_id = $1 and key = $2)
            """);
        ask.Parameters.Add(new() { Value = Tenant.Value });
        ask.Parameters.Add(new() { Value = key });
        await using var reader = await ask.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }
}

public sealed class DatabaseSearchTermsTests(DatabaseSubject subject) : SearchTermsContract<DatabaseSubject>(subject);

public sealed class DatabaseSearchAddressTests(DatabaseSubject subject) : SearchAddressContract<DatabaseSubject>(subject);
