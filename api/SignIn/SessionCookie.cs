using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Helpdesk.Api.SignIn;

/// <summary>
/// The browser's credential: session id and secret. <c>__Host-</c> makes the browser refuse it from any other host or path and without
/// <c>Secure</c>, so no sibling host can plant one; browsers count <c>http://*.localhost</c> as secure. No script can read it.
/// </summary>
internal readonly record struct SessionCookie(Guid Session, string Secret)
{
    public const string Name = "__Host-helpdesk";

    private const int IdLength = 32;

    /// <returns><c>null</c>: not one of ours.</returns>
    public static SessionCookie? Read(HttpRequest request) =>
        request.Cookies.TryGetValue(Name, out var value) && value is { Length: > IdLength + 1 and <= 128 } && value[IdLength] == '.' &&
        Guid.TryParseExact(value.AsSpan(0, IdLength), "N", out var session)
            ? new(session, value[(IdLength + 1)..])
            : null;

    /// <summary>
    /// Sent back in a header with each write. It follows from the secret, which no other site can read, so a form elsewhere cannot send it.
    /// </summary>
    public string AntiForgeryToken => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"anti-forgery {Secret}")));

    public bool Matches(byte[] secretHash) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(Secret)), secretHash);

    public void Write(HttpResponse response) => response.Cookies.Append(Name, $"{Session:N}.{Secret}", Settings());

    public static void Clear(HttpResponse response) => response.Cookies.Delete(Name, Settings());

    // No Max-Age: gone with the browser, and long before that when idle.
    private static CookieOptions Settings() =>
        new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };
}

/// <summary>By this a device is known that signed in before: guesses from elsewhere do not slow its owner down. It opens nothing.</summary>
internal static class DeviceCookie
{
    private const string Name = "__Host-helpdesk-device";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);

    /// <summary>Hash of the token, as the database keeps it.</summary>
    public static byte[]? Read(HttpRequest request) =>
        request.Cookies.TryGetValue(Name, out var token)
            && token is { Length: > 0 and <= 64 } ? SHA256.HashData(Encoding.UTF8.GetBytes(token)) : null;

    public static void Write(HttpResponse response, string token) => response.Cookies.Append(
        Name, token, new()
        { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict, Path = "/", MaxAge = Lifetime, IsEssential = true });
}
