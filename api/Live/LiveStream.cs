using System.Text;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Api.Live;

/// <summary>
/// One open answer. It has no task, timer or buffer of its own while nothing happens: whoever has something to say lends it a thread, one
/// at a time.
/// </summary>
/// <param name="words">What is written of an item, when it is written; <c>null</c>: nothing.</param>
internal sealed class LiveStream(
    HttpContext context, LiveReader reader, Func<LiveStream, LiveItem, ValueTask<string?>> words, LiveOptions options, TimeProvider time)
{
    // Whoever may not listen any more is not waited for.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Queue<LiveItem>? waiting;
    private FeedPlace reached;
    private bool hasBegun;
    private bool isWriting;
    private bool isEnding;
    private bool mustEnd;
    private long wroteAt = time.GetTimestamp();
    // Patience with the reader begins when there is something to say, not when something was said last.
    private long saysSince;

    public HttpContext Context => context;

    /// <summary>Who listens, as was known last.</summary>
    public LiveReader Reader { get; set; } = reader;

    /// <summary>How many unread notifications it was told of last, by tenant; asked by one at a time.</summary>
    public Dictionary<TenantId, int>? KnownUnread { get; set; }

    /// <summary>Nothing is written to it any more.</summary>
    public bool IsOver => over.Task.IsCompleted;

    /// <summary>Everything up to here was offered.</summary>
    public FeedPlace Reached
    {
        get
        {
            lock (gate)
                return reached;
        }
    }

    /// <summary>Everything up to here was read by somebody else, or never will be.</summary>
    public void BeginAt(FeedPlace place) => Began = reached = place;

    /// <summary>Everything up to here is in what the reader reads first.</summary>
    public FeedPlace Began { get; private set; }

    /// <summary>Answers until it is over. What was offered meanwhile comes behind <paramref name="first"/>.</summary>
    public async Task Run(IEnumerable<LiveItem> first)
    {
        await using var gone = context.RequestAborted.UnsafeRegister(static stream => ((LiveStream)stream!).Close(), this);
        lock (gate)
        {
            waiting = new(first.Concat(waiting ?? []));
            (hasBegun, isWriting, saysSince) = (true, true, time.GetTimestamp());
        }

        await Write();
        await over.Task;
    }

    public void Offer(LiveItem item)
    {
        lock (gate)
        {
            if (isEnding || IsKnown(item))
                return;
            if (waiting?.Count >= options.Buffer)
            {
                Cut();
                return;
            }

            mustEnd |= item is LiveItem.End;
            (waiting ??= new()).Enqueue(item);
            if (isWriting || !hasBegun)
                return;
            (isWriting, saysSince) = (true, time.GetTimestamp());
        }

        ThreadPool.UnsafeQueueUserWorkItem(static stream => _ = stream.Write(), this, preferLocal: false);
    }

    /// <summary>Says that it is alive when it is time, and hangs up on who takes nothing.</summary>
    public void Look(FeedPlace place)
    {
        var silent = time.GetElapsedTime(Volatile.Read(ref wroteAt));
        lock (gate)
        {
            var kept = time.GetElapsedTime(saysSince);
            if (isWriting && hasBegun && (silent < kept ? silent : kept) > (mustEnd ? Soon : options.Patience))
                Cut();
            if (isWriting || isEnding || silent < options.Heartbeat)
                return;
            place = place > reached ? place : reached;
        }

        Offer(new LiveItem.Beat(place));
    }

    /// <summary>Ends without a word: whoever reads comes again, elsewhere.</summary>
    public void Close()
    {
        lock (gate)
        {
            isEnding = true;
            if (!isWriting)
                over.TrySetResult();
        }
    }

    // Both ways lead here: what the feed tells, and what was looked up for who was away.
    private bool IsKnown(LiveItem item)
    {
        if (item is not LiveItem.Act { What.Place: var place })
            return false;
        if (place <= reached)
            return true;
        reached = place;
        return false;
    }

    private void Cut()
    {
        isEnding = true;
        // Aborting tells whoever waits for the end, and that may be on this very thread.
        ThreadPool.UnsafeQueueUserWorkItem(Abort, context, preferLocal: false);
    }

    private static void Abort(HttpContext context)
    {
        try
        {
            context.Abort();
        }
        catch (ObjectDisposedException)
        {
            // The request has ended by itself meanwhile. On a thread of the pool this would end the process.
        }
    }

    private async Task Write()
    {
        try
        {
            while (Next() is { } item)
            {
                if (await words(this, item) is not { } text)
                    continue;
                Volatile.Write(ref wroteAt, time.GetTimestamp());
                Encoding.UTF8.GetBytes(text, context.Response.BodyWriter);
                var flushed = await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
                Volatile.Write(ref wroteAt, time.GetTimestamp());
                if (flushed.IsCompleted || flushed.IsCanceled || item is LiveItem.End)
                    Stop();
            }
        }
        catch (Exception)
        {
            // The reader is gone, or the database: they come again with the last id that they have, and have missed nothing.
            Stop();
            Abort(context);
            _ = Next();
        }
    }

    private LiveItem? Next()
    {
        lock (gate)
        {
            if (!isEnding && waiting is { Count: > 0 })
                return waiting.Dequeue();
            (waiting, isWriting) = (null, false);
            if (isEnding)
                over.TrySetResult();
            return null;
        }
    }

    private void Stop()
    {
        lock (gate)
            isEnding = true;
    }
}
