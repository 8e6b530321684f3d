using System.Globalization;

namespace Helpdesk.LocalCluster;

/// <summary>What people notice when a silo is lost: load before and after, and the figures.</summary>
internal static class Drill
{
    private const int Clients = 16;
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan After = TimeSpan.FromSeconds(16);

    /// <param name="how"><c>kill</c>, <c>freeze</c> or <c>stop</c>.</param>
    public static async Task Run(LocalCluster cluster, string how)
    {
        await using var load = await TicketLoad.SignIn(cluster);
        load.Start(Clients);
        await Task.Delay(Before);
        await load.Acknowledges(1);
        await Task.Delay(Before / 2);
        var silo = cluster.Silos[^1];
        var at = load.Now;
        var ending = how switch
        {
            "kill" => silo.Kill(),
            "stop" => silo.Stop(),
            _ => Task.Run(silo.Freeze),
        };
        await Task.Delay(After);
        await load.Stop();
        await ending;
        if (how == "freeze")
            silo.Thaw();

        Print(load, at);
        var faults = await load.Settle();
        Console.WriteLine(faults.Count == 0 ? "Nothing acknowledged is lost, nothing is there twice." : string.Join('\n', faults));
    }

    private static void Print(TicketLoad load, TimeSpan at)
    {
        var answers = load.Answers.OrderBy(answer => answer.At).ToList();
        Console.WriteLine("Answers by status: " + string.Join(", ", answers.GroupBy(answer => answer.Status).OrderBy(group => group.Key)
            .Select(group => $"{(group.Key == TicketLoad.Broken ? "connection broken" : group.Key)} {group.Count():N0}")));
        foreach (var refused in answers.Where(answer => answer.Ticket is null).GroupBy(answer => answer.Problem).Take(5))
            Console.WriteLine($"  {refused.Count()} × {refused.Key}");
        var usual = Rate(answers, at - TimeSpan.FromSeconds(5), at);
        var (before, after) = (answers.Where(answer => answer.At < at), answers.Where(answer => answer.At >= at));
        Console.WriteLine(Line($"Longest answer: before {Longest(before):0.00} s, after {Longest(after):0.00} s"));
        Console.WriteLine(Line($"Half of the {usual:0}/s before is back after {Back(answers, at, usual):0.0} s"));
        Console.WriteLine("Answers in each second, the loss at 0:");
        for (var second = -5; second < After.TotalSeconds; second++)
            Console.WriteLine(
                Line($"{second,4}  {Rate(answers, at + TimeSpan.FromSeconds(second), at + TimeSpan.FromSeconds(second + 1)),6:0}"));
    }

    // The first half second, from which on half a second brings half of what was usual.
    private static double Back(List<TicketLoad.Answer> answers, TimeSpan at, double usual)
    {
        var (step, span) = (TimeSpan.FromSeconds(0.1), TimeSpan.FromSeconds(0.5));
        var low = false;
        for (var from = at; from + span <= at + After; from += step) // what is behind the end brings nothing
        {
            var rate = Rate(answers, from, from + span);
            low |= rate < usual / 2;
            if (low && rate >= usual / 2)
                return (from - at).TotalSeconds;
        }

        return low ? double.PositiveInfinity : 0;
    }

    private static double Rate(List<TicketLoad.Answer> answers, TimeSpan from, TimeSpan to) =>
        answers.Count(answer => answer.Status == 201 && answer.At >= from && answer.At < to) / (to - from).TotalSeconds;

    private static double Longest(IEnumerable<TicketLoad.Answer> answers) => answers.Max(answer => answer.Took).TotalSeconds;

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
