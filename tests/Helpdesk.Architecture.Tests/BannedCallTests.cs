using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Helpdesk.Architecture.Tests;

/// <summary>
/// Time and chance come in from outside, so that every decision can be repeated. The compiler refuses the calls that
/// <c>src/BannedSymbols.txt</c> names; here it is only held that it is asked to.
/// </summary>
public sealed partial class BannedCallTests
{
    [Fact]
    public void No_pattern_lets_a_line_break_pass_at_its_end()
    {
        var files = Sources.Under("src", "api", "silo").ToList();

        files.Where(file => EndsInDollar().IsMatch(file.Text)).Select(file => file.Path).ShouldBeEmpty(
            "in .NET it is \\z that ends a text");
        EndsInDollar().IsMatch("""[GeneratedRegex("^a$", RegexOptions.NonBacktracking)]""").ShouldBeTrue();
    }

    [GeneratedRegex(@"(GeneratedRegex|Regex|IsMatch)\([^\n]*\$""[,)]")]
    private static partial Regex EndsInDollar();

    [Theory]
    [InlineData("Helpdesk.Domain")]
    [InlineData("Helpdesk.Grains")]
    public void The_compiler_is_told_what_rules_and_grains_may_not_call(string project)
    {
        var items = XDocument.Parse(Sources.Text($"src/{project}/{project}.csproj")).Descendants().Select(
            item => item.Attribute("Include")?.Value);

        items.ShouldContain("Microsoft.CodeAnalysis.BannedApiAnalyzers");
        items.ShouldContain("../BannedSymbols.txt");
        Sources.Text("src/BannedSymbols.txt").ShouldContain("P:System.DateTime.UtcNow;");
        Sources.Text(".editorconfig").ShouldNotContain("RS0030", customMessage: "a refusal that is switched off refuses nothing");
    }
}
