namespace Helpdesk.Api.Http;

/// <summary>Reads the small forms of our own pages.</summary>
internal static class PageForm
{
    /// <param name="largest">Bytes that a form of ours may have.</param>
    /// <returns><c>null</c>: none, or too large to be one of ours.</returns>
    public static async Task<IFormCollection?> Read(HttpContext context, int largest = 32_768)
    {
        if (context.Request.ContentLength is not { } length || length > largest || !context.Request.HasFormContentType)
            return null;
        try
        {
            return await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException)
        {
            return null; // too many fields, or parts that do not end
        }
    }
}
