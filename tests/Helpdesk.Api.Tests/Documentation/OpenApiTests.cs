using Helpdesk.Api.Documentation;
using Helpdesk.Api.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Api.Tests.Documentation;

[Collection(SharedHosts.TwoTowns)]
public sealed class OpenApiTests(ApiFixture api)
{
    private readonly OpenApiContract contract = api.Contract;

    [Theory]
    [InlineData("musterstadt")]
    [InlineData("desk")]
    [InlineData("console")]
    public async Task The_document_is_the_same_at_every_host(string host)
    {
        var document = await api.Client(host).Get(OpenApiEndpoints.Path).Json();

        ((string?)document["openapi"]).ShouldStartWith("3.1.");
        JsonNode.DeepEquals(document, contract.Document).ShouldBeTrue();
    }

    [Fact]
    public void Nothing_changes_a_comment_but_its_withdrawal_so_a_note_never_becomes_public()
    {
        var writing = contract.Operations.Where(operation => operation.Method != "GET"
            && operation.Path.Contains("/tickets/{id}/comments", StringComparison.Ordinal)).Select(operation => operation.Id);

        writing.ShouldBe(
            ["CommentOnTicket", "CommentOnTicketInTenant", "WithdrawComment", "WithdrawCommentInTenant"], ignoreOrder: true);
    }

    [Fact]
    public void Deployed_routes_are_documented_routes()
    {
        // The dashboard's own pages are what its package brings; ClusterDashboardTests say who sees them.
        var deployed = Deployed().Select(endpoint => endpoint.Key)
            .Where(route => !route.Contains($" {ClusterDashboard.Path}", StringComparison.Ordinal)).ToList();
        deployed.Count.ShouldBeGreaterThan(40);

        string[] pagesForPeople =
        [
            "GET /satisfaction/{token}", "POST /satisfaction/{token}",
            "GET /connect/authorize", "POST /connect/authorize", "POST /connect/signin", "GET /connect/signout", "POST /connect/signout",
            "GET /forgot-password", "POST /forgot-password", "GET /reset-password", "POST /reset-password", "GET /invitation",
            "POST /invitation", "GET /register/confirm", "POST /register/confirm", "GET /email/confirm", "POST /email/confirm",
            "GET /mail/unsubscribe/{token}", "POST /mail/unsubscribe/{token}",
        ];
        contract.Operations.Select(operation => $"{operation.Method} {operation.Path}").Concat(pagesForPeople).Order().ShouldBe(
            deployed.Order());
    }

    [Fact]
    public void Operations_have_names_of_their_own() => contract.Operations.Select(operation => operation.Id).ShouldBeUnique();

    [Fact]
    public void No_operation_lacks_a_tag_a_summary_an_answer_or_its_problem_codes()
    {
        var tags = contract.Document["tags"]!.AsArray().Select(tag => tag!["name"]!.ToString()).ToList();
        foreach (var operation in contract.Operations)
        {
            operation.Json["operationId"].ShouldNotBeNull(operation.Id);
            operation.Json["summary"]?.ToString().ShouldNotBeNullOrEmpty(operation.Id);
            operation.Json["tags"]?.AsArray().Select(tag => tag!.ToString()).ShouldBeSubsetOf(
                tags, $"{operation.Id}: describe the tag in TagDescriptions");
            operation.ProblemCodes.ShouldNotBeEmpty(operation.Id);
            operation.Json["responses"]!.AsObject().ShouldContain(
                response => response.Key.StartsWith('2'), $"{operation.Id}: declare what it answers");
        }
    }

    [Fact]
    public void Every_body_has_an_example_that_fits_its_schema()
    {
        foreach (var (where, media) in Bodies())
        {
            var example = media["examples"]?["example"];
            example.ShouldNotBeNull($"{where}: add one of the type to the <Capability>Examples.cs");
            contract.Faults(contract.Resolve(example)["value"], media["schema"]!).ShouldBeEmpty(where);
        }
    }

    [Fact]
    public void An_operation_asks_for_a_credential_exactly_when_its_endpoint_does()
    {
        var open = Deployed().Where(endpoint => endpoint.Value.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(endpoint => endpoint.Key).ToHashSet();
        open.ShouldNotBeEmpty();

        foreach (var operation in contract.Operations)
        {
            var schemes = operation.Json["security"]?.AsArray().SelectMany(one => one!.AsObject()).Select(scheme => scheme.Key).Distinct()
                .ToList() ?? [];
            schemes.Any().ShouldBe(!open.Contains($"{operation.Method} {operation.Path}"), operation.Id);
        }
    }

    [Fact]
    public void The_document_has_not_changed_unseen() =>
        Snapshot.ShouldMatch("Documentation/openapi.snapshot.txt", OpenApiDigest.Of(contract));

    // Without the routes of Orleans' dashboard, which its package brings along for its own page.
    private Dictionary<string, RouteEndpoint> Deployed() => api.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.RoutePattern.RawText != OpenApiEndpoints.Path
            && endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not null)
        .Where(endpoint => !Normal(endpoint.RoutePattern.RawText!).StartsWith(ClusterDashboard.Path, StringComparison.Ordinal))
        .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
            .Select(method => ($"{method} {Normal(endpoint.RoutePattern.RawText!)}", endpoint)))
        .ToDictionary();

    private static string Normal(string pattern) => "/" + pattern.Trim('/');

    private IEnumerable<(string Where, JsonNode Media)> Bodies()
    {
        foreach (var operation in contract.Operations)
        {
            if (operation.Json["requestBody"]?["content"]?["application/json"] is { } request)
                yield return ($"{operation.Id} request", request);
            foreach (var (status, response) in operation.Json["responses"]!.AsObject())
            {
                if (contract.Resolve(response!)["content"]?["application/json"] is { } answer)
                    yield return ($"{operation.Id} {status}", answer);
            }
        }
    }
}
