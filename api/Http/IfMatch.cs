using System.Globalization;
using Helpdesk.Domain.Feed;

namespace Helpdesk.Api.Http;

/// <summary>The version that a change was made on. Every update names it, so that nobody overwrites what they have not seen.</summary>
public static class IfMatch
{
    /// <exception cref="RequestRefusedException">428 absent, 422 <c>*</c>, 412 weak or unknown, 400 not one entity tag.</exception>
    public static int RequiredVersion(this HttpContext context) =>
        Version(context) ?? throw new RequestRefusedException(HttpErrors.IfMatchRequired);

    /// <returns><c>null</c>: the header is absent.</returns>
    /// <exception cref="RequestRefusedException">As <see cref="RequiredVersion"/>, but for absence.</exception>
    public static int? Version(this HttpContext context)
    {
        var values = context.Request.Headers.IfMatch;
        if (values.Count == 0)
            return null;
        if (values.Count > 1 || values[0] is not { Length: > 0 } tag || tag.Contains(','))
            throw new RequestRefusedException(HttpErrors.InvalidIfMatch);
        if (tag == "*")
            throw new RequestRefusedException(HttpErrors.IfMatchAny);
        if (tag.StartsWith("W/\"", StringComparison.Ordinal))
            throw new RequestRefusedException(FeedErrors.Stale);
        if (tag.Length < 2 || tag[0] != '"' || tag[^1] != '"')
            throw new RequestRefusedException(HttpErrors.InvalidIfMatch);

        return int.TryParse(tag.AsSpan(1, tag.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : throw new RequestRefusedException(FeedErrors.Stale);
    }

    public static void SetETag(this HttpResponse response, int version) =>
        response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
}
