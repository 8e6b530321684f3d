using System.Collections.Concurrent;
using System.Data.Common;
using System.Net.Sockets;
using Helpdesk.Domain.Feed;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Helpdesk.Hosting;

/// <summary>
/// Which lines are written while something is away that everybody needs. Thousands of requests fail then, each in several places, all for
/// the same reason: the first line of a sort is written as it is, of the others once a minute how many there were, and at last that they
/// have stopped.
/// </summary>
internal sealed class OutageLines(TimeProvider time)
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    // Sorts are few. Should somebody write what varies into the text itself, those share one.
    private const int MostSorts = 500;

    private static readonly string[] Libraries =
        ["Npgsql", "Orleans", "Polly", "ZiggyCreatures", "Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore.Server.Kestrel"];

    private readonly ConcurrentDictionary<Sort, Seen> sorts = new();

    /// <summary>What is logged of requests that are refused because of it, without an exception.</summary>
    private const string Refusals = "Helpdesk.Api.Http.ErrorHandling";

    /// <summary>Whether it may be one of thousands.</summary>
    public static bool Concerns(string category, LogLevel level, Exception? exception) => level >= LogLevel.Warning
        && (IsOutage(exception) || (level == LogLevel.Warning && category == Refusals)
            || Libraries.Any(library => category.StartsWith(library, StringComparison.Ordinal)));

    /// <returns><c>false</c>: it is counted, and not written.</returns>
    public bool MayWrite(string category, string text)
    {
        var sort = new Sort(category, text);
        if (sorts.Count >= MostSorts && !sorts.ContainsKey(sort))
            sort = new Sort("", "lines of other sorts");
        var isNew = false;
        var seen = sorts.GetOrAdd(sort, _ =>
        {
            isNew = true;
            return new Seen(time.GetTimestamp());
        });
        if (isNew)
            return true;
        Interlocked.Increment(ref seen.More);
        return false;
    }

    /// <summary>To be called once in a <see cref="Window"/>.</summary>
    public IReadOnlyList<OutageCount> Count()
    {
        var counts = new List<OutageCount>();
        foreach (var (sort, seen) in sorts)
        {
            var more = Interlocked.Exchange(ref seen.More, 0);
            // It is forgotten once a whole window has passed without any: the next one is news.
            var isOver = more == 0 && time.GetElapsedTime(seen.Since) >= Window;
            if (isOver)
                sorts.TryRemove(sort, out _);
            seen.All += more;
            if (more > 0 || (isOver && seen.All > 0))
                counts.Add(new(sort.Category, sort.Text, more, isOver ? seen.All : null));
        }

        return counts;
    }

    private static bool IsOutage(Exception? failure) => failure switch
    {
        null => false,
        StorageException or TimeoutException or SocketException or IOException or OrleansException or DbException { IsTransient: true } =>
            true,
        AggregateException { InnerExceptions: var all } => all.Any(IsOutage),
        _ => IsOutage(failure.InnerException),
    };

    private sealed record Sort(string Category, string Text);

    private sealed class Seen(long since)
    {
        public long More;

        public long All;

        public long Since { get; } = since;
    }
}

/// <param name="More">How many were not written in this window.</param>
/// <param name="All">There are no more; so many were not written in all. <c>null</c>: it goes on.</param>
internal sealed record OutageCount(string Category, string Text, long More, long? All);
