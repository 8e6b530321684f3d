using System.Text.RegularExpressions;

namespace Helpdesk.Architecture.Tests;

/// <summary>What a README points to is there: newcomers begin with them.</summary>
public sealed partial class LinkTests
{
    [Fact]
    public void Every_link_within_the_checkout_leads_somewhere()
    {
        var links = Sources.Tree().Where(file => file.Path.EndsWith(".md", StringComparison.Ordinal))
            .SelectMany(file => Link().Matches(file.Text).Select(link => (From: file.Path, To: link.Groups["to"].Value)))
            .Where(link => !link.To.Contains("://", StringComparison.Ordinal)).ToList();

        links.Count.ShouldBeGreaterThan(100, "the texts must have been read");
        links.Where(link => !Exists(link.From, link.To)).ShouldBeEmpty();
        Exists("README.md", "src/no-such-file.cs").ShouldBeFalse();
    }

    private static bool Exists(string from, string to) =>
        Path.Exists(Path.Combine(Sources.Root, Path.GetDirectoryName(from)!, to));

    [GeneratedRegex(@"\]\((?<to>[^)#\s]+)[^)]*\)")]
    private static partial Regex Link();
}
