using System.Text.Json.Nodes;
using Helpdesk.Domain.FeatureFlags;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Api.FeatureFlags;

/// <summary>Whom a change would hit, before anybody makes it.</summary>
internal static class FlagPreviewEndpoint
{
    public static readonly QueryParameter Environment =
        QueryParameter.Text(
            "environment",
            "The environment to ask about: 1 to 30 lower-case letters, digits and hyphens. Default: this installation's own.", 30)
            with
        { Example = "production" };

    public static async Task<IResult> Preview(
        [FlagKeyInPath] string key, FlagBody body, Ask ask, ICurrentFlags snapshots, ITenantDirectory directory, TimeProvider time)
    {
        var query = new QueryReader(ask.Context.Request);
        var environment = query.Raw("environment") ?? snapshots.Environment;
        if (!FlagRules.IsEnvironment(environment))
            query.Fault(FlagRules.NotAnEnvironment("environment"));
        query.Done();

        var (caller, grain, snapshot) = (ask.Caller, FlagEndpoints.Flags(ask), snapshots.Current);
        var names = new FlagTenantNames(snapshot);
        var present = await grain.Read(caller, key, ask.Aborted);
        var wanted = present.Refused(out _, out var flag) ? body.Json : Overlay(names.Outward(flag.Definition), body.Json);
        var read = await names.Inward(wanted, directory, ask.Aborted);
        if (read.Flag.Refused(out _, out var definition))
            return Problems.Of(await read.Refusal(body.Json, ask, key));

        return await ask.Shows(grain.TryPut(caller, key, definition, ask.Aborted), saved => FlagPreviewResponse.Of(
            FlagPreview.Of(snapshot, caller.Tenant, key, saved, environment, time.Now()), environment));
    }

    // What a preview leaves out is as it is now.
    private static string Overlay(string present, string wanted)
    {
        if (JsonNode.Parse(wanted) is not JsonObject changes)
            return wanted;

        var whole = JsonNode.Parse(present)!.AsObject();
        foreach (var (name, value) in changes)
            whole[name] = value?.DeepClone();
        return whole.ToJsonString();
    }
}

internal sealed class FlagKeyInPathAttribute : PathValueAttribute
{
    // As FlagRules.KeyFault.
    public FlagKeyInPathAttribute() : base("new-form") => Pattern = "^[A-Za-z0-9]([A-Za-z0-9._-]{0,98}[A-Za-z0-9])?$";
}
