using Helpdesk.Domain.Attachments;
using Helpdesk.Domain.Search;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;
using Helpdesk.Postgres.Tests.Tickets;

namespace Helpdesk.Postgres.Tests.Search;

/// <summary>
/// Tickets are found by words, by those who may read them, as they are at that moment; whichever index says where the words stand.
/// </summary>
public abstract class SearchContract<TSubject>(TSubject subject) : IClassFixture<TSubject> where TSubject : SearchSubject
{
    private readonly PostgresFixture postgres = subject.Postgres;
    private readonly ITicketStore store = subject.Postgres.Port<ITicketStore>();
    private readonly ISearch search = subject.Search;
    private readonly TenantId tenant = Some.Tenant();
    private readonly AccountId requester = Some.Account();

    private protected TenantId Tenant => tenant;

    [Theory]
    [InlineData("Mu\u0308ller", true)]
    [InlineData("MÜLLER", true)]
    [InlineData("Mueller", true)]
    [InlineData("muller", true)]
    [InlineData("GROSSE strasse", true)]
    [InlineData("cafe", true)]
    [InlineData("BV-1234", true)]
    [InlineData("bv 1234", true)]
    [InlineData("1234", true)]
    [InlineData("-1234", true)]
    [InlineData("12/2024", true)]
    [InlineData("2024", true)]
    [InlineData("DS-7604NI-E1/4P", true)]
    [InlineData("7604ni", true)]
    [InlineData("DE12 3456", true)]
    [InlineData("3456", true)]
    [InlineData("max.muster@stadt.example", true)]
    [InlineData("muster", true)]
    [InlineData("Rechnung_2024-03.pdf", true)]
    [InlineData("rechnung", true)]
    [InlineData("\"seit heute früh\"", true)]
    [InlineData("heute \"früh im\"", true)]
    [InlineData("\"früh heute\"", false)]
    [InlineData("\"seit heut\"", false)]
    [InlineData("rechnungen", true)]
    [InlineData("drucker NOT heute", false)]
    [InlineData("BV-12345", false)]
    [InlineData("BV-1235", false)]
    [InlineData("12/2025", false)]
    [InlineData("fehlt", false)]
    [InlineData("drucker fehlt", false)]
    [InlineData("'; drop table ticket; -- \\ % _ & | ! ( ) ' * :*", false)]
    public async Task It_is_found_by(string typed, bool found)
    {
        var ticket = await Opened(
            "Netzwerkdrucker bei Müller", "Seit heute früh im Café, Große Straße. Akte BV-1234 und 12/2024, Recorder DS-7604NI-E1/4P, "
            + "IBAN DE12 3456, an max.muster@stadt.example, siehe Rechnung_2024-03.pdf.");

        (await Ids(typed)).ShouldBe(found ? [ticket.Stream] : []);
        (await Ids(typed, customer: true)).ShouldBe(found ? [ticket.Stream] : []);
    }

    [Fact]
    public async Task A_number_is_found_whole_in_part_and_without_its_zeros()
    {
        var ticket = new TicketHistory(tenant);
        await Append(ticket.Next(TicketHistory.Opened(number: "MUST-000731", requester: requester)));

        foreach (var typed in (string[])["MUST-000731", "must-000731", "must 731", "MUST-731", "000731", "731"])
            (await Find(typed)).Items.ShouldHaveSingleItem().Reasons.ShouldBe([SearchReason.Number], typed);
    }

    [Fact]
    public async Task Each_hit_says_where_its_words_stand_and_shows_the_piece_marked_and_escaped()
    {
        var ticket = await Opened("Scanner", "Er <b>klemmt</b>.");
        var file = new FileFacts(Guid.CreateVersion7(), "Belegfoto.png", "image/png", 3, new string('a', 64));
        var said = TicketHistory.Said("Das Zahnrad ist lose & laut.");
        await Append(ticket.Next(said, new TicketEvent.Attached(file, Visibility.Public, said.Id), new TicketEvent.Tagged("Hardware")));

        (await One("scanner")).ShouldBe("ticket Scanner | Er &lt;b&gt;klemmt&lt;/b&gt;. | Subject");
        (await One("klemmt")).ShouldBe("ticket Scanner | Er &lt;b&gt;<mark>klemmt</mark>&lt;/b&gt;. | Description");
        (await One("zahnrad")).ShouldBe("ticket Scanner | Das <mark>Zahnrad</mark> ist lose &amp; laut. | Comment");
        (await One("belegfoto")).ShouldBe("ticket Scanner | <mark>Belegfoto</mark>.png | FileName");
        (await One("hardware")).ShouldBe("ticket Scanner | Er &lt;b&gt;klemmt&lt;/b&gt;. | Tag");
        (await One("scanner zahnrad hardware")).ShouldEndWith("| Subject,Comment,Tag");

        async Task<string> One(string typed)
        {
            var hit = (await Find(typed)).Items.ShouldHaveSingleItem();
            return $"{Words<SearchType>.Of(hit.Type)} {hit.Title} | {hit.Snippet} | {string.Join(',', hit.Reasons)}";
        }
    }

