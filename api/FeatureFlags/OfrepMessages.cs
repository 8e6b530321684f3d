using System.Text.Json.Serialization;

namespace Helpdesk.Api.FeatureFlags;

// The protocol's own names: camelCase, unlike the rest of the API. These records describe what is read and written by hand, for speed.

/// <param name="Context">An evaluation context; members besides <c>targetingKey</c> are the client's own and are not looked at.</param>
public sealed record OfrepEvaluationRequest(OfrepContext Context);

/// <param name="TargetingKey">For whom: the account, or whatever a CMS calls a person. At most 256 characters.</param>
public sealed record OfrepContext([property: JsonPropertyName("targetingKey")] string? TargetingKey = null);

/// <param name="Value">true or false, a string, a number or an object.</param>
/// <param name="Reason">As OpenFeature names them: <c>STATIC</c>, <c>DEFAULT</c>, <c>TARGETING_MATCH</c>, <c>SPLIT</c>, <c>DISABLED</c>;
/// and our own:
/// <c>KILLED</c>, <c>EXPIRED</c>, <c>PARENT_OFF</c>, <c>LICENCE</c>, <c>VERSION</c>.</param>
public sealed record OfrepEvaluation(string Key, JsonElement Value, string Reason, string Variant);

/// <param name="Key">Absent when the whole request has failed.</param>
/// <param name="ErrorCode"><c>FLAG_NOT_FOUND</c>, <c>TARGETING_KEY_MISSING</c>, <c>INVALID_CONTEXT</c> or <c>PARSE_ERROR</c>.</param>
public sealed record OfrepFailure(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Key,
    [property: JsonPropertyName("errorCode")] string ErrorCode,
    [property: JsonPropertyName("errorDetails")] string ErrorDetails);

/// <param name="Flags">Each one either evaluated or failed.</param>
public sealed record OfrepBulkEvaluation(IReadOnlyList<OfrepItem> Flags);

/// <summary>An <see cref="OfrepEvaluation"/> or an <see cref="OfrepFailure"/>.</summary>
public sealed record OfrepItem(
    string Key, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonElement? Value = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Variant = null,
    [property: JsonPropertyName("errorCode"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ErrorCode = null,
    [property: JsonPropertyName("errorDetails"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ErrorDetails = null);
