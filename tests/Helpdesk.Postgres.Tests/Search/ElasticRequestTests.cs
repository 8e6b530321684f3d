using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Helpdesk.Domain.Search;
using Helpdesk.Postgres.Search;
using Helpdesk.Testing.Search;
using Microsoft.Extensions.Time.Testing;

namespace Helpdesk.Postgres.Tests.Search;

/// <summary>What Elasticsearch is sent, and what becomes of a search when it does not answer. Always with the stand-in.</summary>
public sealed class ElasticRequestTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Find()!, "tests", "elasticsearch");

    private readonly TenantId tenant = Some.Tenant();
    private readonly AccountId reader = Some.Account();
    private ElasticStandIn elastic = null!;
    private ServiceProvider services = null!;

    public async Task InitializeAsync()
    {
        elastic = await ElasticStandIn.Start();
        services = ElasticSubject.With(postgres, elastic.Url, "helpdesk");
        await Index.Begin(() => Task.CompletedTask, default);
        await Index.CatchUp(default);
    }

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        await elastic.DisposeAsync();
    }

    private ISearchIndex Index => services.GetServices<ISearchIndex>().Last();

    [Fact]
    public async Task Every_question_names_its_tenants_and_only_the_fields_of_whoever_asks()
    {
        foreach (var (customer, byAddress, paths) in new[]
        {
            (true, true, "shared address"), (true, false, "shared"), (false, false, "shared internal"),
            (false, true, "shared internal address"),
        })
        {
            (await Find(customer, byAddress)).IsDegraded.ShouldBeFalse();
            var body = JsonNode.Parse(elastic.Requests[^1].Body)!;
            var asked = body["query"]!["bool"]!;
            var whose = asked["filter"] is JsonArray several
                ? several.Select(one => one!.ToJsonString()) : [asked["filter"]!.ToJsonString()];
            whose.ShouldContain($$$"""{"terms":{"tenant":["{{{tenant}}}"]}}""");
            whose.Any(one => one.Contains($"{reader}", StringComparison.Ordinal)).ShouldBe(customer);
            asked["minimum_should_match"]!.GetValue<int>().ShouldBe(1);
            foreach (var path in (string[])["shared", "internal", "address"])
                body.ToJsonString().Contains(path, StringComparison.Ordinal).ShouldBe(
                    paths.Contains(path, StringComparison.Ordinal), $"{path}, {customer}, {byAddress}");
        }
    }

    [Fact]
    public async Task Without_a_tenant_nothing_is_asked()
    {
        var before = elastic.Requests.Count;
        var found = await services.GetRequiredService<ISearch>().Find(
            Ask(false, true) with { Filter = new() { Tenants = [], Limit = 1 } }, default);

        (found.Total, elastic.Requests.Count).ShouldBe((0, before));
    }

    [Fact]
    public async Task While_it_is_away_the_database_answers_and_nobody_waits_for_it()
    {
        var clock = new FakeTimeProvider();
        await using var own = Clocked(clock);
        var search = own.GetRequiredService<ISearch>();
        elastic.Refuses = 503;
        var before = elastic.Requests.Count;
        for (var n = 0; n < 3; n++)
            (await search.Find(Ask(false, true), default)).IsDegraded.ShouldBeTrue();
        elastic.Requests.Count.ShouldBe(before + 1);
        await Should.ThrowAsync<TimeoutException>(() => Index.Put([Document()], default));

        elastic.Refuses = null;
        (await search.Find(Ask(false, true), default)).IsDegraded.ShouldBeTrue();
        clock.Advance(TimeSpan.FromSeconds(5));
        (await search.Find(Ask(false, true), default)).IsDegraded.ShouldBeFalse();
    }

    [Fact]
    public async Task A_question_that_is_refused_does_not_turn_it_off_for_others()
    {
        elastic.Refuses = 400;
        (await Find(customer: false, byAddress: true)).IsDegraded.ShouldBeTrue();
        elastic.Refuses = null;
        (await Find(customer: false, byAddress: true)).IsDegraded.ShouldBeFalse();
    }

    [Fact]
    public async Task A_question_of_very_many_words_is_the_databases()
    {
        var before = elastic.Requests.Count;
        var words = string.Join(' ', Enumerable.Range(0, 15).Select(number => $"wort{number}"));
        var ask = Ask(false, true) with { Text = SearchText.Parse(words) };

        (await services.GetRequiredService<ISearch>().Find(ask, default)).IsDegraded.ShouldBeTrue();
        elastic.Requests.Count.ShouldBe(before);
    }

    [ElasticTypesFact]
    public async Task Every_request_is_one_by_the_official_types()
    {
        await Find(customer: true, byAddress: true);
        await Find(customer: false, byAddress: true);
        await Index.Put([Document()], default);
        await Index.Rebuild(_ => Index.Put([Document()], default), default);
        await Index.Erase(tenant, default);
        var requests = elastic.Requests.SelectMany(Typed).ToList();
        requests.Select(request => request.Type).Distinct().ShouldBe(
            ["SearchRequest", "IndicesCreateRequest", "BulkOperationContainer", "IndicesUpdateAliasesRequest", "DeleteByQueryRequest"],
            ignoreOrder: true);

        (await Check(requests)).ShouldAllBe(fault => fault == "");
    }

    [ElasticTypesFact]
    public async Task A_request_that_is_wrong_is_refused()
    {
        var faults = await Check(
        [
            ("SearchRequest", """{"query":{"bool":{"minimum_should_mach":1}}}"""),
            ("SearchRequest", """{"query":{"nested":{"path":"shared","query":{"term":{"a":"b"}},"inner_hits":{"sise":1}}}}"""),
            ("BulkOperationContainer", """{"index":{"_id":"1","versiontype":"external"}}"""),
            ("IndicesCreateRequest", """{"index":"x","mappings":{"dynamic":"strickt"}}"""),
            ("IndicesUpdateAliasesRequest", """{"actions":[{"removeindex":{"index":"x"}}]}"""),
            ("DeleteByQueryRequest", """{"index":"x","query":{"terms":{"tenant":["a"]}}}"""),
        ]);

        faults.Select(fault => fault == "").ShouldBe([false, false, false, false, false, true]);
    }

    private static IEnumerable<(string Type, string Body)> Typed(ElasticRequest request)
    {
        var path = request.Path.Trim('/').Split('/');
        return (request.Method, path[^1]) switch
        {
            (_, "_search") => [("SearchRequest", request.Body)],
            (_, "_aliases") => [("IndicesUpdateAliasesRequest", request.Body)],
            (_, "_delete_by_query") => [("DeleteByQueryRequest", At(path[0], request.Body))],
            (_, "_bulk") => request.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Chunk(2)
                .Select(pair => ("BulkOperationContainer", pair[0])),
            ("PUT", _) => [("IndicesCreateRequest", At(path[0], request.Body))],
            _ when request.Body == "" => [],
            _ => throw new InvalidOperationException($"There is no type for {request.Method} {request.Path}."),
        };
    }

    // What stands in the address is a member of the type.
    private static string At(string index, string body)
    {
        var all = JsonNode.Parse(body)!.AsObject();
        all["index"] = index;
        return all.ToJsonString();
    }

    private static async Task<string[]> Check(IEnumerable<(string Type, string Body)> requests)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
            await Run("npm", ["ci", "--no-audit", "--no-fund"], "");
        var asked = new JsonArray([.. requests.Select(
            request => new JsonObject { ["type"] = request.Type, ["body"] = JsonNode.Parse(request.Body) })]);
        return JsonSerializer.Deserialize<string[]>(await Run("node", ["check.mjs"], asked.ToJsonString()))!;
    }

    private static async Task<string> Run(string program, string[] arguments, string input)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await errors);
        return await output;
    }

    private ServiceProvider Clocked(TimeProvider clock) => ElasticSubject.With(postgres, elastic.Url, "helpdesk", clock);

    private SearchDocument Document() => new()
    {
        Tenant = tenant,
        Id = Guid.CreateVersion7(),
        Type = SearchType.Ticket,
        Owner = reader,
        Version = 3,
        Texts =
        [
            new(SearchPart.Number, "", false, "MUST-000123"), new(SearchPart.Subject, "", false, "Netzwerkdrucker"),
            new(SearchPart.Comment, "c", true, "Geheim 12/2024"), new(SearchPart.Email, "", false, "a@b.example"),
        ],
    };

    private Task<SearchPage> Find(bool customer, bool byAddress) =>
        services.GetRequiredService<ISearch>().Find(Ask(customer, byAddress), default);

    private SearchAsk Ask(bool customer, bool byAddress) => new(
        "drucker BV-12 \"im haus\"", SearchText.Parse("drucker BV-12 \"im haus\""),
        new() { Tenants = [tenant], OnlyOf = customer ? reader : null, ByAddress = byAddress, Limit = 50 }, [SearchType.Ticket])
    { Limit = 50 };
}

/// <summary>Skipped where the types were not installed, except where everything must be tried.</summary>
public sealed class ElasticTypesFactAttribute : FactAttribute
{
    public ElasticTypesFactAttribute() =>
        Skip = Directory.Exists(Path.Combine(RepositoryRoot.Find()!, "tests", "elasticsearch", "node_modules"))
            || Environment.GetEnvironmentVariable("CI") is "true" or "1" ? null : "There are no types here: ./dev test installs them.";
}