    [Fact]
    public async Task A_customer_neither_finds_nor_counts_nor_is_told_by_a_suggestion_what_staff_keep_to_themselves()
    {
        var ticket = await Opened("Drucker", "Seit heute.");
        var file = new FileFacts(Guid.CreateVersion7(), "Geheimplan.png", "image/png", 3, new string('a', 64));
        var note = TicketHistory.Said("Zertifikat", Visibility.Internal);
        await Append(ticket.Next(
            note, new TicketEvent.Attached(file, Visibility.Internal, note.Id), new TicketEvent.Tagged("Vorfall")));
        var foreign = new TicketHistory(tenant);
        await Append(foreign.Next(TicketHistory.Opened(subject: "Mietvertrag")));

        foreach (var typed in (string[])["zertifikat", "geheimplan", "vorfall", "mietvertrag", "drucker zertifikat"])
        {
            var (staff, customer) = (await Find(typed), await Find(typed, customer: true));
            (staff.Total, customer.Total).ShouldBe((1, 0), typed);
            customer.Facets.Values.ShouldAllBe(values => values.Count == 0);
            customer.Facets.Keys.ShouldNotContain(SearchFacet.Tag);
        }

        foreach (var typed in (string[])["zertifkat", "geheimplna", "vorffall", "mietvertarg"])
        {
            (await Find(typed)).Suggestion.ShouldNotBeNull(typed);
            (await Find(typed, customer: true)).Suggestion.ShouldBeNull(typed);
        }
    }

    [Fact]
    public async Task What_the_index_has_not_heard_of_yet_is_not_shown_any_more()
    {
        var ticket = await Opened("Drucker", "Ursprung.");
        var said = TicketHistory.Said("Telefonnummer", fromStaff: false);
        await Append(ticket.Next(said, new TicketEvent.Tagged("Eilsache")));

        // The index lags behind: none of this is written to it.
        await Append(ticket.Next(
            new TicketEvent.CommentWithdrawn(said.Id, Visibility.Public, null), new TicketEvent.DescriptionChanged("Anders."),
            new TicketEvent.SubjectChanged("Drucker", "Scanner"), new TicketEvent.Untagged("Eilsache")), index: false);

        foreach (var typed in (string[])["telefonnummer", "ursprung", "drucker", "eilsache"])
        {
            var found = await Find(typed);
            (found.Total, found.Items.Count, found.Facets[SearchFacet.Status].Count, found.Suggestion).ShouldBe((0, 0, 0, null), typed);
        }
    }

    [Fact]
    public async Task An_older_version_that_comes_late_replaces_nothing()
    {
        var ticket = await Opened("Drucker", "Seit heute.");
        var old = await postgres.DocumentOf(tenant, ticket.Stream);
        await Append(ticket.Next(new TicketEvent.SubjectChanged("Drucker", "Scanner")));

        await subject.Put([old]);

        (await Ids("scanner")).ShouldBe([ticket.Stream]);
        (await Find("drucker")).Total.ShouldBe(0);
    }

    [Fact]
    public async Task Where_nothing_is_found_it_says_what_may_have_been_meant()
    {
        await Opened("Feuerwehr Übung", "Papierstau im Drucker.");

        (await Find("drukcer")).Suggestion.ShouldBe("drucker");
        (await Find("feurwher papierstua", customer: true)).Suggestion.ShouldBe("feuerwehr papierstau");
        (await Find("übunk")).Suggestion.ShouldBe("übung");
        (await Find("xyzzyq")).Suggestion.ShouldBeNull();
        (await Find("drucker")).Suggestion.ShouldBeNull();
    }

