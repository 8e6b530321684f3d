using Helpdesk.Domain.Search;

namespace Helpdesk.Postgres.Tests.Search;

/// <summary>The search on Elasticsearch, and what only that finds.</summary>
public sealed class ElasticSearchTests(ElasticSubject subject) : SearchContract<ElasticSubject>(subject)
{
    [ElasticsearchFact]
    public void The_contract_ran_on_a_real_Elasticsearch() => subject.StandIn.ShouldBeNull();

    private readonly ElasticSubject subject = subject;

    [Fact]
    public async Task Parts_of_a_German_compound_are_found_in_any_text_and_a_compound_finds_no_part()
    {
        var compound = await Opened("Vorgang", "Die Etikettendrucker stehen, der Hundesteuerbescheid fehlt.");
        await Opened("Vorgang", "Ein Bescheid.");

        (await Ids("drucker")).ShouldBe([compound.Stream]);
        (await Ids("steuer")).ShouldBe([compound.Stream]);
        (await Ids("hundesteuerbescheid")).ShouldBe([compound.Stream]);
        (await Ids("bescheid")).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Of_a_ticket_with_very_many_comments_the_newest_that_fits_is_shown()
    {
        var ticket = await Opened("Vorgang", "Text.");
        for (var n = 0; n < 130; n++)
            await Append(ticket.Next(TicketHistory.Said($"Nachricht {n} zur Laterne.")), index: n == 129);

        var found = await Find("laterne");
        found.Items.Single().Snippet.ShouldBe("Nachricht 129 zur <mark>Laterne</mark>.");
        (await Find("laterne \"nachricht 0\"")).Total.ShouldBe(1);
    }
}

public sealed class ElasticSearchTermsTests(ElasticSubject subject) : SearchTermsContract<ElasticSubject>(subject);

public sealed class ElasticSearchAddressTests(ElasticSubject subject) : SearchAddressContract<ElasticSubject>(subject);

/// <summary>Skipped where no Elasticsearch is named: the contract ran on what stands in for it.</summary>
public sealed class ElasticsearchFactAttribute : FactAttribute
{
    public ElasticsearchFactAttribute() => Skip = ElasticSubject.RealUrl is null
        ? $"{ElasticSubject.Variable} names none: the contract ran on a stand-in." : null;
}
