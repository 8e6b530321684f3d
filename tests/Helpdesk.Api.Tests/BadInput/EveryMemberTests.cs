using System.Text.Json;
using Helpdesk.Api.Tests.Isolation;

namespace Helpdesk.Api.Tests.BadInput;

/// <summary>
/// Rows B12, B21, B24 to B26, B29 and B32 for every member of every body and every query parameter that the document knows: one is spoilt,
/// the rest is good. A member gets each value of the types that it may be of, and others in turn: what is of another type is refused in one
/// place for all, and tried for each member by <see cref="AllFaultsTests"/>. Routes that are added are in it by themselves.
/// </summary>
public sealed class EveryMemberTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Hole = "@hole@";
    private const string AnyType = "any";

    // No text of ours may hold these.
    private static readonly string[] Poison = [@"""a\u0000b""", @"""\ud800"""];

    // Right for some members, wrong for most.
    private static readonly string[] Junk =
        ["1e400", "-1", "99999999999999999999", "0.5", "true", "{}", "[[]]", "\"\"", "\"9999-99-99T99:99:99Z\"",
            $"\"{new string('x', 100_000)}\"", "[\"a\",\"a\"]", "null"];

    private static readonly ILookup<string, string> JunkOf = Junk.ToLookup(value => JsonNode.Parse(value)?.GetValueKind() switch
    {
        null => "null",
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        _ => "boolean",
    });

    private readonly List<string> faults = [];
    private int cases, turn;

    [Fact]
    public async Task No_member_of_any_body_makes_the_platform_fail()
    {
        var known = new IsolationTests(api).KnownThings;
        // Settings that are good by chance would shut this test out; the same body goes to a municipality of its own as ReplaceSettings.
        foreach (var operation in Operations().Where(operation => Schema(operation) is not null && operation.Id != "ReplaceOwnSettings"))
        {
            // Some spoilt requests are good after all, and end somebody's session, role or thing.
            var admin = await api.As(IsolationProof.Own, Role.Admin);
            await Spoil(operation, admin, new OwnThings(admin, known.Makers), known);
        }

        string.Join('\n', faults).ShouldBeEmpty();
        cases.ShouldBeGreaterThan(1_000, "the document must have given cases");
    }

    [Fact]
    public async Task No_member_of_what_operators_send_does_either()
    {
        var known = new IsolationTests(api).KnownThings;
        var console = await api.SignedIn("console", api.OperatorEmail);
        foreach (var operation in api.Contract.Operations.Where(
            operation => operation.Hosts is ["console"] && Schema(operation) is not null))
        {
            var (slug, own) = ($"stadt-{Some.Number()}", new OwnThings(await api.As(IsolationProof.Own, Role.Admin), known.Makers));
            await console.Post("/api/v1/tenants", new { slug, name = "Stadt" }).ShouldAnswer(HttpStatusCode.Created);
            own.Use("tenant", slug);
            await Spoil(operation, console, own, known);
        }

        string.Join('\n', faults).ShouldBeEmpty();
        cases.ShouldBeGreaterThan(100, "the document must have given cases");
    }

    [Fact]
    public async Task No_query_parameter_makes_the_platform_fail()
    {
        var known = new IsolationTests(api).KnownThings;
        var requests = new DocumentedRequests(api.Contract, known);
        var admin = await api.As(IsolationProof.Own, Role.Admin);
        var own = new OwnThings(admin, known.Makers);
        foreach (var operation in Operations().Where(operation => operation.Method == "GET"))
        {
            var path = await requests.Path(operation, own);
            foreach (var name in operation.In("query").Select(parameter => (string)parameter["name"]!))
            {
                await Judge($"{operation.Id} {name} NUL", mayPass: false, admin.Get($"{path}?{name}=a%00b"));
                await Judge($"{operation.Id} {name} no UTF-8", mayPass: true, admin.Get($"{path}?{name}=%ff%fe"));
                foreach (var value in new[] { "", "1e400", "-1", "99999999999999999999", "true", "%27%22%5C%25_", new string('x', 5_000),
                    "2026-01-01T00:00:00", "a,,b" })
                    await Judge($"{operation.Id} {name}={value}", mayPass: true, admin.Get($"{path}?{name}={value}"));
                await Judge($"{operation.Id} {name} twice", mayPass: true, admin.Get($"{path}?{name}=a&{name}=b"));
            }

            await Judge($"{operation.Id} unknown parameter", mayPass: false, admin.Get($"{path}?no_such=1"));
        }

        string.Join('\n', faults).ShouldBeEmpty();
        cases.ShouldBeGreaterThan(200, "the document must have given cases");
    }

    private async Task Spoil(Operation operation, HttpClient caller, OwnThings own, Known known)
    {
        var requests = new DocumentedRequests(api.Contract, known);
        var (path, body) = (await requests.Path(operation, own), await requests.Body(operation, own));
        var (isVersioned, version) = (operation.Parameter("If-Match") is not null, "");
        foreach (var place in Places(Schema(operation)!, "", 0).ToLookup(each => each.Place, each => each.Type))
        {
            foreach (var spoilt in Tried(place.ToHashSet()))
            {
                var asked = body.DeepClone();
                JsonPlaces.Set(asked, place.Key, Hole);
                await Judge($"{operation.Id} {place.Key} {spoilt}", mayPass: !Poison.Contains(spoilt), Send(
                    asked.ToJsonString().Replace($"\"{Hole}\"", spoilt)));
            }
        }

        async Task<HttpResponseMessage> Send(string json)
        {
            if (isVersioned && version.Length == 0)
                version = await requests.Version(caller, operation, own);
            var answer = await caller.Send(new(operation.Method), path, json, isVersioned ? [("If-Match", version)] : []);
            // Refused, it is as it was.
            if (answer.IsSuccessStatusCode)
                version = "";
            return answer;
        }
    }

    /// <param name="types">Of a member; among them <see cref="AnyType"/>: the document does not say which.</param>
    private IEnumerable<string> Tried(HashSet<string> types)
    {
        string[] all = [.. Poison, .. Junk];
        string[] right = types.Contains(AnyType) ? all
            : [.. types.Contains("string") ? Poison : [], .. types.Append("null").Distinct().SelectMany(type => JunkOf[type])];
        var others = all.Except(right).ToList();
        return others.Count == 0 ? right : [.. right, others[turn++ % others.Count]];
    }

    private async Task Judge(string name, bool mayPass, Task<HttpResponseMessage> asking)
    {
        cases++;
        try
        {
            var answer = await asking;
            if ((int)answer.StatusCode >= 500 || !mayPass && answer.IsSuccessStatusCode)
                faults.Add($"{Short(name)}: {(int)answer.StatusCode} {Short(await answer.Content.ReadAsStringAsync())}");
        }
        catch (ContractException undocumented)
        {
            faults.Add($"{Short(name)}: {undocumented.Message}");
        }
    }

    private IEnumerable<Operation> Operations() => api.Contract.Operations.Where(operation =>
        operation.Path.Split('/')[1] is "api" or "ofrep" && (operation.Hosts.Count == 0 || operation.Hosts.Contains("tenant")));

    private static JsonNode? Schema(Operation operation) => operation.Json["requestBody"]?["content"]?["application/json"]?["schema"];

    // With each type that a value of the place may be of.
    private IEnumerable<(string Place, string Type)> Places(JsonNode schema, string place, int depth)
    {
        var resolved = api.Contract.Resolve(schema);
        if (depth > 8)
            return [];
        if ((resolved["oneOf"] ?? resolved["anyOf"]) is JsonArray choices)
            return choices.SelectMany(choice => Places(choice!, place, depth + 1));
        var inner = resolved["items"] is { } item ? Places(item, place + "/0", depth + 1)
            : resolved["properties"] is JsonObject members
                ? members.SelectMany(member => Places(member.Value!, $"{place}/{member.Key}", depth + 1))
            : [];
        return place.Length > 0 ? inner.Concat(Types(resolved).Select(type => (place, type))) : inner;
    }

    private static IEnumerable<string> Types(JsonNode schema) =>
        (schema["type"] is JsonArray several ? several.Select(type => (string?)type) : [(string?)schema["type"]]).Select(
            type => type switch { null => AnyType, "integer" => "number", _ => type });

    private static string Short(string text) => text.Length > 300 ? text[..300] + "…" : text;
}
