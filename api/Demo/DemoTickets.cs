namespace Helpdesk.Api.Demo;

/// <summary>
/// Tickets in every state, the same ones on every machine. All of them were opened just now: nobody can open one in the past, and the demo
/// can do nothing that its people cannot.
/// </summary>
internal static class DemoTickets
{
    // The machine that tries the platform out has other things to do as well.
    private const int AtOnce = 4;

    public static async Task Write(DemoTown town, CancellationToken cancellation)
    {
        var begun = new List<(DemoTicket Ticket, DemoStep[] Steps)>();
        for (var index = 0; index < town.Plan.Tickets; index++)
        {
            var random = new Random((town.Plan.Seed * 10_000) + index);
            var theme = DemoThemes.All[((index * 5) + town.Plan.Seed) % DemoThemes.All.Count];
            var customer = town.Plan.Customers[index % 3 == 0 ? 0 : random.Next(town.Plan.Customers.Length)];
            var agent = town.Plan.Agents[random.Next(town.Plan.Agents.Length)];
            var ticket = new DemoTicket(town, index, theme, customer, agent);

            // One after the other, so that the numbers are the same everywhere.
            await ticket.Open(theme.Variants[random.Next(theme.Variants.Length)], PriorityOf(random), cancellation);
            begun.Add((ticket, Steps(index, town.Plan.Tickets - index, random)));
        }

        var few = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(begun, few, async (one, token) =>
        {
            foreach (var step in one.Steps)
                await one.Ticket.Go(step, token);
        });
    }

    /// <param name="younger">How many were opened after it: most of them are closed, and few of the newest have been looked at.</param>
    private static DemoStep[] Steps(int index, int younger, Random random)
    {
        if (younger < 2 || index % 23 == 0)
            return [];
        if (younger < 4 || index % 17 == 0)
            return [DemoStep.Sort, DemoStep.Take];
        if (younger < 9 || index % 11 == 0)
        {
            return random.Next(2) == 0
                ? [DemoStep.Sort, DemoStep.Take, DemoStep.Ask, DemoStep.Wait]
                : [DemoStep.Sort, DemoStep.Take, DemoStep.Ask, DemoStep.Wait, DemoStep.Reply, DemoStep.Note];
        }

        DemoStep[] solved =
        [
            DemoStep.Sort, DemoStep.Take, DemoStep.Ask, DemoStep.Wait, DemoStep.Reply, DemoStep.Note, DemoStep.Resolve,
        ];
        return (index % 7) switch
        {
            0 => solved,
            1 => [.. solved, DemoStep.Confirm, DemoStep.Close, DemoStep.Rate],
            2 => [.. solved, DemoStep.AskToReopen],
            3 => [.. solved, DemoStep.AskToReopen, DemoStep.Reopen, DemoStep.Ask],
            4 => [DemoStep.Take, DemoStep.Answer, DemoStep.Close, DemoStep.Rate],
            _ => [.. solved, DemoStep.Close],
        };
    }

    private static Priority PriorityOf(Random random) => random.Next(100) switch
    {
        < 20 => Priority.Low,
        < 70 => Priority.Medium,
        < 93 => Priority.High,
        _ => Priority.Urgent,
    };
}
