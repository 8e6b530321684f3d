using System.Collections.Immutable;
using Helpdesk.Contracts.Categories;
using Helpdesk.Domain.Categories;

namespace Helpdesk.Api.Demo;

/// <summary>The categories, queues and teams that the demo tickets carry; the agents are the members of every team.</summary>
internal static class DemoLists
{
    private static readonly (string Key, string De, string En)[] Categories =
    [
        ("ris", "Ratsinformationssystem", "Council information system"), ("newsletter", "Newsletter", "Newsletter"),
        ("suche", "Suche", "Search"), ("maengelmelder", "Mängelmelder", "Defect reports"),
    ];

    private static readonly (string Key, string De, string En)[] Queues =
    [
        ("redaktion", "Redaktion", "Editors"), ("fachverfahren", "Fachverfahren", "Specialist applications"),
        ("technik", "Technik", "Technicians"),
    ];

    public static async Task Write(DemoTown town, CancellationToken cancellation)
    {
        ImmutableArray<AccountId> agents = [.. town.Plan.Agents.Select(town.AccountOf)];
        foreach (var (key, de, en) in Categories)
            await Add(town, ListKind.Category, new(key, de, en), cancellation);
        foreach (var (key, de, en) in Queues)
        {
            await Add(town, ListKind.Team, new(key, de, en) { Members = agents }, cancellation);
            await Add(town, ListKind.Queue, new(key, de, en) { Team = key }, cancellation);
        }
    }

    private static async Task Add(DemoTown town, ListKind kind, ListEntry entry, CancellationToken cancellation) => DemoTown.Accepted(
        await town.Grain<ITicketListsGrain>().Add(
            town.As(town.Plan.Admin), town.Once($"{kind}|{entry.Key}"), kind, entry, null, cancellation));
}
