using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Helpdesk.Api.Attachments;

/// <summary>Names in the heads of form parts.</summary>
internal static class PartText
{
    public static string? Of(StringSegment text) => text.HasValue ? HeaderUtilities.RemoveQuotes(text).Value : null;

    /// <summary>
    /// As browsers write it: quotes and ends of lines as <c>%22</c>, <c>%0D</c> and <c>%0A</c> (HTML, "multipart form data"), everything
    /// else as it is. Older programs put a backslash before a quote. A backslash before anything else divides folders.
    /// </summary>
    public static string? OfFileName(StringSegment text) => Of(text)?
        .Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal)
        .Replace("%22", "\"", StringComparison.Ordinal).Replace("%0D", "\r", StringComparison.OrdinalIgnoreCase)
        .Replace("%0A", "\n", StringComparison.OrdinalIgnoreCase);
}
