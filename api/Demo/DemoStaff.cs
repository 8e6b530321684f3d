using System.Collections.Immutable;
using Helpdesk.Contracts.Staff;
using Helpdesk.Domain.Staff;
using Helpdesk.Domain.Tickets;
using Helpdesk.Grains.Hosting.Calls;

namespace Helpdesk.Api.Demo;

/// <summary>
/// What the demo agents know, what an hour of theirs costs, and some of their time, so that suggestions and costs can be looked at.
/// </summary>
internal sealed class DemoStaff(IGrainFactory grains, ITicketList tickets, TenantPasses passes)
{
    private const int TicketsWithTime = 10;

    private static readonly LocalDate Since = new(2026, 1, 1);

    // The first agent knows what is asked for most, the second one the rest.
    private static readonly ImmutableArray<ExpertiseItem>[] Knowledge =
    [
        [new("ris", 5, "Zertifizierte Anwendungsbetreuung", new(2027, 12, 31)), new("newsletter", 3, null, null)],
        [new("suche", 4, null, null), new("maengelmelder", 4, null, null), new("ris", 2, null, null)],
    ];

    public async Task Write(
        DemoMunicipality municipality, TenantId tenant, IReadOnlyDictionary<string, AccountId> people, CancellationToken cancellation)
    {
        var agents = municipality.Agents.Select(agent => people[agent.Local]).ToList();
        foreach (var (agent, index) in agents.Select((agent, index) => (agent, index)))
        {
            passes.Enter(tenant);
            var key = GrainKeys.Of(tenant, agent);
            Expect(await grains.GetGrain<IExpertiseGrain>(key).Declare(
                Platform(tenant), Once(tenant, $"expertise|{agent}"), Knowledge[index % Knowledge.Length], null, cancellation));
            var rate = new HourlyRate(new(7_200 + (index * 650), "EUR"), Since, null);
            Expect(await grains.GetGrain<IHourlyRatesGrain>(key).Agree(
                Platform(tenant), Once(tenant, $"rates|{agent}"), [rate], null, cancellation));
        }

        await WriteTime(tenant, agents, cancellation);
    }

    private async Task WriteTime(TenantId tenant, IReadOnlyList<AccountId> agents, CancellationToken cancellation)
    {
        var page = await tickets.Find(new() { Tenants = [tenant], Limit = TicketsWithTime }, cancellation);
        foreach (var (ticket, index) in page.Items.Select((ticket, index) => (ticket, index)))
        {
            passes.Enter(tenant);
            var day = ticket.UpdatedAt.InUtc().Date;
            var id = Once(tenant, $"time|{ticket.Id}");
            Expect(await grains.GetGrain<ITimeSheetGrain>(GrainKeys.Of(tenant, ticket.Id)).Record(
                Platform(tenant), id, id.Id, agents[index % agents.Count],
                new(10 + (index * 5), day, "Rückfrage und Lösung", Billable: index % 3 > 0), day, cancellation));
        }
    }

    private static CommandId Once(TenantId tenant, string what) => new(CommandId.Derive($"demo|{tenant}|{what}"), "demo", FromKey: true);

    private static Caller Platform(TenantId tenant) => new(tenant, Account: null, Role.Admin, "demo");

    private static void Expect<T>(Result<T> answer)
    {
        if (answer.Refusal is { } refusal)
            throw new InvalidOperationException($"Demo data about staff was refused: {refusal.Code}. {refusal.Message}");
    }
}
