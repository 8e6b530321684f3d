using Helpdesk.Api.Tests.Isolation;

namespace Helpdesk.Api.Tests.BadInput;

/// <summary>
/// One fault hides no other one, and makes none: for every body that the document knows, each member is of a wrong type beside each other
/// one that is missing, against its rule, or names something that is not there; and each is wrong alone. Routes that are added are in it by
/// themselves.
/// </summary>
[Collection(SharedHosts.ManyTowns)]
public sealed class AllFaultsTests(ApiFixture api)
{
    private readonly List<string> faults = [];
    private int pairs;

    [Fact]
    public async Task Every_body_is_told_all_that_is_wrong_with_it_at_once()
    {
        var admin = await api.As(IsolationProof.Own, Role.Admin);
        var before = await OnlyListedWords(admin, true);
        try
        {
            await Spoil(admin);
        }
        finally
        {
            await OnlyListedWords(admin, before);
        }

        string.Join('\n', faults).ShouldBeEmpty();
        pairs.ShouldBeGreaterThan(1_000, "the document must have given cases");
    }

    [Fact]
    public async Task Every_query_is_told_all_that_is_wrong_with_it_at_once()
    {
        var known = new IsolationTests(api).KnownThings;
        var requests = new DocumentedRequests(api.Contract, known);
        var own = new OwnThings(await api.As(IsolationProof.Own, Role.Admin), known.Makers);
        var console = await api.SignedIn("console", api.OperatorEmail);
        foreach (var operation in api.Contract.Operations.Where(operation => operation.Path.Split('/')[1] is "api"
            && (operation.Hosts is ["console"] || operation.Hosts.Count == 0 || operation.Hosts.Contains("tenant"))))
        {
            own.Use("tenant", IsolationProof.Own);
            if (operation.In("query").ToDictionary(one => (string)one["name"]!, WrongOf) is { Count: > 0 } wrong
                && operation.Method == "GET")
                await Ask(operation, operation.Hosts is ["console"] ? console : own.Admin, await requests.Path(operation, own), wrong);
        }

        string.Join('\n', faults).ShouldBeEmpty();
        pairs.ShouldBeGreaterThan(20, "the document must have given cases");
    }

    private async Task Ask(Operation operation, HttpClient caller, string path, Dictionary<string, string> wrong)
    {
        pairs++;
        var asked = string.Join('&', wrong.Where(one => one.Value.Length > 0).Select(one => $"{one.Key}={one.Value}").Append("nonsense=1"));
        var answer = await caller.Get($"{path}?{asked}");
        var told = (JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["errors"] as JsonArray ?? [])
            .Select(one => (string)one!["pointer"]!).ToList();
        var missing = wrong.Where(one => one.Value.Length > 0).Select(one => one.Key).Append("nonsense").Except(told).ToList();
        if (missing.Count > 0 || told.Distinct().Count() < told.Count)
            faults.Add($"{operation.Id}?{asked}: {(int)answer.StatusCode} {string.Join(' ', told)}, not {string.Join(' ', missing)}");
    }

    // Empty: any value is right.
    private string WrongOf(JsonNode parameter)
    {
        var schema = api.Contract.Resolve(parameter["schema"]!);
        schema = schema["items"] is { } item ? api.Contract.Resolve(item) : schema;
        return (string)parameter["name"]! == "cursor" || schema["enum"] is not null || schema["format"] is not null
            || schema["pattern"] is not null || (string?)schema["type"] is "integer" or "boolean" ? "%21"
            : (int?)schema["maxLength"] is { } most ? new string('x', most + 1) : "";
    }

    // Otherwise any category, queue and team will do.
    private static async Task<bool> OnlyListedWords(HttpClient admin, bool strict)
    {
        const string Settings = "/api/v1/settings";
        var answer = await admin.Get(Settings);
        var settings = await Task.FromResult(answer).Json();
        var before = (bool)settings["strict_categories"]!;
        settings["strict_categories"] = strict;
        await admin.Send(HttpMethod.Put, Settings, settings.ToJsonString(), ("If-Match", answer.Headers.ETag!.Tag)).Json();
        return before;
    }

    private async Task Spoil(HttpClient admin)
    {
        var known = new IsolationTests(api).KnownThings;
        var requests = new DocumentedRequests(api.Contract, known);
        var spoilt = new SpoiltMembers(api.Contract, RulesOfMembers.Broken);
        var own = new OwnThings(admin, known.Makers);
        var console = await api.SignedIn("console", api.OperatorEmail);
        // What is asked of a tenant by its name is the same code as at its own host.
        foreach (var operation in api.Contract.Operations.Where(operation => operation.Path.Split('/')[1] is "api"
            && (operation.Hosts is ["console"] || operation.Hosts.Count == 0 || operation.Hosts.Contains("tenant"))))
        {
            if (SpoiltMembers.Schema(operation) is null)
                continue;
            own.Use("tenant", IsolationProof.Own);
            var (path, good) = (await requests.Path(operation, own), await Good(operation, requests, own));
            var caller = operation.Hosts is ["console"] ? console : admin;
            var version = operation.Parameter("If-Match") is null ? null : await requests.Version(caller, operation, own);
            var before = await Written();
            var members = spoilt.Of(operation, good);
            faults.AddRange(members
                .Where(member => member.HasUnknownRule && !RulesOfMembers.Without.ContainsKey($"{operation.Id} {member}"))
                .Select(member => $"{operation.Id} {member}: say what breaks its rule, or why it has none"));
            await Spoil(new(operation, caller, path, version), good, members);
            if (await Written() != before)
                faults.Add($"{operation.Id} was carried out");
        }
    }

