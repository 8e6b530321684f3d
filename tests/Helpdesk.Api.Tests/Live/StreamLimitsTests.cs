using System.IO.Pipelines;
using Helpdesk.Api.Live;
using Helpdesk.Domain;
using Helpdesk.Domain.Tenants;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Helpdesk.Api.Tests.Live;

/// <summary>What a stream may cost, and what it does while nothing happens.</summary>
public sealed class StreamLimitsTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task After_fifteen_seconds_without_a_word_it_says_that_it_is_alive_and_where_it_is()
    {
        await using var stream = await EventStream.Listen(await api.As("musterstadt", Role.Customer));
        var before = stream.LastId;

        api.Time.Advance(TimeSpan.FromSeconds(15));
        var beat = await stream.NextBlock();
        while (beat!.Name == "notification")
            beat = await stream.NextBlock();

        (beat.Name, beat.Data!.ToJsonString()).ShouldBe(("heartbeat", "{}"));
        beat.Id.ShouldNotBeNull();
        beat.Id.ShouldNotBe(before);
        await using var again = await EventStream.Open(await api.As("musterstadt", Role.Customer), beat.Id);
        (await again.Next()).Name.ShouldBe("reset", "it is another account's");
    }

    [Fact]
    public async Task An_account_has_so_many_a_tenant_so_many_and_a_process_so_many()
    {
        await using var ofAccount = api.NewHost(null, ("Helpdesk:Live:AccountStreams", "1"));
        await using var ofProcess = api.NewHost(null, ("Helpdesk:Live:Streams", "1"), ("Helpdesk:Live:TenantStreams", "1"));
        var (one, other) = (await api.As("musterstadt", Role.Customer), await api.As("beispielburg", Role.Customer));

        var first = await EventStream.Listen(At(one, ofAccount));
        await Refused(At(one, ofAccount), HttpStatusCode.TooManyRequests, "too-many-streams");
        await using (await EventStream.Listen(api.Client("beispielburg", Token(other), ofAccount)))
            await first.DisposeAsync();
        await Eventually.Holds(async () => (await Answer(At(one, ofAccount))).StatusCode == HttpStatusCode.OK, "the place comes back");

        await using var only = await EventStream.Listen(At(one, ofProcess));
        await Refused(At(one, ofProcess), HttpStatusCode.TooManyRequests, "too-many-streams");
        await Refused(api.Client("beispielburg", Token(other), ofProcess), HttpStatusCode.ServiceUnavailable, "streams-full");

        HttpClient At(HttpClient who, ApiHost host) => api.Client("musterstadt", Token(who), host);
        static string Token(HttpClient who) => who.DefaultRequestHeaders.Authorization!.Parameter!;
    }

    [Fact]
    public async Task Open_streams_take_no_places_from_requests()
    {
        await using var small = api.NewHost(null, ("Helpdesk:RateLimits:TenantConcurrency", "2"),
            ("Helpdesk:RateLimits:AccountConcurrency", "1"), ("Helpdesk:RateLimits:QueueLength", "0"));
        var customer = api.Client(
            "musterstadt", (await api.As("musterstadt", Role.Customer)).DefaultRequestHeaders.Authorization!.Parameter, small);
        await using var one = await EventStream.Listen(customer);
        await using var two = await EventStream.Listen(customer);
        await using var three = await EventStream.Listen(customer);

        await customer.Get("/api/v1/tickets").ShouldAnswer(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_takes_nothing_is_hung_up_when_the_buffer_is_full()
    {
        var slow = new SlowReader();
        var stream = slow.Stream(new() { Buffer = 8 }, TimeProvider.System);
        var running = stream.Run([new LiveItem.Ready(default, Resumed: false)]);

        for (var more = 0; more < 9; more++)
            stream.Offer(new LiveItem.Beat(default));

        await slow.Aborted;
        await running;
    }

    [Fact]
    public async Task Or_when_it_has_taken_nothing_for_too_long()
    {
        var (slow, time) = (new SlowReader(), new ShiftedTime());
        var stream = slow.Stream(new(), time);
        var running = stream.Run([new LiveItem.Ready(default, Resumed: false)]);
        stream.Look(default);
        slow.Aborted.IsCompleted.ShouldBeFalse();

        time.Advance(TimeSpan.FromSeconds(31));
        stream.Look(default);

        await slow.Aborted;
        await running;
    }

    [Fact]
    public async Task Who_has_heard_nothing_for_long_is_told_the_end_however_late_a_thread_comes_to_write_it()
    {
        var (reader, time, written) = (new SlowReader(takes: int.MaxValue), new ShiftedTime(), new TaskCompletionSource<string?>());
        var stream = reader.Stream(new(), time, item => item is LiveItem.End ? new(written.Task) : new("data: {}\n\n"));
        var running = stream.Run([new LiveItem.Ready(default, Resumed: false)]);
        time.Advance(TimeSpan.FromSeconds(10));

        stream.Offer(new LiveItem.End("invalid-token"));
        stream.Look(default);
        reader.IsAborted.ShouldBeFalse("nothing was sent yet that it could have taken");
        written.SetResult("data: end\n\n");

        await running.WaitAsync(TimeSpan.FromSeconds(60));
        reader.IsAborted.ShouldBeFalse();
        (await reader.Taken()).ShouldEndWith("data: end\n\n");
    }

    [Fact]
    public async Task Hanging_up_on_a_request_that_has_ended_by_itself_harms_nobody()
    {
        var slow = new SlowReader(hasEnded: true);
        var stream = slow.Stream(new() { Buffer = 8 }, TimeProvider.System);
        var running = stream.Run([new LiveItem.Ready(default, Resumed: false)]);

        for (var more = 0; more < 9; more++)
            stream.Offer(new LiveItem.Beat(default));

        // On a thread of the pool: what it threw would end this process.
        await slow.Aborted;
        running.IsCompleted.ShouldBeFalse();
    }

    private static Task<HttpResponseMessage> Answer(HttpClient client) => EventStream.Ask(client, "/api/v1/events");

    private static async Task Refused(HttpClient client, HttpStatusCode status, string code) =>
        await Answer(client).ShouldRefuse(status, code);

    /// <summary>A connection whose other end takes nothing.</summary>
    /// <param name="takes">Or so many bytes.</param>
    /// <param name="hasEnded">Its request is over, and what belonged to it is gone.</param>
    private sealed class SlowReader(int takes = 2, bool hasEnded = false) : IHttpRequestLifetimeFeature
    {
        private readonly TaskCompletionSource aborted = new();
        private readonly CancellationTokenSource ended = new();
        private readonly Pipe pipe = new(new(pauseWriterThreshold: takes, resumeWriterThreshold: 1));

        public Task Aborted => aborted.Task.WaitAsync(TimeSpan.FromSeconds(60));

        public bool IsAborted => aborted.Task.IsCompleted;

        public CancellationToken RequestAborted
        {
            get => ended.Token;
            set => throw new NotSupportedException();
        }

        public LiveStream Stream(LiveOptions options, TimeProvider time, Func<LiveItem, ValueTask<string?>>? words = null)
        {
            var context = new DefaultHttpContext();
            context.Features.Set<IHttpRequestLifetimeFeature>(this);
            context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(pipe.Writer.AsStream()));
            var reader = new LiveReader(
                new(default, null, Role.Agent, null), null!, new Dictionary<TenantId, LiveSeat>());
            return new(context, reader, (_, item) => words?.Invoke(item) ?? new("data: {}\n\n"), options, time);
        }

        public async Task<string> Taken()
        {
            await pipe.Writer.CompleteAsync();
            return await new StreamReader(pipe.Reader.AsStream()).ReadToEndAsync();
        }

        public void Abort()
        {
            aborted.TrySetResult();
            ObjectDisposedException.ThrowIf(hasEnded, this);
            ended.Cancel();
        }
    }
}
