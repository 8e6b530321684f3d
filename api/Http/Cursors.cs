using System.Buffers.Text;
using Helpdesk.Domain.Feed;

namespace Helpdesk.Api.Http;

/// <summary>
/// Where a list goes on. Sealed, and bound to the account, the tenant and the filters it was given out for: it tells nothing to its holder,
/// and a changed, foreign or misplaced one is refused with <c>invalid-cursor</c>.
/// </summary>
public sealed class Cursors(ISeals seals)
{
    /// <summary>In characters.</summary>
    public const int Longest = 1_024;

    /// <param name="list">Names the list with its filters; a cursor of another list does not fit.</param>
    public string Seal<T>(HttpContext context, string list, T place) => Seal(context.Caller(), list, place);

    /// <inheritdoc cref="Seal{T}(HttpContext, string, T)"/>
    public string Seal<T>(Caller caller, string list, T place) =>
        Base64Url.EncodeToString(seals.Seal(Purpose(caller, list), JsonSerializer.SerializeToUtf8Bytes(place, RecordJson.Options)));

    /// <returns><c>null</c>: not a cursor of this list for this caller.</returns>
    internal T? Open<T>(HttpContext context, string list, string cursor) where T : class
    {
        if (cursor.Length is 0 or > Longest || !Base64Url.IsValid(cursor) ||
            seals.Open(Purpose(context.Caller(), list), Base64Url.DecodeFromChars(cursor)) is not { } plain)
            return null;

        try
        {
            return JsonSerializer.Deserialize<T>(plain, RecordJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static SealPurpose Purpose(Caller caller, string list) =>
        new(SealKind.Cursor, caller.Tenant, $"{caller.Account:D}|{list}");
}
