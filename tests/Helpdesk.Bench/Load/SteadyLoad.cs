using System.Diagnostics;
using System.Net;
using Helpdesk.Bench.Reporting;

namespace Helpdesk.Bench.Load;

/// <summary>
/// Requests at fixed moments, whether or not the earlier ones have been answered: as people come. A time runs from the moment at which the
/// request was meant to be sent, so that a server that stalls is charged for everybody who had to wait.
/// </summary>
internal sealed class SteadyLoad(IPEndPoint server, IReadOnlyList<(byte[] Request, int Status)> requests, int perSecond, int connections)
{
    /// <param name="until">Asked before each request.</param>
    /// <exception cref="InvalidOperationException">A request was answered with something else than expected.</exception>
    public Samples Run(Func<bool> until)
    {
        var (began, next) = (Stopwatch.GetTimestamp(), -1L);
        var (all, failure) = (new Samples(), (string?)null);
        var threads = Enumerable.Range(0, connections).Select(_ => new Thread(Work, 256 * 1024) { IsBackground = true }).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return failure is null ? all : throw new InvalidOperationException(failure);

        void Work()
        {
            using var wire = new Wire(server);
            var own = new Samples();
            while (failure is null && !until())
            {
                var number = Interlocked.Increment(ref next);
                var planned = began + (number * Stopwatch.Frequency / perSecond);
                if (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), planned) is { Ticks: > 0 } early)
                    Thread.Sleep(early);
                var (request, status) = requests[(int)(number % requests.Count)];
                if (wire.Exchange(request) is var answered && answered != status)
                    failure = $"{System.Text.Encoding.UTF8.GetString(request).Split('\r')[0]} was answered with {answered}, not "
                        + $"{status}: {wire.Body}";
                own.Add(Stopwatch.GetTimestamp() - planned);
            }

            lock (all)
                all.AddAll(own);
        }
    }
}
