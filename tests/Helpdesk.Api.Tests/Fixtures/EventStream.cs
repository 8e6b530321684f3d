using System.Text;

namespace Helpdesk.Api.Tests.Fixtures;

/// <summary>An open stream of server-sent events, read block by block.</summary>
internal sealed class EventStream : IAsyncDisposable
{
    public const string ContentType = "text/event-stream";

    /// <summary>Long: reached only by what never comes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly HttpRequestOptionsKey<bool> Listening = new("listening");

    private readonly HttpResponseMessage answer;
    private readonly StreamReader lines;

    private EventStream(HttpResponseMessage answer, Stream body) => (this.answer, lines) = (answer, new(body, Encoding.UTF8));

    public HttpResponseMessage Answer => answer;

    /// <summary>The id of the last block that had one.</summary>
    public string? LastId { get; private set; }

    /// <summary>Whoever asks reads it while it comes. Everybody else gets to see how it begins, or would wait for ever.</summary>
    public static bool IsListening(HttpRequestMessage request) => request.Options.TryGetValue(Listening, out var listening) && listening;

    /// <summary>Leaves the first block of an answer without end, and hangs up.</summary>
    public static async Task KeepBeginning(HttpResponseMessage response, CancellationToken cancellation)
    {
        var (text, endless) = (new StringBuilder(), response.Content);
        using (var lines = new StreamReader(await endless.ReadAsStreamAsync(cancellation), Encoding.UTF8))
        {
            while (await lines.ReadLineAsync(cancellation) is { Length: > 0 } line)
                text.Append(line).Append('\n');
        }

        response.Content = new StringContent(text.Append('\n').ToString(), Encoding.UTF8);
        response.Content.Headers.ContentType = endless.Headers.ContentType;
        endless.Dispose();
    }

    public static async Task<HttpResponseMessage> Ask(HttpClient client, string path, string? lastId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Options.Set(Listening, true);
        if (lastId is not null)
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastId).ShouldBeTrue();
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public static async Task<EventStream> Open(HttpClient client, string? lastId = null, string path = "/api/v1/events")
    {
        var answer = await Ask(client, path, lastId);
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new ShouldAssertException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        answer.Content.Headers.ContentType?.MediaType.ShouldBe(ContentType);
        return new(answer, await answer.Content.ReadAsStreamAsync());
    }

    /// <summary>Open, and past its first word.</summary>
    public static async Task<EventStream> Listen(HttpClient client, string? lastId = null, string path = "/api/v1/events")
    {
        var stream = await Open(client, lastId, path);
        (await stream.Next()).Name.ShouldBe("ready");
        return stream;
    }

    /// <summary>
    /// The next block that is an event. That notifications were counted, or that somebody has read what they answer, is one only for
    /// whoever waits for it.
    /// </summary>
    public async Task<Block> Next(bool evenCounts = false)
    {
        while (await NextBlock() is { } block)
        {
            if (block.Name is not null && (evenCounts || block.Name is not ("notification" or "heartbeat" or "read")))
                return block;
        }

        throw new ShouldAssertException("The stream has ended.");
    }

    /// <summary>The next event of this name.</summary>
    public async Task<Block> Next(string name)
    {
        while (true)
        {
            if (await Next(evenCounts: true) is var block && block.Name == name)
                return block;
        }
    }

    /// <returns><c>null</c>: the stream has ended, properly or not.</returns>
    public async Task<Block?> NextBlock()
    {
        using var patience = new CancellationTokenSource(Patience);
        var (block, isEmpty) = (new Block(null, null, null, null), true);
        try
        {
            while (await lines.ReadLineAsync(patience.Token) is { } line)
            {
                if (line.Length == 0 && !isEmpty)
                {
                    LastId = block.Id ?? LastId;
                    return block;
                }

                isEmpty = false;
                var (field, value) = line.Split(": ", 2) is [var name, var rest] ? (name, rest) : (line, "");
                block = field switch
                {
                    "event" => block with { Name = value },
                    "data" => block with { Data = JsonNode.Parse(value) },
                    "id" => block with { Id = value },
                    "" or ":" => block with { Comment = value },
                    "retry" => block,
                    _ => throw new ShouldAssertException($"No field of server-sent events: {line}"),
                };
            }
        }
        catch (Exception broken) when (broken is IOException or HttpRequestException)
        {
        }

        return null;
    }

    /// <summary>What comes until the stream is closed, which must be soon.</summary>
    public async Task<IReadOnlyList<Block>> Rest()
    {
        var rest = new List<Block>();
        while (await NextBlock() is { } block)
            rest.Add(block);
        return rest;
    }

    public ValueTask DisposeAsync()
    {
        lines.Dispose();
        answer.Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <param name="Name"><c>null</c>: no event.</param>
internal sealed record Block(string? Name, JsonNode? Data, string? Id, string? Comment)
{
    public string? this[string member] => Data![member]?.ToString();

    public IEnumerable<string> Changes => Data!["changes"]!.AsArray().Select(change => (string)change!);
}
