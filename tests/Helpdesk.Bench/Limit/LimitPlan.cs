using System.Text.Json.Serialization;

namespace Helpdesk.Bench.Limit;

/// <summary>What the limit program has to know; written by the bench, read by the program at its start.</summary>
/// <param name="Database">Connection string of the application's role.</param>
/// <param name="Towns">Host to tenant.</param>
/// <param name="Sample">A ticket that the product opened and wrote one comment on: both are what the limit does again.</param>
/// <param name="Commented">Tickets that the limit, and nobody else, writes comments on.</param>
internal sealed record LimitPlan(
    string Url, string Database, Dictionary<string, Guid> Towns, LimitSample Sample, IReadOnlyList<Guid> Commented);

/// <param name="Opened">Its version after it was opened, and what the product answered.</param>
/// <param name="Commented">The same after the comment.</param>
internal sealed record LimitSample(Guid Tenant, Guid Ticket, int Opened, string OpenedAnswer, int Commented, string CommentedAnswer);

[JsonSerializable(typeof(LimitPlan))]
[JsonSerializable(typeof(LimitRequest))]
internal sealed partial class LimitJson : JsonSerializerContext;

/// <summary>What clients send, as far as the limit looks at it.</summary>
internal sealed record LimitRequest(
    [property: JsonPropertyName("subject")] string? Subject, [property: JsonPropertyName("description")] string? Description,
    [property: JsonPropertyName("body")] string? Body);
