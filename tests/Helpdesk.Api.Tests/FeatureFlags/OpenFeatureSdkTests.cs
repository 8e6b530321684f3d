using Helpdesk.Domain.FeatureFlags;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using static Helpdesk.Api.Tests.FeatureFlags.FlagCalls;

namespace Helpdesk.Api.Tests.FeatureFlags;

/// <summary>
/// A tenant's CMS asks over the network with OpenFeature's own SDK and OFREP provider, from npm (tests/openfeature). Needs node and npm.
/// </summary>
[Collection(SharedHosts.TwoTowns)]
public sealed class OpenFeatureSdkTests(ApiFixture api)
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Find()!, "tests", "openfeature");

    [Fact]
    public async Task The_SDK_gets_every_type_every_reason_and_every_fault_as_OpenFeature_means_them()
    {
        var console = await api.Console();
        var flags = new Dictionary<string, JsonObject>
        {
            ["sdk.on"] = FlagOn(),
            ["sdk.here"] = Flag(ForTenants("musterstadt")),
            ["sdk.split"] = Flag(Arms(5_000)),
            ["sdk.off"] = FlagOn().With("enabled", false),
            ["sdk.text"] = Values("""{"a":"ä","b":"b"}"""),
            ["sdk.number"] = Values("""{"a":1.5,"b":2}"""),
            ["sdk.object"] = Values("""{"a":{"steps":[1,2],"name":"x"},"b":{}}"""),
        };
        foreach (var (key, flag) in flags)
            await console.Create(key, flag).ShouldAnswer(HttpStatusCode.Created);

        await api.Get<ICurrentFlags>().Until(snapshot => snapshot.IsOffered("sdk.object", api.Musterstadt));
        var answers = await Ask(Port, await api.Key("musterstadt"),
            ("sdk.on", false, null),
            ("sdk.here", false, null),
            ("sdk.split", false, "anna"),
            ("sdk.split", false, "anna"),
            ("sdk.split", false, null),
            ("sdk.off", true, null),
            ("sdk.text", "?", null),
            ("sdk.number", 0, null),
            ("sdk.object", new JsonObject(), null),
            ("sdk.missing", true, null),
            ("sdk.text", true, null));

        Seen(answers[0]).ShouldBe(("true", "on", "STATIC", null));
        Seen(answers[1]).ShouldBe(("true", "on", "TARGETING_MATCH", null));
        Seen(answers[2]).Reason.ShouldBe("SPLIT");
        Seen(answers[3]).ShouldBe(Seen(answers[2]));
        Seen(answers[4]).ShouldBe(("false", null, "ERROR", "TARGETING_KEY_MISSING"));
        Seen(answers[5]).ShouldBe(("false", "off", "DISABLED", null));
        Seen(answers[6]).ShouldBe(("\"ä\"", "a", "DEFAULT", null));
        Seen(answers[7]).ShouldBe(("1.5", "a", "DEFAULT", null));
        Seen(answers[8]).ShouldBe(("""{"name":"x","steps":[1,2]}""", "a", "DEFAULT", null));
        Seen(answers[9]).ShouldBe(("true", null, "ERROR", "FLAG_NOT_FOUND"));
        Seen(answers[10]).ShouldBe(("true", null, "ERROR", "TYPE_MISMATCH"));
    }

    private int Port => new Uri(api.Get<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;

    private static JsonObject Values(string variants) => new()
    {
        ["enabled"] = true,
        ["variants"] = JsonNode.Parse(variants),
        ["default_variant"] = "a",
        ["safe_variant"] = "b",
    };

    private static (string Value, string? Variant, string Reason, string? Error) Seen(JsonNode? answer) => (
        answer!["value"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }),
        (string?)answer["variant"], (string)answer["reason"]!, (string?)answer["errorCode"]);

    private static async Task<JsonArray> Ask(int port, string key, params (string Flag, JsonNode Default, string? TargetingKey)[] questions)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
            await Subprocess.Run(Folder, "npm", ["ci", "--no-audit", "--no-fund"], "");

        var asked = new JsonObject
        {
            ["baseUrl"] = $"http://musterstadt.localhost:{port}",
            ["key"] = key,
            ["questions"] = new JsonArray([.. questions.Select(question => new JsonObject
            {
                ["flag"] = question.Flag,
                ["default"] = question.Default,
                ["context"] = question.TargetingKey is null
                    ? new JsonObject() : new JsonObject { ["targetingKey"] = question.TargetingKey },
            })]),
        };
        return JsonNode.Parse(await Subprocess.Run(Folder, "node", ["ask.mjs"], asked.ToJsonString()))!.AsArray();
    }
}
