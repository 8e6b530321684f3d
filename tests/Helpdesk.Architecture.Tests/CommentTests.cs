using System.Text.RegularExpressions;

namespace Helpdesk.Architecture.Tests;

/// <summary>A comment is a sentence, or names a thing: what it says is clear before what stands below is read.</summary>
public sealed partial class CommentTests
{
    [Fact]
    public void No_comment_begins_with_Of()
    {
        var sources = Sources.Under("src", "api", "silo", "tests");

        sources.SelectMany(file => Beginning().Matches(file.Text).Select(line => $"{file.Path}: {line.Value.Trim()}")).ShouldBeEmpty();
        sources.Sum(file => Comment().Count(file.Text)).ShouldBeGreaterThan(5_000, "the sources must have been read");
        Beginning().Count("/// <summary>Of a ticket.</summary>\n/// <summary>\n/// Of a ticket.\n// Of a ticket.").ShouldBe(2);
    }

    // The second and further lines of a comment go on with a sentence, whatever they begin with.
    [GeneratedRegex(
        @"(?<!^[ \t]*//[^\n]*\n)^[ \t]*//[^\S\n]*Of .*|^[ \t]*///[ \t]*<(summary|remarks|para)>\s*(///[ \t]*)?Of .*",
        RegexOptions.Multiline)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"^[ \t]*//", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