    [Fact]
    public async Task Pages_go_through_all_hits_once_the_best_first_and_each_tells_the_same_counts()
    {
        for (var n = 0; n < 5; n++)
            await Opened("Vorgang", "Ein Papierstau.");
        var best = await Opened("Papierstau", "Text.");
        var (seen, after) = (new List<Guid>(), (SearchPlace?)null);
        do
        {
            var page = await Find("papierstau", after: after, limit: 4);
            page.Total.ShouldBe(6);
            page.Facets[SearchFacet.Status].ShouldBe(new Dictionary<string, int> { ["open"] = 6 });
            seen.AddRange(page.Items.Select(hit => hit.Id));
            after = page.Next;
        }
        while (after is not null);

        seen[0].ShouldBe(best.Stream);
        (seen.Count, seen.Distinct().Count()).ShouldBe((6, 6));
    }

    [Fact]
    public async Task Facets_count_what_was_found_and_filters_narrow_it()
    {
        await Append(new TicketHistory(tenant).Next(
            TicketHistory.Opened(subject: "Papierstau") with { Priority = Priority.High, Queue = "eins" }, new TicketEvent.Tagged("a")));
        await Append(new TicketHistory(tenant).Next(TicketHistory.Opened(subject: "Papierstau") with { Category = null, Team = "zwei" }));
        await Append(new TicketHistory(tenant).Next(TicketHistory.Opened(subject: "Anderes")));

        var all = (await Find("papierstau")).Facets;
        all[SearchFacet.Priority].ShouldBe(new Dictionary<string, int> { ["high"] = 1, ["medium"] = 1 }, ignoreOrder: true);
        all[SearchFacet.Category].ShouldBe(new Dictionary<string, int> { ["it"] = 1 });
        all[SearchFacet.Queue].ShouldBe(new Dictionary<string, int> { ["eins"] = 1 });
        all[SearchFacet.Team].ShouldBe(new Dictionary<string, int> { ["zwei"] = 1 });
        all[SearchFacet.Tag].ShouldBe(new Dictionary<string, int> { ["a"] = 1 });
        all[SearchFacet.Assignee].ShouldBe(new Dictionary<string, int> { ["none"] = 2 });

        var ask = Ask("papierstau", customer: false);
        (await search.Find(ask with { Filter = ask.Filter with { Priority = [Priority.High], Tag = ["A"] } }, default)).Total.ShouldBe(1);
        (await search.Find(ask with { Filter = ask.Filter with { Queue = ["drei"] } }, default)).Total.ShouldBe(0);
    }

    [Fact]
    public async Task No_other_tenant_is_searched()
    {
        var elsewhere = new TicketHistory(Some.Tenant());
        await Append(elsewhere.Next(TicketHistory.Opened(subject: "Geheimnis")));
        (await Find("geheimnis")).Total.ShouldBe(0);
        (await Find("geheimnsi")).Suggestion.ShouldBeNull();
        var ask = Ask("geheimnis", customer: false);
        (await search.Find(ask with { Filter = ask.Filter with { Tenants = [tenant, elsewhere.Tenant] } }, default))
            .Items.ShouldHaveSingleItem().Tenant.ShouldBe(elsewhere.Tenant);
    }

    private protected async Task<TicketHistory> Opened(string subject, string description)
    {
        var ticket = new TicketHistory(tenant);
        await Append(ticket.Next(TicketHistory.Opened(requester: requester, subject: subject) with { Description = description }));
        return ticket;
    }

    private protected async Task<Guid[]> Ids(string typed, bool customer = false) =>
        [.. (await Find(typed, customer)).Items.Select(hit => hit.Id)];

    private protected Task<SearchPage> Find(string typed, bool customer = false, SearchPlace? after = null, int limit = 50) =>
        search.Find(Ask(typed, customer) with { After = after, Limit = limit }, default);

    private protected SearchAsk Ask(string typed, bool customer) => new(
        typed, SearchText.Parse(typed), new() { Tenants = [tenant], OnlyOf = customer ? requester : null, Limit = 50 },
        Enum.GetValues<SearchType>())
    { Limit = 50 };

    private protected async Task Append(Append<Ticket, TicketEvent> append, bool index = true)
    {
        await postgres.Upload(tenant, append.Events.Select(recorded => recorded.Event));
        (await store.Append(append, default)).ShouldBeOfType<AppendOutcome.Done>();
        if (index)
            await subject.Put([await postgres.DocumentOf(append.Tenant, append.Stream)]);
    }
}
