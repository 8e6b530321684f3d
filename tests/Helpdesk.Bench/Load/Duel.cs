using System.Diagnostics;
using Helpdesk.Bench.Reporting;

namespace Helpdesk.Bench.Load;

/// <summary>
/// Compares two programs under the same closed-loop load: each client sends its next request when it has the answer to the last. They take
/// turns of a fraction of a second, so that whatever else slows the machine for a while slows both; what is compared are neighbouring
/// slices.
/// </summary>
internal sealed class Duel
{
    private readonly Side[] sides;
    private readonly Pace pace;
    private readonly Barrier barrier;
    private readonly Client[] clients;
    private Side? turn;
    private long deadline;

    private Duel(Side first, Side second, int clients, Pace pace)
    {
        sides = [first, second];
        this.pace = pace;
        barrier = new(clients + 1);
        this.clients = [.. Enumerable.Range(0, clients).Select(number => new Client(number, clients, sides))];
    }

    /// <exception cref="InvalidOperationException">A request failed; a figure over failures would say nothing.</exception>
    public static Comparison Run(Side first, Side second, int clients, Pace pace)
    {
        var duel = new Duel(first, second, clients, pace);
        var threads = duel.clients.Select(client => new Thread(() => duel.Attend(client), 256 * 1024) { IsBackground = true }).ToList();
        threads.ForEach(thread => thread.Start());
        try
        {
            return duel.Conduct();
        }
        finally
        {
            duel.turn = null;
            duel.barrier.SignalAndWait();
            threads.ForEach(thread => thread.Join());
            foreach (var client in duel.clients)
                client.Dispose();
            duel.barrier.Dispose();
        }
    }

    private Comparison Conduct()
    {
        var tallies = new[] { new Tally(), new Tally() };
        foreach (var side in sides)
            Slice(side, pace.LeadIn, new Tally());

        var ratios = new List<double>();
        for (var pair = 0; pair < pace.Pairs; pair++)
        {
            var rates = new double[2];
            for (var half = 0; half < 2; half++)
            {
                var one = (pair + half) % 2;
                rates[one] = Slice(sides[one], pace.Slice, tallies[one]);
            }

            ratios.Add(rates[0] / rates[1]);
        }

        return new(tallies[0], tallies[1], ratios);
    }

    private double Slice(Side side, TimeSpan span, Tally tally)
    {
        foreach (var client in clients)
            client.Samples.Clear();
        var usedBefore = side.ProcessorTime?.Invoke() ?? default;
        var began = Stopwatch.GetTimestamp();
        (turn, deadline) = (side, began + (long)(span.TotalSeconds * Stopwatch.Frequency));
        barrier.SignalAndWait();
        barrier.SignalAndWait();
        var took = Stopwatch.GetElapsedTime(began);
        var used = (side.ProcessorTime?.Invoke() ?? default) - usedBefore;
        if (clients.Select(client => client.Failure).FirstOrDefault(failure => failure is not null) is { } failure)
            throw new InvalidOperationException(failure);

        var requests = clients.Sum(client => client.Samples.Count);
        tally.Add(clients.Select(client => client.Samples), requests, took, used);
        return requests / took.TotalSeconds;
    }

    private void Attend(Client client)
    {
        while (true)
        {
            barrier.SignalAndWait();
            if (turn is not { } side)
                return;
            client.Work(side, deadline);
            barrier.SignalAndWait();
        }
    }

    private sealed class Client(int number, int count, Side[] sides) : IDisposable
    {
        private readonly Dictionary<Side, Wire> wires = sides.Distinct().ToDictionary(side => side, side => new Wire(side.Server));
        private readonly Dictionary<Side, int> next = sides.Distinct().ToDictionary(side => side, _ => number);

        public Samples Samples { get; } = new();

        public string? Failure { get; private set; }

        public void Work(Side side, long deadline)
        {
            try
            {
                Send(wires[side], side, deadline);
            }
            catch (Exception broken)
            {
                Failure = broken.Message;
            }
        }

        public void Dispose()
        {
            foreach (var wire in wires.Values)
                wire.Dispose();
        }

        private void Send(Wire wire, Side side, long deadline)
        {
            var place = next[side];
            for (var now = Stopwatch.GetTimestamp(); now < deadline && Failure is null;)
            {
                if (place >= side.Requests.Count)
                    place = number % side.Requests.Count;
                var request = side.Requests[place];
                place += count;
                if (wire.Exchange(request) is var status && status != side.Status)
                    Failure = $"{System.Text.Encoding.UTF8.GetString(request).Split('\r')[0]} was answered with {status}, not "
                        + $"{side.Status}: {wire.Body}";
                var then = Stopwatch.GetTimestamp();
                Samples.Add(then - now);
                now = then;
            }

            next[side] = place;
        }
    }
}
