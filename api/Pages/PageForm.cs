namespace Helpdesk.Api.Pages;

/// <summary>Reads the small forms of our own pages.</summary>
internal static class PageForm
{
    /// <param name="largest">Bytes that a form of ours may have.</param>
    /// <returns><c>null</c>: none, too large to be one of ours, or with a field twice, which ours never have.</returns>
    public static async Task<IFormCollection?> Read(HttpContext context, int largest = 32_768)
    {
        if (context.Request.ContentLength is not { } length || length > largest || !context.Request.HasFormContentType)
            return null;
        try
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            return form.All(field => field.Value.Count == 1) ? form : null;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException or NotSupportedException)
        {
            return null; // too many fields, parts that do not end, or a character set that .NET refuses to read (UTF-7)
        }
    }
}
