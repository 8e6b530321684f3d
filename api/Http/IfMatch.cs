using Helpdesk.Domain.Feed;
using Microsoft.Extensions.Primitives;

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
        if (IncompleteBody.Of(context) is not null)
            return Versions.Any;
        return Read(context.Request.Headers.IfMatch).Refused(out var why, out var version)
            ? throw new RequestRefusedException(why) : version;
    }

    /// <summary>Why the endpoint refuses the header as it is, or is not; <c>null</c>: it does not.</summary>
    internal static Error? IfMatchRefusal(this HttpContext context)
    {
        var use = context.GetEndpoint()?.Metadata.GetMetadata<TakesIfMatch>()?.Use ?? IfMatchUse.None;
        if (use is IfMatchUse.None || context.Request.Headers.IfMatch.Count == 0)
            return use is IfMatchUse.Required ? HttpErrors.IfMatchRequired : null;
        return Read(context.Request.Headers.IfMatch).Refusal;
    }

    // null: the header is absent.
    private static Result<int?> Read(StringValues values)
    {
        if (values.Count == 0)
            return (int?)null;
        if (values.Count > 1 || values[0] is not { Length: > 0 } tag || tag.Contains(','))
            return HttpErrors.InvalidIfMatch;
        if (tag == "*")
            return HttpErrors.IfMatchAny;
        if (tag.StartsWith("W/\"", StringComparison.Ordinal))
            return FeedErrors.Stale;
        if (tag.Length < 2 || tag[0] != '"' || tag[^1] != '"')
            return HttpErrors.InvalidIfMatch;

        return int.TryParse(tag.AsSpan(1, tag.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version : FeedErrors.Stale;
    }

    public static void SetETag(this HttpResponse response, int version) =>
        response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
}
