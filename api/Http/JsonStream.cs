namespace Helpdesk.Api.Http;

/// <summary>
/// An array of any length to download, written while it is read: not as a whole in memory like other answers. What fails on the way ends in
/// a connection that breaks off (<see cref="ErrorHandling"/>).
/// </summary>
internal sealed class JsonStream<T>(string name, IAsyncEnumerable<T> items) : IResult
{
    public async Task ExecuteAsync(HttpContext context)
    {
        var cancellation = context.RequestAborted;
        await using var item = items.GetAsyncEnumerator(cancellation);
        // What fails before the first item is refused in words: nothing has left yet.
        var isThere = await item.MoveNextAsync();

        Download.Begin(context.Response, name, "application/json; charset=utf-8");
        await JsonSerializer.SerializeAsync(context.Response.BodyWriter, Rest(), StrictJson.Options, cancellation);

        async IAsyncEnumerable<T> Rest()
        {
            for (; isThere; isThere = await item.MoveNextAsync())
                yield return item.Current;
        }
    }
}

internal static class JsonStream
{
    /// <summary>For the OpenAPI document.</summary>
    public const string Meaning =
        "The bracket at the end says that the array is whole. Where it is missing, so is the rest; the connection broke off, too.";
}
