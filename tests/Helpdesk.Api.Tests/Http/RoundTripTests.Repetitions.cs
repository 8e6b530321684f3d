using Helpdesk.Api.Tests.Isolation;

namespace Helpdesk.Api.Tests.Http;

/// <summary>What holds for a command with an Idempotency-Key, whatever it is made of: every one of the document is given twice.</summary>
public sealed partial class RoundTripTests
{
    [Fact]
    public async Task A_command_under_the_same_key_is_answered_as_then_and_said_to_be_a_repetition_and_another_one_is_refused()
    {
        var (admin, known) = (await api.As("musterstadt", Role.Admin), Known());
        var requests = new DocumentedRequests(api.Contract, known);
        var (faults, given, refused) = (new List<string>(), 0, new List<string>());
        foreach (var operation in api.Contract.Operations.Where(TakesKey))
        {
            var own = new OwnThings(admin, known.Makers);
            var path = await requests.Path(operation, own);
            var body = requests.Example(operation.Id) is null ? null : await requests.Body(operation, own);
            var version = operation.Parameter("If-Match") is null ? "*" : await requests.Version(admin, operation, own);
            (string, string)[] headers = [("Idempotency-Key", Some.Word()), .. version == "*" ? [] : new[] { ("If-Match", version) }];

            var first = await Sent(admin, operation, path, body, headers);
            if (first.Status >= 400)
            {
                refused.Add($"{operation.Id}: {first}");
                continue;
            }

            given++;
            var again = await Sent(admin, operation, path, body, headers);
            if (again != first with { IsReplay = true })
                faults.Add($"{operation.Id}:\n  {first}\n  {again}");
            // A bulk answer has an answer for each ticket, also that its part of the key was used.
            if (operation.Id != "ActOnTickets" && body is JsonObject members && Other(members) is { } other
                && await Sent(admin, operation, path, other, headers) is { Status: < 400 or >= 500 } done)
                faults.Add($"{operation.Id}, another body: {done}");
        }

        string.Join('\n', faults).ShouldBeEmpty();
        given.ShouldBeGreaterThan(35, string.Join('\n', refused));
    }

    // The document's settings ask for a second factor. Others wait until the admins have heard of a request for access.
    private Known Known()
    {
        var known = new IsolationTests(api).KnownThings;
        return known with
        {
            Bodies = new Dictionary<string, Func<HttpClient, Task<JsonNode>>>(known.Bodies)
            {
                ["ReplaceOwnSettings"] = admin => admin.Get("/api/v1/settings").Json(),
                ["MergeTicket"] = async admin => new JsonObject { ["target"] = await known.Makers["links"](admin) },
                ["LinkTicket"] = async admin => new JsonObject { ["ticket"] = await known.Makers["links"](admin) },
                ["ActOnTickets"] = async admin => new JsonObject
                {
                    ["items"] = new JsonArray(new JsonObject { ["ticket"] = await known.Makers["tickets"](admin) }),
                    ["add_tag"] = "eilig",
                },
                ["AddCategory"] = _ => Task.FromResult<JsonNode>(
                    new JsonObject { ["key"] = Some.Word(), ["name"] = new JsonObject { ["de"] = "Bank" } }),
            },
            Makers = new Dictionary<string, Func<HttpClient, Task<string>>>(known.Makers)
            {
                ["provider-access"] = async _ => (string)(await Asked().Json(HttpStatusCode.Created))["id"]!,
            },
        };

        async Task<HttpResponseMessage> Asked() => await (await api.SignedIn("console", api.OperatorEmail)).Post(
            "/api/v1/tenants/musterstadt/provider-access", new { reason = "Störung", minutes = 30 });
    }

    private static bool TakesKey(Operation operation) => operation.Parameter("Idempotency-Key") is not null
        && (operation.Hosts.Count == 0 || operation.Hosts.Contains("tenant")) && operation.Id != "ImportUsers" // of another type
        && !operation.Path.Contains("{tenant}", StringComparison.Ordinal);

    private static async Task<Seen> Sent(
        HttpClient client, Operation operation, string path, JsonNode? body, (string, string)[] headers)
    {
        var answer = await client.Send(new(operation.Method), path, body?.ToJsonString(), headers);
        return new(
            (int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers.Location?.ToString(),
            answer.Headers.Contains(Idempotency.ReplayedHeader));
    }

    // A text of it is another one.
    private static JsonObject? Other(JsonObject body)
    {
        var other = body.DeepClone().AsObject();
        var text = other.FirstOrDefault(member => member.Value?.GetValueKind() is System.Text.Json.JsonValueKind.String);
        if (text.Key is null)
            return null;
        other[text.Key] = $"{text.Value} und mehr";
        return other;
    }

    private sealed record Seen(int Status, string Body, string? Location, bool IsReplay);
}
