using System.Diagnostics;
using Helpdesk.Domain.FeatureFlags;

namespace Helpdesk.Api.Tests.FeatureFlags;

/// <summary>Short ways to manage and to ask flags over HTTP.</summary>
internal static class FlagCalls
{
    public const string Flags = "/api/v1/flags";

    /// <summary>As the API's own description shows it: on for everybody, or as the strategies say.</summary>
    public static JsonObject Flag(params JsonObject[] strategies) => new()
    {
        ["description"] = "Test",
        ["kind"] = "release",
        ["enabled"] = true,
        ["variants"] = new JsonObject { ["on"] = true, ["off"] = false },
        ["default_variant"] = "off",
        ["strategies"] = new JsonArray([.. strategies]),
        ["requires"] = new JsonArray(),
        ["expires_at"] = null,
        ["safe_variant"] = "off",
    };

    public static JsonObject FlagOn() => Flag(Everyone());

    public static JsonObject Everyone() => new() { ["type"] = "everyone", ["variant"] = "on" };

    public static JsonObject ForTenants(params string[] slugs) =>
        new() { ["type"] = "tenants", ["tenants"] = new JsonArray([.. slugs.Select(slug => (JsonNode)slug)]), ["variant"] = "on" };

    public static JsonObject Percentage(int basisPoints, string by) =>
        new() { ["type"] = "percentage", ["basis_points"] = basisPoints, ["by"] = by, ["variant"] = "on" };

    /// <summary>So many basis points on, the others off.</summary>
    public static JsonObject Arms(int on) =>
        new() { ["type"] = "weights", ["weights"] = new JsonObject { ["on"] = on, ["off"] = 10_000 - on }, ["by"] = "account" };

    public static JsonObject With(this JsonObject flag, string name, JsonNode? value)
    {
        flag[name] = value;
        return flag;
    }

    public static Task<HttpResponseMessage> Create(this HttpClient client, string key, JsonObject flag) =>
        client.Put(key, flag, ("If-None-Match", "*"));

    public static Task<HttpResponseMessage> Change(this HttpClient client, string key, JsonObject flag, int version) =>
        client.Put(key, flag, ("If-Match", $"\"{version}\""));

    public static Task<HttpResponseMessage> Put(this HttpClient client, string key, JsonObject flag, params (string, string)[] headers) =>
        client.Send(HttpMethod.Put, $"{Flags}/{key}", flag.ToJsonString(), headers);

    public static Task<HttpResponseMessage> Evaluate(this HttpClient client, string key, string? targetingKey = null) => client.Post(
        $"/ofrep/v1/evaluate/flags/{key}",
        new JsonObject { ["context"] = targetingKey is null ? new() : new JsonObject { ["targetingKey"] = targetingKey } }.ToJsonString());

    public static Task<HttpResponseMessage> EvaluateAll(
        this HttpClient client, string? targetingKey = null, params (string, string)[] headers) => client.Post(
        "/ofrep/v1/evaluate/flags", new JsonObject
        {
            ["context"] = targetingKey is null
            ? new() : new JsonObject { ["targetingKey"] = targetingKey }
        }.ToJsonString(), headers);

    /// <summary>A program at that tenant, with a key for evaluating flags.</summary>
    public static async Task<HttpClient> Program(this ApiFixture api, string host, string? environment = "production") =>
        api.Client(host, await api.Key(host, environment));

    public static async Task<string> Key(this ApiFixture api, string host, string? environment = "production")
    {
        var admin = await api.As(host, Role.Admin);
        var made = await admin.Post("/api/v1/api-keys", new { name = "CMS", scopes = new[] { "flags:evaluate" }, environment }).Json(
            HttpStatusCode.Created);
        return (string)made["key"]!;
    }

    public static async Task<HttpClient> Console(this ApiFixture api) => await api.SignedIn("console", api.OperatorEmail);

    /// <summary>Waits until the snapshot of that process says so; a change must be everywhere within two seconds.</summary>
    public static async Task<TimeSpan> Until(this ICurrentFlags snapshots, Func<CompiledFlags, bool> isSo)
    {
        var since = Stopwatch.StartNew();
        while (!isSo(snapshots.Current))
        {
            since.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30), "The snapshot never came to say so.");
            await Task.Delay(5);
        }

        return since.Elapsed;
    }
}
