using System.Text.Json.Serialization;

namespace Helpdesk.Api.Tickets;

/// <summary>What became of one ticket, or would.</summary>
/// <param name="Status">As the same act on this ticket alone is answered: 200, or 403, 404, 409, 412, 422, 503.</param>
/// <param name="Version">As the caller reads it, after the act; of a preview before it. Null: refused.</param>
/// <param name="Problem">Why it was refused; null: it was not.</param>
public sealed record BulkItemResponse(Guid Ticket, string? Number, int Status, int? Version, BulkProblem? Problem)
{
    /// <summary>What would change; of a preview only. Empty: the ticket is like that already.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<BulkEffect>? Effects { get; init; }

    /// <summary>It had been done before under this key.</summary>
    internal bool IsReplayed { get; init; }

    /// <summary>Slug; at the desk only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Tenant { get; init; }
}

/// <param name="Field">Such as `status`, `assignee`, `tag`, `comment`.</param>
/// <param name="From">Null: it has none. Of priority and status their words, of an assignee the account id.</param>
/// <param name="To">Null: none any more.</param>
public sealed record BulkEffect(string Field, string? From, string? To);

/// <param name="Code">Stable; its page is `/problems/{code}`.</param>
/// <param name="Errors">Members of the act that do not fit this ticket.</param>
public sealed record BulkProblem(string Code, string Title, string Detail, IReadOnlyList<BulkFieldProblem> Errors)
{
    internal static BulkProblem Of(Error error, bool german) => new(
        error.Code, error.TitleIn(german), error.In(german),
        [.. error.Fields.Select(field => new BulkFieldProblem(field.Pointer, field.Code, field.In(german)))]);
}

public sealed record BulkFieldProblem(string Pointer, string Code, string Detail);

/// <param name="Items">In the order in which they were asked for.</param>
public sealed record BulkResponse(IReadOnlyList<BulkItemResponse> Items, int Done, int Refused);

/// <param name="Code">Of a refusal; null: they would be carried out.</param>
/// <param name="Effects">What would change; empty: nothing.</param>
/// <param name="Tenant">Slug; null: not at the desk.</param>
public sealed record BulkGroup(string? Tenant, string? Code, IReadOnlyList<BulkEffect> Effects, IReadOnlyList<Guid> Tickets);

/// <param name="Groups">The same by municipality and effect, the largest first.</param>
public sealed record BulkPreviewResponse(IReadOnlyList<BulkItemResponse> Items, IReadOnlyList<BulkGroup> Groups);
