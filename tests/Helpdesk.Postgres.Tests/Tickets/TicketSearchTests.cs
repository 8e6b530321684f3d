using System.Text;
using Helpdesk.Domain.Categories;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;
using Helpdesk.Postgres.Tests.Search;

namespace Helpdesk.Postgres.Tests.Tickets;

/// <summary>Tickets are found by words, as people type them, and by nobody in what they may not read.</summary>
public sealed class TicketSearchTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private readonly ITicketStore store = postgres.Port<ITicketStore>();
    private readonly ITicketList list = postgres.Port<ITicketList>();
    private readonly TenantId tenant = Some.Tenant();
    private readonly AccountId requester = Some.Account();

    [Theory]
    [InlineData("müller straße", true)]
    [InlineData("MUELLER Strasse", true)]
    [InlineData("muller", true)]
    [InlineData("strass", true)]
    [InlineData("drucker", true)]
    [InlineData("ETZWERK", true)]
    [InlineData("rathaus kabel", true)]
    [InlineData("groß", true)]
    [InlineData("gross", true)]
    [InlineData("rathaus fehlt", false)]
    [InlineData("athaus", false)]
    [InlineData("'; drop -- \\ %_ :* & | !", false)]
    [InlineData("rathaus'):* & !", true)]
    public async Task Every_word_must_stand_somewhere_in_subject_description_or_comments(string words, bool found)
    {
        var ticket = await Opened("Netzwerkdrucker bei Mueller", "Im Rathaus, Große Straße 3.");
        await Append(ticket.Next(TicketHistory.Said("Das Kabel war lose.")));

        (await Find(words, staff: true)).ShouldBe(found ? [ticket.Stream] : []);
    }

    [Fact]
    public async Task Customers_find_nothing_by_what_only_staff_read_and_nobody_by_what_was_withdrawn()
    {
        var ticket = await Opened("Drucker", "Seit heute früh.");
        var (note, answer) = (TicketHistory.Said("Zertifikat", Visibility.Internal), TicketHistory.Said("Telefonnummer"));
        await Append(ticket.Next(note, answer));
        (await Find("zertifikat", staff: true)).ShouldBe([ticket.Stream]);
        (await Find("zertifikat", staff: false)).ShouldBeEmpty();
        (await Find("drucker zertifikat", staff: false)).ShouldBeEmpty();
        (await Find("telefonnummer", staff: false)).ShouldBe([ticket.Stream]);

        await Append(ticket.Next(new TicketEvent.CommentWithdrawn(answer.Id, Visibility.Public, null)));

        (await Find("telefonnummer", staff: false)).ShouldBeEmpty();
        (await Find("telefonnummer", staff: true)).ShouldBeEmpty();
    }

    [Fact]
    public async Task When_the_script_runs_once_more_because_its_text_changed_nothing_is_filled_in_again()
    {
        var ticket = await Opened("Drucker", "Seit heute früh.");
        await postgres.Run("delete from ticket_text where ticket_id = $1 and source = 'subject'", ticket.Stream);

        var script = Helpdesk.Postgres.Migrations.FunctionScript.All.Single(function => function.Name == "write_ticket_text");
        await using (var again = postgres.Database.Owner.CreateCommand(script.Text))
            await again.ExecuteNonQueryAsync();

        (await Kept("drucker")).ShouldBe(0);
        (await Kept("heute")).ShouldBe(1);
    }

    // What the program of the last release asks, until none of it runs any more.
    private async Task<long> Kept(string word)
    {
        await using var batch = postgres.Database.ForTenant(tenant);
        batch.Add("select count(*) from search_tickets($1, $2, true)").With(tenant.Value).With(word);
        await using var reader = await batch.ReadAsync(default);
        await reader.ReadAsync();
        return reader.GetInt64(0);
    }

    [Fact]
    public async Task A_text_that_was_changed_is_found_as_it_is_now()
    {
        var ticket = await Opened("Drucker", "Seit heute früh.");
        await Append(ticket.Next(
            new TicketEvent.SubjectChanged("Drucker", "Scanner"), new TicketEvent.DescriptionChanged("Seit gestern.")));

        (await Find("drucker", staff: true)).ShouldBeEmpty();
        (await Find("heute", staff: true)).ShouldBeEmpty();
        (await Find("scanner gestern", staff: true)).ShouldBe([ticket.Stream]);
        (await Find(ticket.State!.Number.ToLowerInvariant(), staff: true)).ShouldBe([ticket.Stream]);
    }

    [Fact]
    public async Task No_other_tenant_is_searched_and_the_function_answers_for_the_tenants_of_the_transaction_only()
    {
        var elsewhere = new TicketHistory(Some.Tenant());
        await Append(elsewhere.Next(TicketHistory.Opened(subject: "Geheimnis")));
        (await Find("geheimnis", staff: true)).ShouldBeEmpty();

        foreach (var (given, count) in new[] { (tenant, 0L), (elsewhere.Tenant, 1L) })
        {
            await using var batch = postgres.Database.ForTenant(given);
            batch.Add("select count(*) from search_tickets($1, 'geheimnis', true)").With(elsewhere.Tenant.Value);
            await using var reader = await batch.ReadAsync(default);
            await reader.ReadAsync();
            reader.GetInt64(0).ShouldBe(count);
        }
    }

    [Fact]
    public async Task An_index_serves_it()
    {
        await using var connection = await postgres.Superuser.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var fill = new Npgsql.NpgsqlCommand("""
            insert into ticket_text select $1, gen_random_uuid(), 'subject', false, search_vector($1, 'wort' || n || ' alle', false)
            from generate_series(1, 5000) n;
            """, connection, transaction))
        {
            fill.Parameters.Add(new() { Value = tenant.Value });
            await fill.ExecuteNonQueryAsync();
        }

        await using (var analyze = new Npgsql.NpgsqlCommand("analyze ticket_text", connection, transaction))
            await analyze.ExecuteNonQueryAsync();
        await using var explain = new Npgsql.NpgsqlCommand("""
            explain select t.ticket_id from unnest(folded_words('wort77')) word
            join ticket_text t on t.words @@ (quote_literal('x' || word) || ':*')::tsquery where t.tenant_id = gen_random_uuid()
            """, connection, transaction);
        await using var reader = await explain.ExecuteReaderAsync();
        var plan = new StringBuilder();
        while (await reader.ReadAsync())
            plan.AppendLine(reader.GetString(0));

        plan.ToString().ShouldContain("ticket_text_words");
    }

    [Fact]
    public async Task Program_and_database_agree_on_what_is_one_word()
    {
        string[] letters = [.. Enumerable.Range(0x20, 0xD7E0).Select(letter => ((char)letter).ToString()), .. MarkedCapitals];
        await using var fold = postgres.Superuser.CreateCommand(
            "select word_key(letter) from unnest($1) with ordinality l (letter, n) order by n");
        fold.Parameters.Add(new() { Value = letters });
        await using var reader = await fold.ExecuteReaderAsync();
        var folded = new List<string>();
        while (await reader.ReadAsync())
            folded.Add(reader.GetString(0));

        folded.Zip(letters).Where(pair => pair.First != pair.Second).Count().ShouldBeGreaterThan(150);
        folded.ShouldBe(letters.Select(TicketKeys.Fold));
    }

    // Their small letters are one character each, they are two.
    private static readonly string[] MarkedCapitals = ["\u03AA\u0301", "J\u030C", "H\u0331", "i\u0307", "Σας", "ΣΑΣ"];

    [Fact]
    public async Task A_tag_is_found_by_either_small_letter_of_a_Greek_capital()
    {
        var ticket = new TicketHistory(tenant);
        await Append(ticket.Next(TicketHistory.Opened(), new TicketEvent.Tagged("Σας")));

        foreach (var spelling in (string[])["ΣΑΣ", "σας", "σασ"])
            (await list.Find(Query() with { Tag = [spelling] }, default)).Items.Select(item => item.Id.Value).ShouldBe([ticket.Stream]);
    }

    [Theory]
    [InlineData("VPN")]
    [InlineData("vpn")]
    [InlineData("Vpn")]
    public async Task Filters_ask_for_a_word_in_whatever_case(string spelling)
    {
        var ticket = new TicketHistory(tenant);
        await Append(ticket.Next(
            TicketHistory.Opened() with { Category = "Vpn", Queue = "VPN", Team = "vpN" }, new TicketEvent.Tagged("vPN")));
        await Append(new TicketHistory(tenant).Next(TicketHistory.Opened(), new TicketEvent.Tagged("vpn2")));

        foreach (var query in (TicketQuery[])
        [
            Query() with { Category = [spelling] }, Query() with { Queue = [spelling] }, Query() with { Team = [spelling] },
            Query() with { Tag = [spelling] },
        ])
            (await list.Find(query, default)).Items.Select(item => item.Id.Value).ShouldBe([ticket.Stream]);
        var lists = postgres.Port<ITicketListsStore>();
        foreach (var kind in Enum.GetValues<ListKind>())
            (await lists.Carried(tenant, kind, [spelling, "nirgends"], default)).ShouldBe([spelling]);
    }

    private async Task<TicketHistory> Opened(string subject, string description)
    {
        var ticket = new TicketHistory(tenant);
        await Append(ticket.Next(TicketHistory.Opened(requester: requester, subject: subject) with { Description = description }));
        return ticket;
    }

    private async Task<Guid[]> Find(string words, bool staff)
    {
        var found = await list.Find(Query() with { OnlyOf = staff ? null : requester, Text = words }, default);
        return [.. found.Items.Select(item => item.Id.Value)];
    }

    private TicketQuery Query() => new() { Tenants = [tenant], Limit = 50 };

    private async Task Append(Append<Ticket, TicketEvent> append)
    {
        (await store.Append(append, default)).ShouldBeOfType<AppendOutcome.Done>();
        await postgres.Index(append.Tenant, append.Stream);
    }
}
