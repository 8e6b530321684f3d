using System.Collections.Immutable;
using Helpdesk.Contracts.Categories;
using Helpdesk.Domain.Categories;
using Helpdesk.Grains.Hosting.Calls;

namespace Helpdesk.Api.Demo;

/// <summary>The categories, queues and teams that the demo tickets carry; the agents are the members of every team.</summary>
internal sealed class DemoLists(IGrainFactory grains, TenantPasses passes)
{
    private static readonly (string Key, string De, string En)[] Categories =
    [
        ("ris", "Ratsinformationssystem", "Council information system"), ("newsletter", "Newsletter", "Newsletter"),
            ("suche", "Suche", "Search"),
        ("maengelmelder", "Mängelmelder", "Defect reports"),
    ];

    private static readonly (string Key, string De, string En)[] Queues =
    [
        ("redaktion", "Redaktion", "Editors"), ("fachverfahren", "Fachverfahren", "Specialist applications"),
            ("technik", "Technik", "Technicians"),
    ];

    public async Task Write(
        DemoMunicipality municipality, TenantId tenant, IReadOnlyDictionary<string, AccountId> people, CancellationToken cancellation)
    {
        ImmutableArray<AccountId> agents = [.. municipality.Agents.Select(agent => people[agent.Local])];
        foreach (var (key, de, en) in Categories)
            await Add(tenant, ListKind.Category, new(key, de, en), cancellation);
        foreach (var (key, de, en) in Queues)
        {
            await Add(tenant, ListKind.Team, new(key, de, en) { Members = agents }, cancellation);
            await Add(tenant, ListKind.Queue, new(key, de, en) { Team = key }, cancellation);
        }
    }

    private async Task Add(TenantId tenant, ListKind kind, ListEntry entry, CancellationToken cancellation)
    {
        passes.Enter(tenant);
        var id = CommandId.Derive($"demo|{tenant}|{kind}|{entry.Key}");
        var answer = await grains.GetGrain<ITicketListsGrain>(GrainKeys.Of(tenant)).Add(
            new(tenant, Account: null, Role.Admin, "demo"), new(id, "demo", FromKey: true), kind, entry, null, cancellation);
        if (answer.Refusal is { } refusal)
            throw new InvalidOperationException($"A demo entry was refused: {refusal.Code}. {refusal.Message}");
    }
}
