using System.Reflection;
using System.Text.RegularExpressions;

namespace Helpdesk.Api.Tests.Documentation;

[Collection(SharedHosts.TwoTowns)]
public sealed partial class ProblemCatalogueTests(ApiFixture api)
{
    private static readonly Dictionary<string, string> Sources = new[] { "src", "api" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Find()!, folder), "*.cs", SearchOption.AllDirectories))
        .ToDictionary(file => file, File.ReadAllText);

    [Fact]
    public void Every_code_is_declared_once()
    {
        ProblemCatalogue.Declared.Count.ShouldBeGreaterThan(100, "reflection must have found the classes of errors");
        ProblemCatalogue.Declared.Select(one => one.Error.Code).ShouldBeUnique();

        Sources.Count(source => Declaration().IsMatch(source.Value)).ShouldBeGreaterThan(5, "the scan must have seen the sources");
        Sources.Where(source => !source.Key.EndsWith("Errors.cs", StringComparison.Ordinal) && Declaration().IsMatch(source.Value))
            .Select(source => source.Key).ShouldBeEmpty("an error is declared in a class of errors");
    }

    [Fact]
    public void Every_problem_has_all_its_words()
    {
        foreach (var problem in ProblemCatalogue.All.Values)
        {
            problem.Code.ShouldMatch("^[a-z][a-z0-9]*(-[a-z0-9]+)*$");
            problem.Title.ShouldNotBeNullOrWhiteSpace(problem.Code);
            Problems.StatusOf(problem.Kind).ShouldBeInRange(400, 599, problem.Code);
            foreach (var text in new[] { problem.De, problem.En })
                text.ShouldMatch(@"^\p{L}.{20,}[.}]$", problem.Code);
            problem.De.ShouldNotBe(problem.En, problem.Code);
        }
    }

    [Fact]
    public void What_operations_refuse_is_in_the_catalogue() => api.Contract.Operations.SelectMany(operation => operation.ProblemCodes)
        .Except(ProblemCatalogue.All.Keys).ShouldBeEmpty("make it a public static field of a class of errors");

    [Fact]
    public void Every_problem_is_answered_somewhere()
    {
        var code = string.Concat(Sources.Where(source => !source.Key.Contains("Documentation", StringComparison.Ordinal))
            .Select(source => RefusalList().Replace(source.Value, "")));

        ProblemCatalogue.Declared.Where(one => !IsNamed(one.Field, code)).Select(one => $"{one.Field.DeclaringType!.Name}.{one.Field.Name}")
            .ShouldBeEmpty("nothing answers with it; take it out");
    }

    [Fact]
    public void The_api_names_problems_by_their_values() => Sources
        .Where(source => source.Key.StartsWith(Path.Combine(RepositoryRoot.Find()!, "api"), StringComparison.Ordinal)
            && !source.Key.EndsWith("Errors.cs", StringComparison.Ordinal))
        .SelectMany(source => Word().Matches(source.Value).Select(word => (Path.GetFileName(source.Key), word.Groups["code"].Value)))
        .Where(word => ProblemCatalogue.All.ContainsKey(word.Item2)).ShouldBeEmpty("no string: TicketErrors.Closed");

    // By its class, or without it where the class itself makes occurrences of it.
    private static bool IsNamed(FieldInfo field, string code) =>
        Regex.IsMatch(code, $@"\b{field.DeclaringType!.Name}\.{field.Name}\b")
        || Regex.IsMatch(TextOf(field.DeclaringType), $@"(=>|\?|:)\s+{field.Name}\b");

    private static string TextOf(Type type) => Sources.Single(source => Path.GetFileName(source.Key) == type.Name + ".cs").Value;

    [GeneratedRegex(@"\(\s*ErrorKind\.\w+,\s*""")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\.Refuses\((?:[^()]|\([^()]*\))*\)|Error(?:\[\]|>) \w+ =\s*\[[^;]*;")]
    private static partial Regex RefusalList();

    [GeneratedRegex(@"(?<!PathValue\()""(?<code>[a-z][a-z0-9-]*)""")]
    private static partial Regex Word();
}
