using YamlDotNet.Core;

namespace Helpdesk.Architecture.Tests;

/// <summary>What is deployed is parsed, and names only settings that exist.</summary>
public sealed class DeploymentTests
{
    private static readonly KnownSettings Known = new(
        typeof(Api.Http.Problems).Assembly, typeof(Grains.Tickets.TicketGrain).Assembly, typeof(Postgres.Sql.Database).Assembly,
        typeof(Hosting.SiloRecord).Assembly, typeof(Adapters.Dns.DnsOptions).Assembly);

    private const string Broken = """
        services:
          api:
            environment:
        <<<<<<< HEAD
              Helpdesk__Tenancy__Domain: localhost
        =======
              Helpdesk__Domain: localhost
        >>>>>>> c3cfd21 (Somebody's change)
        """;

    [Fact]
    public void The_compose_file_names_only_settings_that_exist()
    {
        var compose = new ComposeFile(Sources.Text("docker-compose.yml"));

        compose.Services.Keys.ShouldBe(["postgres", "elasticsearch", "migrate", "operators", "silo", "api"], ignoreOrder: true);
        var given = compose.Environment().Where(variable => variable.Name.StartsWith("Helpdesk", StringComparison.Ordinal)).ToList();
        given.Count.ShouldBeGreaterThan(15, "the scan must have seen each service's variables");
        given.Where(variable => !Known.Has(variable.Name)).ShouldBeEmpty();
    }

    [Fact]
    public void The_example_of_env_gives_exactly_what_the_compose_file_asks_for()
    {
        var compose = new ComposeFile(Sources.Text("docker-compose.yml"));
        var example = EnvFile.Parse(Sources.Text("deploy/compose/.env.example"));

        compose.Asked().Where(variable => variable.IsRequired).Select(variable => variable.Name).Except(example.Keys)
            .ShouldBeEmpty("it asks for these");
        example.Keys.Except(compose.Asked().Select(variable => variable.Name)).ShouldBeEmpty("nothing reads these");
        example.Where(variable => variable.Key.EndsWith("PASSWORD", StringComparison.Ordinal) || variable.Key == "HELPDESK_MASTER_KEY")
            .ShouldAllBe(secret => secret.Value == "", "a secret in an example is used by somebody");
    }

    [Fact]
    public void Documents_scripts_and_code_name_only_settings_that_exist()
    {
        var names = Sources.Tree().Where(file => file.Name != "DeploymentTests.cs")
            .SelectMany(file => NamesIn(file).Select(name => (file.Path, Name: name))).ToList();

        names.Select(each => each.Path).ShouldContain("README.md");
        names.Select(each => each.Path).ShouldContain("deploy/README.md");
        names.Select(each => each.Path).ShouldContain("dev");
        names.Where(each => !Known.Has(each.Name)).Select(each => $"{each.Path}: {each.Name}").Distinct().ShouldBeEmpty();
    }

    // Code also names whole sections, to bind them.
    private static IEnumerable<string> NamesIn(SourceFile file) => file.Name.EndsWith(".cs", StringComparison.Ordinal)
        ? SettingNames.InCode(file.Text).Where(name => !Known.Sections.Contains(name))
        : SettingNames.In(file.Text);

    [Fact]
    public void Every_bare_setting_is_read_by_code()
    {
        var texts = Sources.Under("api", "silo", "src").SelectMany(file => SettingNames.InCode(file.Text)).ToHashSet();

        KnownSettings.Bare.Select(setting => setting.Replace(":", "__", StringComparison.Ordinal)).Except(texts).ShouldBeEmpty();
    }

    [Fact]
    public void The_names_that_exist_are_those_that_are_bound()
    {
        Known.Count.ShouldBeGreaterThan(30);
        foreach (var section in (string[])["Helpdesk__RateLimits__Tenant", "Helpdesk__Cluster", "Helpdesk__Dns", "Helpdesk__Feed"])
            Known.Sections.ShouldContain(section);
        string[] real = ["Database", "Database__Worker", "RateLimits__Tenant__Burst", "Access__TrustedProxies__7", "RateLimits__"];
        string[] madeUp = ["Domain", "Tenancy__Domains", "RateLimits__Tenant", "MasterKey__0", "Rate__"];
        real.Where(name => !Known.Has($"Helpdesk__{name}")).ShouldBeEmpty();
        madeUp.Where(name => Known.Has($"Helpdesk__{name}")).ShouldBeEmpty();
    }

    [Fact]
    public void A_file_with_merge_marks_and_a_key_that_stands_twice_are_refused()
    {
        Should.Throw<YamlException>(() => new ComposeFile(Broken));
        Should.Throw<YamlException>(() => new ComposeFile("services:\n  api:\n    image: a\n    image: b\n"));
        Should.Throw<FormatException>(() => EnvFile.Parse("A=1\n<<<<<<< HEAD\n"));
        Should.Throw<FormatException>(() => EnvFile.Parse("A=1\nA=2\n"));
    }

    [Fact]
    public void No_file_has_merge_marks()
    {
        MergeMarks.In(Broken).ShouldBe([4, 8], "it finds them where they are");

        var files = Sources.Tree();
        files.Count.ShouldBeGreaterThan(500);
        files.SelectMany(file => MergeMarks.In(file.Text).Select(line => $"{file.Path}:{line}")).ShouldBeEmpty();
    }
}

internal static class MergeMarks
{
    // A line of seven equals signs alone may underline a heading.
    private static readonly string[] Marks = [new('<', 7), new('>', 7), new('|', 7)];

    /// <summary>Numbers of lines, from 1.</summary>
    public static IEnumerable<int> In(string text) => text.Split('\n')
        .Index().Where(line => Marks.Any(mark => line.Item.TrimEnd() == mark || line.Item.StartsWith(mark + " ", StringComparison.Ordinal)))
        .Select(line => line.Index + 1);
}
