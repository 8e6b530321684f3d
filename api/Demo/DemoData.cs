using Helpdesk.Contracts.Tenants;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;
using Helpdesk.Grains.Hosting.Calls;

namespace Helpdesk.Api.Demo;

/// <summary>
/// Two municipalities to try the platform out with: people who can sign in and tickets in every state. Made once; a second start finds
/// them. In Development only, and only when <c>Helpdesk:Demo</c> is true.
/// </summary>
internal sealed class DemoData(
    IGrainFactory grains, DemoAccounts accounts, DemoLists lists, DemoTickets tickets, DemoStaff staff, ITenantDirectory tenants,
    ITicketList list, TenantPasses passes,
    IHostApplicationLifetime lifetime, ILogger<DemoData> log) : BackgroundService
{
    public const string Setting = "Helpdesk:Demo";

    private const string Operator = "betrieb@helpdesk.example";
    private const string ServiceAgent = "agent@helpdesk.example";

    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Nothing more is being made: the platform can be shown.</summary>
    public bool IsDone => done.Task.IsCompletedSuccessfully;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Grains can be called once the host has started as a whole.
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (lifetime.ApplicationStarted.Register(started.SetResult))
            await started.Task.WaitAsync(stoppingToken);

        if (!await IsThere(stoppingToken))
        {
            await Make(stoppingToken);
            LogMade(log);
        }

        done.SetResult();
    }

    // The last ticket of the last municipality is written last, but for what staff know and how long they worked: without that nothing is
    // missing.
    private async Task<bool> IsThere(CancellationToken cancellation)
    {
        var last = DemoMunicipality.All[^1];
        if (await tenants.FindBySlug(last.Slug, cancellation) is not { } tenant)
            return false;

        var page = await list.Find(new() { Tenants = [tenant.Id], Limit = 1 }, cancellation);
        return page.Total >= last.Tickets;
    }

    private async Task Make(CancellationToken cancellation)
    {
        var by = await accounts.Enrol(TenantId.Platform, Operator, "Bernd Betrieb", Role.Operator, cancellation);
        await accounts.Enrol(TenantId.Platform, ServiceAgent, "Doris Dienst", Role.Agent, cancellation);
        foreach (var municipality in DemoMunicipality.All)
        {
            var tenant = await CreateTenant(municipality, by, cancellation);
            var people = new Dictionary<string, AccountId>();
            foreach (var person in municipality.Everybody)
                people[person.Local] = new(
                    await accounts.Enrol(tenant, municipality.EmailOf(person), person.Name, RoleOf(municipality, person), cancellation));
            await accounts.Serve(tenant, ServiceAgent, Role.Agent, by, cancellation);
            await lists.Write(municipality, tenant, people, cancellation);
            await tickets.Write(municipality, tenant, people, cancellation);
            await staff.Write(municipality, tenant, people, cancellation);
        }
    }

    private async Task<TenantId> CreateTenant(DemoMunicipality municipality, Guid by, CancellationToken cancellation)
    {
        var id = new TenantId(CommandId.Derive($"demo|{municipality.Slug}"));
        passes.Enter(id);
        var answer = await grains.GetGrain<ITenantGrain>(GrainKeys.Of(id)).Create(
            new(id, new AccountId(by), Role.Operator, "demo"), new(id.Value, "demo", FromKey: true),
            new(municipality.Slug, municipality.Name, null), cancellation);
        return answer.Refusal is { } refusal
            ? throw new InvalidOperationException($"A demo tenant was refused: {refusal.Code}. {refusal.Message}")
            : id;
    }

    private static Role RoleOf(DemoMunicipality municipality, DemoPerson person) =>
        person == municipality.Admin ? Role.Admin
        : person == municipality.Manager ? Role.Manager
        : municipality.Agents.Contains(person) ? Role.Agent
        : Role.Customer;

    private static readonly Action<ILogger, Exception?> Made =
        LoggerMessage.Define(LogLevel.Information, new EventId(1, nameof(Made)), "Demo data is there.");

    private static void LogMade(ILogger log) => Made(log, null);
}
