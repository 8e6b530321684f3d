using System.Text.RegularExpressions;

namespace Helpdesk.Architecture.Tests;

/// <summary>Where a file lies says what it belongs to.</summary>
public sealed partial class FolderTests
{
    private static readonly string[] Capabilities =
    [
        "Tickets", "Sla", "Tenants", "People", "SignIn", "Programs", "FeatureFlags", "Releases", "Knowledge", "Search", "Attachments",
            "Notifications", "Feed", "Mail", "Outbound", "Webhooks", "Push", "Assist", "Live",
        "Reports", "Privacy", "Due", "Clocks", "Staff", "Audit", "Categories", "Demo", "Templates", "TextModules",
    ];

    // What is no capability: the parts that a project has of its own.
    private static readonly string[] Parts =
    [
        "api/Documentation", "api/Health", "api/Hosting", "api/Http", "api/Markup", "api/Pages", "api/RateLimits", "api/Tenancy", "api/Web",
        "src/Helpdesk.Grains/Hosting", "src/Helpdesk.Postgres/Embedded", "src/Helpdesk.Postgres/Engine",
        "src/Helpdesk.Postgres/Migrations", "src/Helpdesk.Postgres/Sql", "src/Helpdesk.Postgres/Caching",
        "src/Helpdesk.Postgres/Sealing", "src/Helpdesk.Hosting/Cluster", "src/Helpdesk.Hosting/Health",
        "src/Helpdesk.Hosting/Tenancy",
        "src/Helpdesk.Adapters/Dns",
    ];

    [Fact]
    public void The_namespace_is_the_folder()
    {
        var files = Sources.Under("src", "api", "silo", "tests").ToList();
        files.Count.ShouldBeGreaterThan(200, "the scan must have seen the sources");

        foreach (var file in files)
        {
            if (Namespace().Match(file.Text) is { Success: true } declared)
                declared.Groups["name"].Value.ShouldBe(NamespaceOf(file.Folder), file.Path);
        }
    }

    [Fact]
    public void The_folders_of_a_project_are_capabilities_with_the_same_names_everywhere()
    {
        var folders = Sources.Under("src", "api").Select(CapabilityFolder).OfType<string>().Distinct().ToList();
        folders.ShouldContain("src/Helpdesk.Domain/Tickets");

        folders.Where(folder => !Parts.Contains(folder) && !Capabilities.Contains(folder[(folder.LastIndexOf('/') + 1)..])).ShouldBeEmpty();
    }

    private static string NamespaceOf(string folder)
    {
        var parts = folder.Split('/');
        IEnumerable<string> names = parts[0] switch
        {
            "api" => parts[1..].Prepend("Helpdesk.Api"),
            "silo" => parts[1..].Prepend("Helpdesk.Silo"),
            _ => parts[1..],
        };
        return string.Join('.', names);
    }

    /// <summary>The first folder inside its project; <c>null</c>: the file lies at the project's root.</summary>
    private static string? CapabilityFolder(SourceFile file)
    {
        var parts = file.Folder.Split('/');
        var depth = parts[0] == "src" ? 3 : 2;
        return parts.Length < depth ? null : string.Join('/', parts.Take(depth));
    }

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
