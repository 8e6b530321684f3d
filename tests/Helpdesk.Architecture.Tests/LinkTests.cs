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

    /// <summary>A name may stand without its folder, as long as there is such a file; with a folder, the folder is right.</summary>
    [Fact]
    public void Every_file_that_a_text_names_is_there()
    {
        var tree = Sources.Tree();
        var paths = tree.Select(file => $"/{file.Path}").ToList();
        var named = tree.Where(file => file.Path.EndsWith(".md", StringComparison.Ordinal))
            .SelectMany(file => Named().Matches(file.Text).Select(span => (In: file.Path, Name: span.Groups["name"].Value))).ToList();

        named.Count.ShouldBeGreaterThan(30, "the texts must have been read");
        named.Where(one => !paths.Exists(path => path.EndsWith($"/{one.Name}", StringComparison.Ordinal))).ShouldBeEmpty();
    }

    private static bool Exists(string from, string to) =>
        Path.Exists(Path.Combine(Sources.Root, Path.GetDirectoryName(from)!, to));

    [GeneratedRegex(@"\]\((?<to>[^)#\s]+)[^)]*\)")]
    private static partial Regex Link();

    // NAME and NNNN stand for what a new file will be called.
    [GeneratedRegex(@"`(?!\S*(NAME|NNNN))(?<name>[\w./-]+\.(cs|sql))`")]
    private static partial Regex Named();
}
