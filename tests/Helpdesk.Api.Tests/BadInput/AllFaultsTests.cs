using Helpdesk.Api.Tests.Isolation;

namespace Helpdesk.Api.Tests.BadInput;

/// <summary>
/// One member that cannot be read hides no fault of another: for every body that the document knows, one member is of a wrong type and
/// another one is missing or too long, and the answer names both. Routes that are added are in it by themselves.
/// </summary>
[Collection(SharedHosts.ManyTowns)]
public sealed class AllFaultsTests(ApiFixture api)
{
    private readonly List<string> faults = [];
    private int cases;

    [Fact]
    public async Task Every_body_is_told_all_that_is_wrong_with_it_at_once()
    {
        var known = new IsolationTests(api).KnownThings;
        var requests = new DocumentedRequests(api.Contract, known);
        var admin = await api.As(IsolationProof.Own, Role.Admin);
        var own = new OwnThings(admin, known.Makers);
        var console = await api.SignedIn("console", api.OperatorEmail);
        // What is asked of a tenant by its name is the same code as at its own host.
        foreach (var operation in api.Contract.Operations.Where(operation => operation.Path.Split('/')[1] is "api"
            && (operation.Hosts is ["console"] || operation.Hosts.Count == 0 || operation.Hosts.Contains("tenant"))))
        {
            if (operation.Json["requestBody"]?["content"]?["application/json"]?["schema"] is not { } schema)
                continue;
            var isOperators = operation.Hosts is ["console"];
            own.Use("tenant", IsolationProof.Own);
            await Spoil(operation, api.Contract.Resolve(schema), isOperators ? console : admin, requests, own);
        }

        string.Join('\n', faults).ShouldBeEmpty();
        cases.ShouldBeGreaterThan(100, "the document must have given cases");
    }

    private async Task Spoil(Operation operation, JsonNode schema, HttpClient caller, DocumentedRequests requests, OwnThings own)
    {
        if (schema["properties"] is not JsonObject members)
            return;
        var required = (schema["required"] as JsonArray ?? []).Select(name => (string)name!).ToHashSet();
        var typed = members.Where(member => WrongOf(member.Value!) is not null).Select(member => member.Key).ToList();
        var ruled = members.Where(member => required.Contains(member.Key) || MostOf(member.Value!) is not null)
            .Select(member => member.Key).ToList();
        if (typed.Count == 0 || ruled.Count == 0)
            return;

        var (path, good) = (await requests.Path(operation, own), await requests.Body(operation, own));
        for (var at = 0; at < Math.Max(typed.Count, ruled.Count); at++)
        {
            var broken = ruled[at % ruled.Count];
            if (typed.Skip(at % typed.Count).Concat(typed).FirstOrDefault(name => name != broken) is not { } wrong)
                continue;
            var body = good.DeepClone().AsObject();
            body[wrong] = WrongOf(members[wrong]!);
            if (required.Contains(broken))
                body.Remove(broken);
            else
                body[broken] = new string('x', MostOf(members[broken]!)!.Value + 1);
            await Judge(operation, caller, path, body, wrong, broken);
        }
    }

    private async Task Judge(Operation operation, HttpClient caller, string path, JsonObject body, string wrong, string broken)
    {
        cases++;
        var answer = await caller.Send(new(operation.Method), path, body.ToJsonString());
        var text = await answer.Content.ReadAsStringAsync();
        var places = answer.StatusCode == HttpStatusCode.UnprocessableEntity
            ? (JsonNode.Parse(text)!["errors"] as JsonArray ?? []).Select(one => (string)one!["pointer"]!).ToList() : [];
        var isWrongTold = places.Any(place => place == $"/{wrong}" || place.StartsWith($"/{wrong}/", StringComparison.Ordinal));
        if (!places.Contains($"/{broken}") || !isWrongTold)
            faults.Add($"{operation.Id} {wrong} + {broken}: {(int)answer.StatusCode} {string.Join(' ', places)}");
    }

    // What no member of its type takes; null: any value is right.
    private JsonNode? WrongOf(JsonNode member)
    {
        var schema = api.Contract.Resolve(member);
        var types = (schema["type"] is JsonArray several ? several.Select(type => (string?)type) : [(string?)schema["type"]]).ToList();
        return types.Contains("array") || types.Contains("object") || schema["oneOf"] is not null ? JsonValue.Create(true)
            : types is [null] ? null : new JsonArray(new JsonArray());
    }

    private int? MostOf(JsonNode member) => (int?)api.Contract.Resolve(member)["maxLength"];
}
