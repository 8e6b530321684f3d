using Helpdesk.Domain.Search;

namespace Helpdesk.Domain.Tests.Search;

/// <summary>What a word is, and what somebody asks for, row by row.</summary>
public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("Müller", "Mueller")]
    [InlineData("MÜLLER", "muller")]
    [InlineData("Straße", "STRASSE")]
    [InlineData("Café", "cafe\u0301")]
    [InlineData("Œuvre", "oeuvre")]
    [InlineData("Łódź", "lodz")]
    [InlineData("Ærø", "aero")]
    [InlineData("ΣΑΣ", "σας")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("ﬁnden", "finden")]
    [InlineData("Dru\u00ADcker", "Drucker")]
    [InlineData("１２３", "123")]
    public void Two_spellings_are_one_word(string one, string other) => SearchWords.Key(one).ShouldBe(SearchWords.Key(other));

    [Theory]
    [InlineData("Mutter", "Mütze")]
    [InlineData("Haus", "Maus")]
    [InlineData("1234", "12345")]
    public void Others_are_not(string one, string other) => SearchWords.Key(one).ShouldNotBe(SearchWords.Key(other));

    [Theory]
    [InlineData("Der Drucker, 2. OG!", "der drucker 2 og")]
    [InlineData("BV-1234", "bv 1234")]
    [InlineData("12/2024", "12 2024")]
    [InlineData("DS-7604NI-E1/4P", "ds 7604ni e1 4p")]
    [InlineData("DE12 3456", "de12 3456")]
    [InlineData("max.muster@stadt.example", "max muster stadt example")]
    [InlineData("Rechnung_2024-03.PDF", "rechnung 2024 03 pdf")]
    [InlineData("%_:&|!()'\\* --", "")]
    [InlineData("ein\u00a0Wort\r\nund\tnoch eins", "ein wort und noch eins")]
    [InlineData("emoji 🙂 da", "emoji da")]
    [InlineData("", "")]
    public void A_text_has_these_words(string text, string words) =>
        string.Join(' ', SearchWords.In(text).Select(word => word.Key)).ShouldBe(words);

    [Fact]
    public void A_word_says_where_it_stands()
    {
        const string text = "Ein Cafe\u0301, groß.";
        SearchWords.In(text).Select(word => text.Substring(word.Start, word.Length)).ShouldBe(["Ein", "Cafe\u0301", "groß"]);
    }

    [Fact]
    public void An_ending_of_a_word_is_found_by_its_own_letters()
    {
        SearchWords.Inner("Bauelement").ShouldContain("element");
        SearchWords.Inner("Netzwerkdrucker").ShouldContain("drucker");
        SearchWords.Inner("abc").ShouldBeEmpty();
        SearchWords.Inner("abcd").ShouldBe(["bcd"]);
    }

    [Fact]
    public void A_very_long_word_counts_by_its_beginning_and_halves_of_characters_by_nothing()
    {
        SearchWords.Key(new string('x', 500)).Length.ShouldBe(SearchWords.Compared);
        SearchWords.In("a\ud83d b").Select(word => word.Key).ShouldBe(["a", "b"]);
    }

    [Theory]
    [InlineData("drucker", "drucker*")]
    [InlineData("Drucker  Papierstau", "drucker* papierstau*")]
    [InlineData("\"kein Papier\"", "'kein papier'")]
    [InlineData("„kein Papier“ drucker", "'kein papier' drucker*")]
    [InlineData("BV-1234", "'bv 1234*'")]
    [InlineData("-1234", "1234*")]
    [InlineData("drucker -1234", "drucker* 1234*")]
    [InlineData("NOT drucker OR papier", "not* drucker* or* papier*")]
    [InlineData("12/2024", "'12 2024*'")]
    [InlineData("DS-7604NI-E1/4P", "'ds 7604ni e1 4p*'")]
    [InlineData("DE12 3456", "de12* 3456*")]
    [InlineData("max.muster@stadt.example", "'max muster stadt example*'")]
    [InlineData("Müller,Anna", "'muller anna*'")]
    [InlineData("Müller, Anna", "muller* anna*")]
    [InlineData("3,5", "'3 5*'")]
    [InlineData("Rechnung_2024-11(2).pdf", "'rechnung 2024 11 2 pdf*'")]
    [InlineData("https://stadt.example/a?b=1&c=%20;d", "'https stadt example a b 1 c 20 d*'")]
    [InlineData("(drucker) [papier] <stau> {x}", "drucker* papier* stau* x*")]
    [InlineData("('drucker', \"kein Papier\")", "drucker* 'kein papier'")]
    [InlineData("name=\"kein Papier\"", "name* 'kein papier'")]
    [InlineData("19\" Monitor 24\" Rack", "19* monitor* 24* rack*")]
    [InlineData("Müller — Anna · Rack", "muller* anna* rack*")]
    [InlineData("a🙂b", "'a b*'")]
    [InlineData("Dru\u00ADcker\u200B\u202Ex", "druckerx*")]
    [InlineData("'; drop -- \\ %_ :* & | !", "drop*")]
    [InlineData("rathaus'):* & !", "rathaus*")]
    [InlineData("offen\" auf", "offen* auf*")]
    [InlineData("\"", "")]
    [InlineData("\"\"", "")]
    [InlineData("%_:&|!()'\\*", "")]
    [InlineData("drucker DRUCKER", "drucker*")]
    [InlineData("C++ und C#", "c* und*")]
    public void What_is_typed_is_asked_for(string typed, string terms) => string.Join(
        ' ', SearchText.Parse(typed).Terms.Select(term => term.IsOneWord && !term.IsWhole ? term.Pattern : $"'{term.Pattern}'"))
        .ShouldBe(terms);

    [Fact]
    public void Every_sign_without_spaces_around_it_joins()
    {
        foreach (var sign in ",;=?%*~!|()[]<>§$€^´—·…°•×`-‐‑‒–/\\._@+:#&'’{}")
            SearchText.Parse($"links{sign}rechts").Terms.ShouldHaveSingleItem().Pattern.ShouldBe("links rechts*", $"sign {sign}");
    }

    [Fact]
    public void A_term_is_typed_anew_with_other_words_and_keeps_its_signs()
    {
        var instead = new Dictionary<string, string> { ["drukcer"] = "drucker", ["papeir"] = "papier" };

        string.Join(' ', SearchText.Parse("(BV-Drukcer/Papeir) \"kein Papeir\" drukcer").Terms.Select(term => term.With(instead)))
            .ShouldBe("BV-drucker/papier \"kein papier\" drucker");
    }

    [Fact]
    public void A_question_without_words_and_one_with_too_many_are_refused()
    {
        SearchText.Parse("% _").Fault("q")!.Code.ShouldBe("required");
        SearchText.Parse(string.Join(' ', Enumerable.Range(0, 21))).Fault("q")!.Code.ShouldBe("too-many");
        SearchText.Parse(string.Join(' ', Enumerable.Range(0, 20))).Fault("q").ShouldBeNull();
        SearchText.Parse(string.Join('-', Enumerable.Range(0, 21))).Fault("q")!.Code.ShouldBe("too-many");
        SearchText.Parse(string.Join('-', Enumerable.Range(0, 20))).Fault("q").ShouldBeNull();
        SearchText.Parse($"{string.Join('-', Enumerable.Range(0, 15))} \"a b c\" d e").Fault("q").ShouldBeNull();
        SearchText.Parse($"{string.Join('-', Enumerable.Range(0, 15))} \"a b c\" d e f").TooManyWords("q")!.Code.ShouldBe("too-many");
    }
}
