using System.Text.Json.Serialization;

namespace Helpdesk.Api.Http;

/// <summary>
/// A place in a list that is ordered by moment, as a cursor holds it. One that was given out in another form is none: an
/// <c>invalid-cursor</c>.
/// </summary>
internal sealed record PlaceText<TId> where TId : struct
{
    // Members that are missing are let pass where records are read, so they can be told by their absence only.
    /// <param name="microseconds">Since 1970; finer the database does not have it.</param>
    /// <param name="id">What tells entries of one moment apart.</param>
    [JsonConstructor]
    public PlaceText(long? microseconds, TId? id) =>
        (Microseconds, Id) = (microseconds ?? throw Foreign(), id ?? throw Foreign());

    public long? Microseconds { get; init; }

    public TId? Id { get; init; }

    [JsonIgnore]
    public Instant At => Instant.FromUnixTimeTicks(Microseconds!.Value * 10);

    [JsonIgnore]
    public TId Entry => Id!.Value;

    public static PlaceText<TId> Of(Instant at, TId id) => new(at.ToUnixTimeTicks() / 10, id);

    private static JsonException Foreign() => new("This is no place of a list by moment.");
}
