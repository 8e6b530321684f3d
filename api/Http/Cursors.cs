using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Helpdesk.Api.Access;

namespace Helpdesk.Api.Http;

/// <summary>
/// Where a list goes on. Sealed (AES-GCM) and bound to the account, the tenant and the filters it was given out for: it tells nothing to its
/// holder, and a changed, foreign or misplaced one is refused with <c>invalid-cursor</c>.
/// </summary>
public sealed class Cursors(HostSecrets secrets)
{
    /// <summary>In characters.</summary>
    public const int Longest = 1_024;

    private const int Nonce = 12;
    private const int Tag = 16;

    /// <param name="list">Names the list with its filters; a cursor of another list does not fit.</param>
    public string Seal<T>(HttpContext context, string list, T place)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(place, StrictJson.Options);
        var sealedBytes = new byte[Nonce + plain.Length + Tag];
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(0, Nonce));
        using var cipher = new AesGcm(secrets.Key("cursor"), Tag);
        cipher.Encrypt(
            sealedBytes.AsSpan(0, Nonce), plain, sealedBytes.AsSpan(Nonce, plain.Length), sealedBytes.AsSpan(Nonce + plain.Length), Purpose(context, list));
        return Base64Url.EncodeToString(sealedBytes);
    }

    /// <exception cref="RequestRefusedException">Not a cursor of this list for this caller.</exception>
    public T? Open<T>(HttpContext context, string list, string? cursor) where T : class
    {
        if (cursor is null)
            return null;
        if (cursor.Length is 0 or > Longest || !Base64Url.IsValid(cursor))
            throw new RequestRefusedException(HttpErrors.InvalidCursor);

        var sealedBytes = Base64Url.DecodeFromChars(cursor);
        if (sealedBytes.Length <= Nonce + Tag)
            throw new RequestRefusedException(HttpErrors.InvalidCursor);

        var plain = new byte[sealedBytes.Length - Nonce - Tag];
        try
        {
            using var cipher = new AesGcm(secrets.Key("cursor"), Tag);
            cipher.Decrypt(
                sealedBytes.AsSpan(0, Nonce), sealedBytes.AsSpan(Nonce, plain.Length), sealedBytes.AsSpan(Nonce + plain.Length), plain, Purpose(context, list));
            return JsonSerializer.Deserialize<T>(plain, StrictJson.Options);
        }
        catch (Exception unfit) when (unfit is CryptographicException or JsonException)
        {
            throw new RequestRefusedException(HttpErrors.InvalidCursor);
        }
    }

    private static byte[] Purpose(HttpContext context, string list)
    {
        var caller = context.Caller();
        return Encoding.UTF8.GetBytes($"{caller.Tenant:D}|{caller.Account:D}|{list}");
    }
}
