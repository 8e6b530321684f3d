using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Helpdesk.Domain.Categories;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Categories;

/// <summary>At least one of the two; the other one follows from it.</summary>
public sealed record NamesBody([OneLine(TicketLimits.Word)] string? De = null, [OneLine(TicketLimits.Word)] string? En = null);

/// <param name="Key">
/// The word that stands on tickets, fixed for good: what the address names, in any spelling of it. Left out of a new entry: made from the
/// name.
/// </param>
/// <param name="Queue">Key of the queue that new tickets of this category go to.</param>
/// <param name="Archived">Not offered any more; tickets that carry it keep it.</param>
/// <param name="Position">Place in the list, from 0; beyond the last one it is the last. Left out: at the end, or where it is.</param>
public sealed record CategoryBody(
    [ListKey] string? Key = null, [Required] NamesBody? Name = null, string? Queue = null, bool? Archived = null,
    [Between(0, TicketListChanges.MostEntries)] int? Position = null) : IJudged
{
    IEnumerable<FieldError?> IJudged.Faults(HttpContext context) => CategoryReading.KeyFaults(context, Key);
}

/// <param name="Key">
/// The word that stands on tickets, fixed for good: what the address names, in any spelling of it. Left out of a new entry: made from the
/// name.
/// </param>
/// <param name="Team">Key of the team that takes tickets of this queue unless somebody says otherwise.</param>
/// <param name="Archived">Not offered any more; tickets that carry it keep it.</param>
/// <param name="Position">Place in the list, from 0; beyond the last one it is the last. Left out: at the end, or where it is.</param>
public sealed record QueueBody(
    [ListKey] string? Key = null, [Required] NamesBody? Name = null, string? Team = null, bool? Archived = null,
    [Between(0, TicketListChanges.MostEntries)] int? Position = null) : IJudged
{
    IEnumerable<FieldError?> IJudged.Faults(HttpContext context) => CategoryReading.KeyFaults(context, Key);
}

/// <param name="Key">
/// The word that stands on tickets, fixed for good: what the address names, in any spelling of it. Left out of a new entry: made from the
/// name.
/// </param>
/// <param name="Members">Account ids of agents, managers and admins: what the team is told reaches them.</param>
/// <param name="Email">Is told as well.</param>
/// <param name="Archived">Not offered any more; tickets that carry it keep it.</param>
/// <param name="Position">Place in the list, from 0; beyond the last one it is the last. Left out: at the end, or where it is.</param>
public sealed record TeamBody(
    [ListKey] string? Key = null, [Required] NamesBody? Name = null, IReadOnlyList<Guid>? Members = null, [Email] string? Email = null,
    bool? Archived = null,
    [Between(0, TicketListChanges.MostEntries)] int? Position = null) : IJudged
{
    IEnumerable<FieldError?> IJudged.Faults(HttpContext context) => CategoryReading.KeyFaults(context, Key);
}

public sealed record NamesResponse(string De, string En);

/// <param name="Queue">Staff's own.</param>
/// <param name="Version">The entry's version; also in <c>ETag</c>.</param>
public sealed record CategoryResponse(
    string Key, NamesResponse Name, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Queue,
    bool Archived, int Position,
    int Version);

/// <param name="Version">The entry's version; also in <c>ETag</c>.</param>
public sealed record QueueResponse(string Key, NamesResponse Name, string? Team, bool Archived, int Position, int Version);

/// <param name="Version">The entry's version; also in <c>ETag</c>.</param>
public sealed record TeamResponse(
    string Key, NamesResponse Name, IReadOnlyList<Guid> Members, string? Email, bool Archived, int Position, int Version);

/// <param name="Items">In order; for customers without archived ones.</param>
public sealed record CategoryListResponse(IReadOnlyList<CategoryResponse> Items, string? NextCursor, int Total);

public sealed record QueueListResponse(IReadOnlyList<QueueResponse> Items, string? NextCursor, int Total);

public sealed record TeamListResponse(IReadOnlyList<TeamResponse> Items, string? NextCursor, int Total);
