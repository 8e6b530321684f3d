namespace Helpdesk.Domain.Tests;

public sealed class TextTests
{
    [Theory]
    [InlineData("a\0b", "control-character")] // NUL
    [InlineData("a\u0007b", "control-character")] // C0
    [InlineData("a\u0085b", "control-character")] // C1
    [InlineData("a\tb", "control-character")]
    [InlineData("a\r\nBcc: e@x", "control-character")]
    [InlineData("a\u2028b", "control-character")]
    [InlineData("a\u2029b", "control-character")]
    [InlineData("a\uFEFFb", "control-character")]
    [InlineData("a\uFFFEb", "control-character")]
    [InlineData("a\uFDD0b", "control-character")]
    [InlineData("a\U0010FFFFb", "control-character")]
    [InlineData("", "required")]
    [InlineData("   ", "required")]
    [InlineData("\u00A0\u2003", "required")]
    [InlineData("\u200B", "required")]
    [InlineData("\u3164", "required")]
    [InlineData("\u2800", "required")]
    [InlineData("\u202E", "required")]
    [InlineData("\u0301", "required")]
    public void One_line_refuses(string value, string code) => Text.OneLine(value, "/subject", 200)!.Code.ShouldBe(code);

    [Theory]
    [InlineData("Drucker druckt nicht")]
    [InlineData("Straße gesperrt – „Umleitung“ 🚧")]
    [InlineData("\u202Eabc")] // bidi overrides are stored; pages isolate them
    [InlineData("\u2066abc\u2069")]
    [InlineData("👨‍👩‍👧‍👦")] // joined with U+200D
    [InlineData("é")] // decomposed
    [InlineData("مرحبا")]
    [InlineData("<a href=//evil>{{7*7}}</a>")]
    public void One_line_accepts(string value) => Text.OneLine(value, "/subject", 200).ShouldBeNull();

    [Theory]
    [InlineData("Zeile 1\r\nZeile 2\tmit Tabulator")]
    [InlineData("C1 \u0085 und \u2028 bleiben")]
    public void A_body_has_lines(string value) => Text.Body(value, "/body", 200).ShouldBeNull();

    [Theory]
    [InlineData(null, "required")]
    [InlineData("\n\t ", "required")]
    [InlineData("a\0b", "nul")]
    public void A_body_refuses(string? value, string code) => Text.Body(value, "/body", 200)!.Code.ShouldBe(code);

    [Fact]
    public void Length_is_counted_in_code_points()
    {
        Text.OneLine(Repeated("🙂", 200), "/subject", 200).ShouldBeNull();
        Text.OneLine(Repeated("🙂", 201), "/subject", 200)!.Code.ShouldBe("too-long");
        Text.OneLine("a" + Repeated("\u0301", 199), "/subject", 200).ShouldBeNull();
        Text.OneLine("a" + Repeated("\u0301", 5_000), "/subject", 200)!.Code.ShouldBe("too-long");
        Text.Body(Repeated(">\n", 500_000), "/body", 65_536)!.Code.ShouldBe("too-long");
    }

    private static string Repeated(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
