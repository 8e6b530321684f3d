using System.Globalization;

namespace Helpdesk.LocalCluster;

/// <summary>What people notice when the database stands still: clients that go on asking, and the longest answer of each kind.</summary>
internal static class HungDatabaseDrill
{
    private const int Clients = 40;
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Frozen = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan After = TimeSpan.FromSeconds(20);

    public static async Task Run(LocalCluster cluster)
    {
        var looks = await PlatformLooks.SignIn(cluster.Apis[0].Port);
        await using var load = await TicketLoad.SignIn(cluster);
        load.Start(Clients / 2);
        var lists = Enumerable.Range(0, Clients / 2).Select(_ => looks.Repeat("list", pause: TimeSpan.Zero)).ToList();
        var watched = PlatformLooks.Kinds.Select(kind => looks.Repeat(kind, TimeSpan.FromMilliseconds(100))).ToList();
        await Task.Delay(Before);

        TimeSpan from, to;
        using (await FrozenServer.Freeze(cluster.Superuser))
        {
            from = looks.Now;
            await Task.Delay(Frozen);
            to = looks.Now;
        }

        await Task.Delay(After);
        looks.Stop();
        await Task.WhenAll(lists.Concat(watched));
        await load.Stop();
        Print(looks, from, to);
        var faults = await load.Settle();
        Console.WriteLine(faults.Count == 0 ? "Nothing acknowledged is lost, nothing is there twice." : string.Join('\n', faults));
    }

    private static void Print(PlatformLooks looks, TimeSpan from, TimeSpan to)
    {
        foreach (var kind in PlatformLooks.Kinds)
        {
            var during = looks.Answers.Where(answer => answer.Kind == kind && answer.SentAt < to && answer.At > from).ToList();
            var late = during.Where(answer => answer.SentAt > from + TimeSpan.FromSeconds(10)).ToList();
            var back = looks.Answers.Where(answer => answer.Kind == kind && answer.IsGood && answer.SentAt > to).MinBy(answer => answer.At);
            var statuses = during.GroupBy(answer => answer.Status).OrderBy(group => group.Key)
                .Select(group => $"{group.Key}: {group.Count():N0}");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{kind,-8} longest while frozen {Longest(during):0.000} s, of those sent after ten seconds {Longest(late):0.000} s; "
                + $"good again {(back is null ? double.NaN : (back.At - to).TotalSeconds):0.0} s after; {string.Join(", ", statuses)}"));
        }
    }

    private static double Longest(IEnumerable<PlatformLooks.Answer> answers) =>
        answers.Select(answer => answer.Took.TotalSeconds).DefaultIfEmpty(double.NaN).Max();
}
