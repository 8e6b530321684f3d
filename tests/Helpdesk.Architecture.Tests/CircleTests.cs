using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace Helpdesk.Architecture.Tests;

/// <summary>Folders of a project know each other in one direction only: whoever reads one need not read what stands on it.</summary>
public sealed partial class CircleTests
{
    public static TheoryData<string, string> Projects => new()
    {
        { typeof(Error).Assembly.GetName().Name!, "Tickets -> Sla" },
        { typeof(Contracts.GrainKeys).Assembly.GetName().Name!, "Tickets -> Due" },
        { typeof(Grains.Tickets.TicketGrain).Assembly.GetName().Name!, "Tickets -> Feed" },
        { typeof(Postgres.Sql.Database).Assembly.GetName().Name!, "Tickets -> Feed" },
        { typeof(Api.Http.Problems).Assembly.GetName().Name!, "Tickets -> Http" },
    };

    // Constants leave no trace in what is compiled, documentation neither: both are read from the text.
    [Theory]
    [MemberData(nameof(Projects))]
    public void No_circle_runs_among_the_folders_by_what_their_files_name(string project, string known)
    {
        var arrows = NamedIn(project);
        arrows.Select(arrow => arrow.From).ShouldContain(known.Split(' ')[0], "the files must have been read");

        InCircles(arrows).Select(arrow => $"{arrow.From} -> {arrow.To}: {arrow.Because}").ShouldBeEmpty();
    }

    /// <param name="known">An arrow that is there: the scan must have seen it.</param>
    [Theory]
    [MemberData(nameof(Projects))]
    public void No_circle_runs_among_the_folders_of_a_project(string project, string known)
    {
        var arrows = ArrowsOf(project);
        arrows.Select(arrow => $"{arrow.From} -> {arrow.To}").ShouldContain(known, "the scan must have seen the project");

        InCircles(arrows).Select(arrow => $"{arrow.From} -> {arrow.To}: {arrow.Because}").ShouldBeEmpty();
    }

    [Fact]
    public void A_circle_is_found_where_there_is_one() =>
        InCircles([new("A", "B", ""), new("B", "C", ""), new("C", "A", ""), new("C", "D", "")]).Select(arrow => arrow.From).ShouldBe(
            ["A", "B", "C"]);

    private static IReadOnlyList<Arrow> ArrowsOf(string project)
    {
        var code = new ArchLoader().LoadAssemblies(System.Reflection.Assembly.Load(project)).Build();
        var root = project == "Helpdesk.Api" ? "Helpdesk.Api" : project;
        return
        [
            .. from type in code.Types
               let here = FolderOf(type, root)
               where here is not null
               from dependency in type.Dependencies
               let there = FolderOf(dependency.Target, root)
               where there is not null && there != here && dependency.Target is not GenericParameter
               group $"{type.Name} -> {dependency.Target.Name}" by (here, there) into arrow
               select new Arrow(arrow.Key.here, arrow.Key.there, string.Join(", ", arrow.Distinct().Order(StringComparer.Ordinal).Take(8))),
        ];
    }

    private static IReadOnlyList<Arrow> NamedIn(string project) =>
    [
        .. from file in Sources.Under(project == "Helpdesk.Api" ? "api" : $"src/{project}")
           let here = Namespace().Match(file.Text) is { Success: true } space ? space.Groups["name"].Value : ""
           where here.StartsWith(project + ".", StringComparison.Ordinal)
           from used in Using().Matches(file.Text).Select(line => line.Groups["name"].Value)
           where used.StartsWith(project + ".", StringComparison.Ordinal)
           let arrow = (From: here[(project.Length + 1)..].Split('.')[0], To: used[(project.Length + 1)..].Split('.')[0])
           where arrow.From != arrow.To
           group file.Name by arrow into files
           select new Arrow(files.Key.From, files.Key.To, string.Join(", ", files.Order(StringComparer.Ordinal).Take(8))),
    ];

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^using (static |\w+ = )?(?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Using();

    // null: not of this project, or of its root, which is the ground floor of some and puts the parts of others together.
    private static string? FolderOf(IType type, string root) =>
        type.Namespace?.FullName is { } name && name.StartsWith(root + ".", StringComparison.Ordinal)
            ? name[(root.Length + 1)..].Split('.')[0] : null;

    private static IEnumerable<Arrow> InCircles(IReadOnlyList<Arrow> arrows) =>
        arrows.Where(arrow => Reaches(arrows, arrow.To, arrow.From));

    private static bool Reaches(IReadOnlyList<Arrow> arrows, string from, string to)
    {
        var seen = new HashSet<string> { from };
        var next = new Queue<string>(seen);
        while (next.TryDequeue(out var at))
        {
            if (at == to)
                return true;
            foreach (var arrow in arrows.Where(arrow => arrow.From == at && seen.Add(arrow.To)))
                next.Enqueue(arrow.To);
        }
        return false;
    }

    private sealed record Arrow(string From, string To, string Because);
}
