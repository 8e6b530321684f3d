using System.Collections.Immutable;
using Helpdesk.Contracts.Staff;
using Helpdesk.Domain.Staff;

namespace Helpdesk.Api.Demo;

/// <summary>
/// What the demo agents know, what an hour of theirs costs, and some of their time, so that suggestions and costs can be looked at.
/// </summary>
internal static class DemoStaff
{
    private const int TicketsWithTime = 10;

    private static readonly LocalDate Since = new(2026, 1, 1);

    // The first agent knows what is asked for most, the second one the rest.
    private static readonly ImmutableArray<ExpertiseItem>[] Knowledge =
    [
        [new("ris", 5, "Zertifizierte Anwendungsbetreuung", new(2027, 12, 31)), new("newsletter", 3, null, null)],
        [new("suche", 4, null, null), new("maengelmelder", 4, null, null), new("ris", 2, null, null)],
    ];

    public static async Task Introduce(DemoTown town, CancellationToken cancellation)
    {
        foreach (var (index, agent) in town.Plan.Agents.Index())
        {
            var account = town.AccountOf(agent);
            DemoTown.Accepted(await town.Grain<IExpertiseGrain>(account.Value).Declare(
                town.As(agent), town.Once($"expertise|{account}"), Knowledge[index % Knowledge.Length], null, cancellation));
            var rate = new HourlyRate(new(7_200 + (index * 650), "EUR"), Since, null);
            DemoTown.Accepted(await town.Grain<IHourlyRatesGrain>(account.Value).Agree(
                town.As(town.Plan.Manager), town.Once($"rates|{account}"), [rate], null, cancellation));
        }
    }

    /// <summary>On the newest tickets, the very last one at the end.</summary>
    public static async Task RecordTime(DemoTown town, LocalDate today, CancellationToken cancellation)
    {
        for (var number = 0; number < TicketsWithTime; number++)
        {
            var ticket = town.TicketOf(town.Plan.Tickets - TicketsWithTime + number);
            var once = town.Once($"time|{ticket}");
            DemoTown.Accepted(await town.Grain<ITimeSheetGrain>(ticket.Value).Record(
                town.As(town.Plan.Agents[number % town.Plan.Agents.Length]), once, once.Id, person: null,
                new(10 + (number * 5), today, "Rückfrage und Lösung", Billable: number % 3 > 0), today, cancellation));
        }
    }
}
