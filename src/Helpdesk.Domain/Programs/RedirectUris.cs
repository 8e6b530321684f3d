namespace Helpdesk.Domain.Programs;

/// <summary>Where a program may have people sent to (RFC 6749 3.1.2, RFC 8252 7). The whole address counts, letter by letter.</summary>
public static class RedirectUris
{
    public const int Most = 20;
    public const int MostLength = 500;

    /// <param name="isPublic">The client may use a scheme of its own: the app store's, or the desk's, that opens it.</param>
    public static bool IsGood(string uri, bool isPublic)
    {
        if (uri.Length > MostLength || uri.Any(character => character is <= ' ' or > '~')
            || !Uri.TryCreate(uri, UriKind.Absolute, out var parsed))
            return false;
        if (uri.Contains('#', StringComparison.Ordinal) || uri.Contains('*', StringComparison.Ordinal) || parsed.UserInfo.Length > 0)
            return false;
        return parsed.Scheme switch
        {
            "https" => parsed.Host.Length > 0,
            "http" => parsed.IsLoopback,
            // A dot, as in org.example.app: no scheme that a browser runs (javascript, data, file) has one.
            _ => isPublic && parsed.Scheme.Contains('.', StringComparison.Ordinal),
        };
    }
}
