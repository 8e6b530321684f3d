using Helpdesk.Domain.Search;

namespace Helpdesk.Postgres.Tests.Search;

/// <summary>What is found by pieces of words and by words joined by signs, and what is suggested where nothing is.</summary>
public abstract class SearchTermsContract<TSubject>(TSubject subject) : IClassFixture<TSubject> where TSubject : SearchSubject
{
    private readonly TenantId tenant = Some.Tenant();

    [Theory]
    [InlineData("ff", false)]
    [InlineData("it", false)]
    [InlineData("iff", true)]
    [InlineData("fbau", true)]
    [InlineData("sc", true)]
    [InlineData("q", true)]
    public async Task Inside_a_word_of_a_subject_three_letters_are_needed_and_at_its_beginning_one(string typed, bool found)
    {
        await Opened("Schiffbau Quittung", "x");

        (await Find(typed)).Total.ShouldBe(found ? 1 : 0);
    }

    [Theory]
    [InlineData("3,5", true)]
    [InlineData("(3,5)", true)]
    [InlineData("3,6", false)]
    [InlineData("5,3", false)]
    [InlineData("Rechnung_2024-11(2).pdf", true)]
    [InlineData("Rechnung_2024-11(3).pdf", false)]
    [InlineData("https://stadt.example/a?b=77&c=%20", true)]
    [InlineData("https://stadt.example/a?b=78", false)]
    [InlineData("rechnung,anteil", false)]
    [InlineData("rechnung, anteil", true)]
    public async Task What_is_typed_without_spaces_stands_so(string typed, bool found)
    {
        await Opened("Vorgang", "Anteil 3,5 % in Rechnung_2024-11(2).pdf, siehe https://stadt.example/a?b=77&c=%20.");

        (await Find(typed)).Total.ShouldBe(found ? 1 : 0);
    }

    [Fact]
    public async Task A_suggestion_keeps_quotation_marks_and_signs()
    {
        await Opened("Drucker", "Kein Papierstau im Kopierer.");

        (await Find("\"Kein Papeirstau\"")).Suggestion.ShouldBe("\"Kein papierstau\"");
        (await Find("Papeirstau/im drucker")).Suggestion.ShouldBe("papierstau/im drucker");
    }

    [Fact]
    public async Task Signs_that_nobody_sees_are_neither_suggested_nor_shown()
    {
        await Opened("Laterne", "Vor\u00ADschalt\u200Bgerät \u202Edefekt\u202C");

        (await Find("vorschaltgeart")).Suggestion.ShouldBe("vorschaltgerät");
        (await Find("vorschaltgerät")).Items.Single().Snippet.ShouldBe("<mark>Vorschaltgerät</mark> defekt");
    }

    [Fact]
    public async Task For_at_most_five_words_others_are_suggested()
    {
        await Opened("Vorgang", "Telefonanlage Papierstau Netzwerkkabel Bildschirm Tastatur Drucker");
        const string five = "telefonanlgae papeirstau netzwerkkbael bildschrim tasttaur";

        (await Find($"{five} drucker")).Suggestion.ShouldBe("telefonanlage papierstau netzwerkkabel bildschirm tastatur drucker");
        (await Find($"{five} drukcer")).Suggestion.ShouldBeNull();
        (await Find(string.Join('-', Enumerable.Repeat("e", SearchText.MostWords)))).Suggestion.ShouldBeNull();
    }

    private async Task Opened(string title, string description)
    {
        var ticket = new TicketHistory(tenant);
        (await subject.Postgres.Port<ITicketStore>().Append(
            ticket.Next(TicketHistory.Opened(subject: title) with { Description = description }), default))
            .ShouldBeOfType<AppendOutcome.Done>();
        await subject.Put([await subject.Postgres.DocumentOf(tenant, ticket.Stream)]);
    }

    private Task<SearchPage> Find(string typed) => subject.Search.Find(
        new(typed, SearchText.Parse(typed), new() { Tenants = [tenant], Limit = 50 }, [SearchType.Ticket]) { Limit = 50 }, default);
}
