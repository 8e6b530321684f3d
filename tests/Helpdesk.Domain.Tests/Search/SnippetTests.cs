using Helpdesk.Domain.Search;

namespace Helpdesk.Domain.Tests.Search;

public sealed class SnippetTests
{
    [Theory]
    [InlineData("Der Drucker druckt nicht.", "drucker", "Der <mark>Drucker</mark> druckt nicht.")]
    [InlineData("Der Drucker druckt nicht.", "druck", "Der <mark>Drucker</mark> <mark>druckt</mark> nicht.")]
    [InlineData("Akte BV-1234, dringend", "BV-1234", "Akte <mark>BV-1234</mark>, dringend")]
    [InlineData("Akte BV-1234, dringend", "\"bv 1234\"", "Akte <mark>BV-1234</mark>, dringend")]
    [InlineData("Frau Müller, Große Straße", "mueller strasse", "Frau <mark>Müller</mark>, Große <mark>Straße</mark>")]
    [InlineData("<b>fett</b> & 'so'", "fett", "&lt;b&gt;<mark>fett</mark>&lt;/b&gt; &amp; &#39;so&#39;")]
    [InlineData("<mark>falsch</mark>", "nichts", "&lt;mark&gt;falsch&lt;/mark&gt;")]
    [InlineData("eins\r\n\r\n\tzwei", "zwei", "eins <mark>zwei</mark>")]
    [InlineData("", "nichts", "")]
    [InlineData("Ein Dru\u00ADcker\u200B \u202Eim\u202C \u2066Amt\u2069", "drucker", "Ein <mark>Drucker</mark> im Amt")]
    public void What_was_found_is_marked_and_all_else_escaped(string text, string asked, string snippet) =>
        Snippet.Of(text, SearchText.Parse(asked)).ShouldBe(snippet);

    [Fact]
    public void Of_a_long_text_it_shows_what_stands_around_the_first_place()
    {
        var text = string.Join(' ', [.. Enumerable.Repeat("vorher", 100), "Papierstau", .. Enumerable.Repeat("nachher", 100)]);

        var snippet = Snippet.Of(text, SearchText.Parse("papierstau"));

        snippet.ShouldStartWith("… vorher");
        snippet.ShouldEndWith("nachher …");
        snippet.ShouldContain("<mark>Papierstau</mark>");
        snippet.Length.ShouldBeLessThan(Snippet.Longest + 30);
    }

    [Fact]
    public void A_text_without_spaces_is_cut_between_characters() =>
        Snippet.Of(string.Concat(Enumerable.Repeat("🙂", 300)), SearchText.Parse("nichts")).EnumerateRunes()
            .ShouldAllBe(rune => rune != System.Text.Rune.ReplacementChar);

    [Fact]
    public void A_word_that_was_found_and_is_longer_than_the_snippet_is_marked_and_cut()
    {
        var word = new string('x', 10_000);

        foreach (var before in (string[])["", "kurz ", string.Concat(Enumerable.Repeat("vorher ", 100))])
        {
            var snippet = Snippet.Of($"{before}{word} nachher", SearchText.Parse(word[..100]));

            snippet.ShouldContain("<mark>xxx");
            snippet.ShouldEndWith("xxx</mark> …");
            snippet.Length.ShouldBeLessThan(Snippet.Longest + 30);
        }
    }
}
