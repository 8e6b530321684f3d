using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text;
using System.Text.Json.Serialization;
using Helpdesk.Domain.FeatureFlags;
using Microsoft.AspNetCore.Http.Metadata;

namespace Helpdesk.Api.FeatureFlags;

/// <summary>
/// The body as text. It is read by the domain's own <see cref="FlagDocument"/>, which tells every fault at once where a binder would tell
/// the first.
/// </summary>
internal sealed class FlagBody(string json) : IEndpointParameterMetadataProvider
{
    public string Json => json;

    public static async ValueTask<FlagBody?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        Bodies.RequireJson(context);
        var bytes = await Bodies.ReadAll(context);
        if (StrictJson.Read<JsonElement>(bytes).Refused(out var why, out var body))
            throw new RequestRefusedException(why);
        return new FlagBody(Bodies.PassedOver(context) is { } answered ? Settable(body, answered) : Encoding.UTF8.GetString(bytes));
    }

    // As other bodies are read: what an answer holds besides is passed over when it comes back.
    private static string Settable(JsonElement body, IReadOnlySet<string> answered)
    {
        if (body.ValueKind != JsonValueKind.Object)
            return body.GetRawText();
        var members = body.EnumerateObject().Where(member => !answered.Contains(member.Name) || Members.Contains(member.Name));
        return JsonSerializer.Serialize(members.ToDictionary(member => member.Name, member => member.Value), StrictJson.Options);
    }

    private static readonly IReadOnlySet<string> Members = StrictJson.Options.GetTypeInfo(typeof(PutFlagRequest)).Properties
        .Select(property => property.Name).ToHashSet(StringComparer.Ordinal);

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(PutFlagRequest), isOptional: false));
}

/// <param name="Description">At most 2,000 characters. Default: empty.</param>
/// <param name="Owner">Account id; is warned before the flag expires. Default: who creates it.</param>
/// <param name="Kind">Default <c>release</c>.</param>
/// <param name="Enabled">
/// <c>true</c>, <c>false</c>, or by environment: <c>{"production": true, "*": false}</c>. Default <c>false</c>.
/// </param>
/// <param name="Variants">1 to 50, all of one type: true or false, strings, numbers, or objects.</param>
/// <param name="DefaultVariant">Served where no strategy answers.</param>
/// <param name="SafeVariant">Served when the flag must not decide: killed, disabled, expired, not licensed, wrong version, without the
/// flags it requires. Default: the one variant that is <c>false</c>, else the default variant.</param>
/// <param name="Strategies">At most 100. Listed tenants first, then in this order; the first that answers wins.</param>
/// <param name="Requires">Keys of flags that must be on, at most 20.</param>
/// <param name="ExpiresAt">
/// From then on the safe variant is served. The owner is told 14 and 3 days before, at the same time of day in Europe/Berlin.
/// </param>
/// <param name="Entitlement">The feature that the tenant's licence must contain.</param>
/// <param name="CmsVersions">Range of semantic versions, such as <c>&gt;=5.2.0 &lt;6.0.0</c>.</param>
/// <param name="FourEyes">Changes act when a second person has approved them. Default <c>false</c>.</param>
/// <param name="Overridable">Tenants may define a flag of the same key. Platform flags only. Default <c>false</c>.</param>
/// <param name="ServerOnly">Never shown to clients. Default <c>true</c> for operational flags, else <c>false</c>.</param>
/// <param name="Salt">Shuffles the buckets; fixed when the flag is created. Default: made from the key.</param>
/// <param name="Reason">Why, for the history; at most 500 characters.</param>
public sealed record PutFlagRequest(
    string? Description = null, Guid? Owner = null, FlagKind? Kind = null, JsonElement? Enabled = null,
    IReadOnlyDictionary<string, JsonElement>? Variants = null, string? DefaultVariant = null, string? SafeVariant = null,
    IReadOnlyList<FlagStrategyBody>? Strategies = null, IReadOnlyList<string>? Requires = null, DateTimeOffset? ExpiresAt = null,
    string? Entitlement = null, string? CmsVersions = null, bool? FourEyes = null, bool? Overridable = null, bool? ServerOnly = null,
    string? Salt = null, string? Reason = null);

/// <summary>Which members there are, the type says.</summary>
/// <param name="Type">
/// <c>everyone</c>, <c>tenants</c>, <c>segment</c>, <c>percentage</c>, <c>weights</c> or <c>unleash.flexibleRollout</c>.
/// </param>
/// <param name="Variant">For all but weights and Unleash.</param>
/// <param name="Tenants">Slugs. For tenants.</param>
/// <param name="BasisPoints">0 to 10,000. For percentage.</param>
/// <param name="By"><c>tenant</c> (default) or <c>account</c>. For percentage and weights.</param>
/// <param name="Weights">Basis points by variant, 10,000 together. For weights.</param>
/// <param name="Rollout">0 to 100 per cent. For Unleash; so are the next three.</param>
/// <param name="Where">All must hold. For segment, percentage, weights and Unleash.</param>
public sealed record FlagStrategyBody(
    string? Type = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Variant = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Tenants = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? BasisPoints = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] BucketBy? By = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, int>? Weights = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Rollout = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? GroupId = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] BucketBy? Stickiness = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<FlagArmBody>? Variants = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<FlagConditionBody>? Where = null)
{
    /// <summary>Members of a strategy that has more of its own than these.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Own { get; init; }
}

/// <param name="Weight">Unleash's; any whole numbers of which at least one is above 0.</param>
public sealed record FlagArmBody(string Variant, int Weight);

/// <param name="Values">One; for <c>in</c> and <c>not_in</c> 1 to 200. A single one may also stand in a member <c>value</c>.</param>
public sealed record FlagConditionBody(TenantAttribute Attribute, FlagOperator Operator, IReadOnlyList<string> Values);

/// <param name="Reason">Why, for the history; at most 500 characters.</param>
public sealed record ActOnFlagRequest([OneLine(FlagLimits.Reason)] string? Reason = null);

/// <param name="Version">The version of the flag whose definition comes back.</param>
/// <param name="Reason">Why, for the history; at most 500 characters.</param>
public sealed record RestoreFlagRequest([Required] int? Version = null, [OneLine(FlagLimits.Reason)] string? Reason = null);
