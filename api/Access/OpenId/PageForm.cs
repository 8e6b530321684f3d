namespace Helpdesk.Api.Access.OpenId;

/// <summary>Reads the small forms of our own pages.</summary>
internal static class PageForm
{
    private const int Largest = 32_768;

    /// <returns><c>null</c>: none, or too large to be one of ours.</returns>
    public static async Task<IFormCollection?> Read(HttpContext context)
    {
        if (context.Request.ContentLength is null or > Largest || !context.Request.HasFormContentType)
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
