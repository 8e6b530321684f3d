using System.Xml.Linq;

namespace Helpdesk.Architecture.Tests;

/// <summary>The arrows of the house: who may know whom.</summary>
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Helpdesk.Domain"] = [],
        ["Helpdesk.Contracts"] = ["Helpdesk.Domain"],
        ["Helpdesk.Grains"] = ["Helpdesk.Domain", "Helpdesk.Contracts"],
        ["Helpdesk.Postgres"] = ["Helpdesk.Domain"],
        ["Helpdesk.Adapters"] = ["Helpdesk.Domain"],
        ["Helpdesk.Hosting"] = ["Helpdesk.Domain", "Helpdesk.Contracts", "Helpdesk.Grains", "Helpdesk.Postgres", "Helpdesk.Adapters"],
    };

    [Fact]
    public void Projects_reference_only_what_the_arrows_allow()
    {
        var projects = Projects("src").ToList();
        projects.Select(project => project.Name).ShouldContain("Helpdesk.Grains", "the scan must have found the projects");
        projects.Sum(project => project.References.Count).ShouldBeGreaterThan(4);

        foreach (var (name, references) in projects)
        {
            Arrows.Keys.ShouldContain(name, "a new project needs its arrows here and in DESIGN.md");
            references.Except(Arrows[name]).ShouldBeEmpty($"{name} must not know these");
        }
    }

    [Fact]
    public void The_domain_knows_NodaTime_and_nothing_else()
    {
        var references = typeof(Domain.Error).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!).ToList();
        references.ShouldContain("NodaTime");

        references.Where(name => name != "NodaTime" && !name.StartsWith("System.", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(typeof(Contracts.GrainKeys))]
    [InlineData(typeof(Grains.Tickets.TicketGrain))]
    [InlineData(typeof(Api.Http.Problems))]
    public void Only_Postgres_knows_the_database_driver(Type inAssembly)
    {
        typeof(Postgres.Sql.Database).Assembly.GetReferencedAssemblies().Select(reference => reference.Name).ShouldContain("Npgsql");

        inAssembly.Assembly.GetReferencedAssemblies().Select(reference => reference.Name).ShouldNotContain("Npgsql");
    }

    private static IEnumerable<(string Name, IReadOnlyList<string> References)> Projects(string folder) =>
        from file in Directory.EnumerateFiles(Path.Combine(Sources.Root, folder), "*.csproj", SearchOption.AllDirectories)
        let own = XDocument.Load(file).Descendants("ProjectReference")
        select (
            Path.GetFileNameWithoutExtension(file),
            (IReadOnlyList<string>)[.. own.Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value))]);
}
