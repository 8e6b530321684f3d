using System.Collections.Concurrent;
using System.Data.Common;
using System.Net.Sockets;
using Helpdesk.Domain.Feed;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Hosting;

/// <summary>
/// Which lines are written while something is away that everybody needs. Thousands of requests fail then, each in several places, all for
/// the same reason; so do all who work in the background. The first line of a sort is written, as one line that says the reason without
/// where it was met; of the others once a minute how many there were, and what the last one said; at last that they have stopped.
/// </summary>
internal sealed class OutageLines(TimeProvider time)
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    // Sorts are few. Should somebody write what varies into the text itself, those share one.
    private const int MostSorts = 500;

    private const int MostCauses = 5;

    private static readonly string[] Libraries =
        ["Npgsql", "Orleans", "Polly", "ZiggyCreatures", "Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore.Server.Kestrel"];

    private readonly ConcurrentDictionary<Sort, Seen> sorts = new();

    /// <summary>What is logged of requests that are refused because of it, without an exception.</summary>
    private const string Refusals = "Helpdesk.Api.Http.ErrorHandling";

    /// <summary>Whether it may be one of thousands.</summary>
    public static bool Concerns(string category, LogLevel level, Exception? exception) => level >= LogLevel.Warning
        && (IsOutage(exception) || (level == LogLevel.Warning && category == Refusals)
            || Libraries.Any(library => category.StartsWith(library, StringComparison.Ordinal)));

    /// <param name="template">As it stands in the code, before what varies is put in: lines with the same are of one sort.</param>
    /// <param name="text">With what varies put in.</param>
    /// <returns><c>false</c>: it is counted, and not written.</returns>
    public bool MayWrite(string category, string template, Func<string> text)
    {
        var sort = new Sort(category, template);
        if (sorts.Count >= MostSorts && !sorts.ContainsKey(sort))
            sort = Sort.Others;
        var isNew = false;
        var seen = sorts.GetOrAdd(sort, _ =>
        {
            isNew = true;
            return new Seen(time.GetTimestamp());
        });
        if (isNew)
            return true;
        seen.Last = text();
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
                counts.Add(new(sort.Category, sort == Sort.Others ? sort.Template : seen.Last, more, isOver ? seen.All : null));
        }

        return counts;
    }

    /// <summary>Something is away that is needed, whatever has met it: no defect, and its place in the code tells nothing.</summary>
    public static bool IsOutage(Exception? failure) => failure switch
    {
        null => false,
        StorageException or TimeoutException or SocketException or IOException or OrleansException or DbException { IsTransient: true } =>
            true,
        // Class 08 connection, 53 resources, 57 operator intervention and crash.
        DbException { SqlState: { Length: 5 } state } when state[..2] is "08" or "53" or "57" => true,
        AggregateException { InnerExceptions: var all } => all.Any(IsOutage),
        _ => IsOutage(failure.InnerException),
    };

    /// <summary>In one line: what failed, and because of what.</summary>
    public static string Reason(Exception failure)
    {
        var causes = new List<string>();
        for (var cause = failure; cause is not null && causes.Count < MostCauses; cause = cause.InnerException)
            causes.Add($"{cause.GetType().Name}: {cause.Message.ReplaceLineEndings(" ")}");
        return string.Join(" <- ", causes);
    }

    private sealed record Sort(string Category, string Template)
    {
        public static readonly Sort Others = new("", "lines of other sorts");
    }

    private sealed class Seen(long since)
    {
        public volatile string Last = "";

        public long More;

        public long All;

        public long Since { get; } = since;
    }
}

/// <param name="Text">What the last one said.</param>
/// <param name="More">How many were not written in this window.</param>
/// <param name="All">There are no more; so many were not written in all. <c>null</c>: it goes on.</param>
internal sealed record OutageCount(string Category, string Text, long More, long? All);
