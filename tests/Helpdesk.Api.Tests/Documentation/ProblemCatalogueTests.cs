using System.Reflection;
using System.Text.RegularExpressions;
using Helpdesk.Api.Http;
using Helpdesk.Postgres.Sql;

namespace Helpdesk.Api.Tests.Documentation;

public sealed partial class ProblemCatalogueTests
{
    [Fact]
    public void Every_code_in_the_sources_is_explained_and_every_explained_code_exists()
    {
        var written = CodesInSources();
        written.Count.ShouldBeGreaterThan(40, "the scan must have seen the sources");

        written.Except(ProblemCatalogue.All.Keys).ShouldBeEmpty("add them to the <Capability>Problems.cs of their capability");
        ProblemCatalogue.All.Keys.Except(written).ShouldBeEmpty("no error has these codes any more");
    }

    [Fact]
    public void The_catalogue_names_the_status_that_the_kind_of_the_error_gives()
    {
        var errors = DeclaredErrors().ToList();
        errors.Count.ShouldBeGreaterThan(30, "reflection must have found the lists of errors");

        foreach (var error in errors.Where(error => ProblemCatalogue.All.ContainsKey(error.Code) && !HasItsOwnStatus(error)))
            ProblemCatalogue.All[error.Code].Status.ShouldBe(Problems.StatusOf(error.Kind), error.Code);
    }

    [Fact]
    public void Every_problem_is_explained_in_two_languages()
    {
        foreach (var problem in ProblemCatalogue.All.Values)
        {
            problem.Code.ShouldMatch("^[a-z][a-z0-9]*(-[a-z0-9]+)*$");
            problem.Status.ShouldBeInRange(400, 599, problem.Code);
            foreach (var text in new[] { problem.De, problem.En })
                text.ShouldMatch(@"^\p{L}.{20,}[.}]$", problem.Code);
            problem.De.ShouldNotBe(problem.En, problem.Code);
        }
    }

    // The statuses that no kind stands for are given where the error is answered.
    private static bool HasItsOwnStatus(Error error) =>
        ProblemCatalogue.All[error.Code].Status is 405 or 408 or 413 or 414 or 415 or 421 or 428 or 431 or 500;

    private static IEnumerable<Error> DeclaredErrors() => new[] { typeof(Error).Assembly, typeof(HttpErrors).Assembly }
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => type.Name.EndsWith("Errors", StringComparison.Ordinal))
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
        .Where(field => field.FieldType == typeof(Error))
        .Select(field => (Error)field.GetValue(null)!);

    private static HashSet<string> CodesInSources() => new[] { "src", "api" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Find()!, folder), "*.cs", SearchOption.AllDirectories))
        .SelectMany(file => ErrorCode().Matches(File.ReadAllText(file)))
        .Select(match => match.Groups["code"].Value)
        .ToHashSet();

    [GeneratedRegex(@"\(\s*ErrorKind\.\w+,\s*""(?<code>[^""]+)""")]
    private static partial Regex ErrorCode();
}
