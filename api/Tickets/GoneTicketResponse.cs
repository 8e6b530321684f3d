using System.Text.Json.Serialization;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Tickets;

/// <summary>A ticket that is not in the list any more.</summary>
/// <param name="What">
/// <c>deleted</c>; <c>no_longer_visible</c>: the caller is not staff any more; <c>no_longer_matches</c>: it changed, and the filters leave
/// it out.
/// </param>
public sealed record GoneTicketResponse(Guid Id, string Number, GoneReason What, DateTimeOffset At)
{
    /// <summary>Slug; only in lists over several tenants.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Tenant { get; init; }

    internal static GoneTicketResponse Of(GoneTicket gone, string? tenant) =>
        new(gone.Id.Value, gone.Number, gone.What, gone.At.ToDateTimeOffset()) { Tenant = tenant };
}