    // Keys and slugs of examples are those of something that is there.
    private static async Task<JsonNode> Good(Operation operation, DocumentedRequests requests, OwnThings own)
    {
        var body = await requests.Body(operation, own);
        if (operation.Method == "PUT")
            (body as JsonObject)?.Remove("key");
        foreach (var name in new[] { "key", "slug" }.Where(name => body[name] is not null))
            body[name] = Some.Word();
        // A ticket is not joined with itself.
        if (operation.Id is "LinkTicket" or "MergeTicket")
            body[operation.Id is "LinkTicket" ? "ticket" : "target"] = await own.Fresh("tickets");
        return body;
    }

    private async Task Spoil(Asked asked, JsonNode good, IReadOnlyList<SpoiltMember> members)
    {
        // A part of the pairs where bodies are long, in which each member has its share.
        var share = Math.Max(1, members.Count / Partners);
        foreach (var (at, wrong) in members.Index().Where(member => member.Item.Wrong is not null))
        {
            var body = good.DeepClone();
            SpoiltMembers.Set(body, wrong.Place, wrong.Wrong);
            var alone = await asked.With(body);
            if (alone.Places.Count == 0 || alone.Places.Any(place => !wrong.Touches(place)))
                faults.Add($"{asked.Operation.Id} {wrong} alone: {alone}");

            foreach (var (_, other) in members.Index().Where(member =>
                !member.Item.Touches(wrong.Place) && (at + member.Index) % share == 0))
            {
                if (other.Broken is { } broken)
                    await Both(asked, body, (wrong, null), (other, broken));
                if (other.IsRequired)
                    await Both(asked, body, (wrong, null), (other, null));
            }
        }

        // What cannot be read is one thing, what is against a rule another: it may be found by somebody who comes later.
        foreach (var (at, one) in members.Index().Where(member => member.Item.Broken is not null))
        {
            var body = good.DeepClone();
            SpoiltMembers.Set(body, one.Place, one.Broken);
            foreach (var (_, other) in members.Index().Take(at).Where(member => member.Item.Broken is not null
                && !member.Item.Touches(one.Place) && (at + member.Index) % share == 0))
                await Both(asked, body, (one, one.Broken), (other, other.Broken));
        }
    }

    private async Task Both(
        Asked asked, JsonNode body, (SpoiltMember Member, JsonNode? Value) one, (SpoiltMember Member, JsonNode? Value) other)
    {
        if (RulesOfMembers.AreDependent(one.Member.Place, other.Member.Place))
            return;
        pairs++;
        var spoilt = body.DeepClone();
        SpoiltMembers.Set(spoilt, other.Member.Place, other.Value);
        var told = await asked.With(spoilt);
        var name = $"{asked.Operation.Id} {one.Member}{(one.Value is null ? "" : " broken")} + {other.Member} "
            + $"{(other.Value is null ? "missing" : "broken")}";
        if (!told.Places.Any(one.Member.Touches) || !told.Places.Any(other.Member.Touches))
            faults.Add($"{name}: {told}");
        else if (told.Places.Distinct().Count() < told.Places.Count)
            faults.Add($"{name}: a place twice, {told}");
        else if (Order(spoilt, told.Places) is var order && !order.SequenceEqual(order.Order()))
            faults.Add($"{name}: not in the order of the body, {told}");
    }

    // By the first part of the pointer; what is missing comes last.
    private static List<int> Order(JsonNode body, IReadOnlyList<string> places)
    {
        var members = body.AsObject().Select(member => member.Key).ToList();
        return [.. places.Where(place => place.StartsWith('/')).Select(place => members.IndexOf(place.Split('/')[1])).Select(
            at => at < 0 ? members.Count : at)];
    }

    // Whoever does something is named in its event.
    private async Task<string> Written() => (await api.Column("select count(*) from event where actor is not null"))[0];

    private sealed record Asked(Operation Operation, HttpClient Caller, string Path, string? Version)
    {
        public async Task<Answer> With(JsonNode body)
        {
            (string, string)[] headers = Version is null ? [] : [("If-Match", Version)];
            var answer = await Caller.Send(new(Operation.Method), Path, body.ToJsonString(), headers);
            var text = await answer.Content.ReadAsStringAsync();
            return new((int)answer.StatusCode, answer.StatusCode == HttpStatusCode.UnprocessableEntity
                ? [.. (JsonNode.Parse(text)!["errors"] as JsonArray ?? []).Select(one => (string)one!["pointer"]!)] : []);
        }
    }

    private sealed record Answer(int Status, IReadOnlyList<string> Places)
    {
        public override string ToString() => $"{Status} {string.Join(' ', Places)}";
    }

    private const int Partners = 8;
}
