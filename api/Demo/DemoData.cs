using Helpdesk.Contracts.Staff;
using Helpdesk.Domain.Tickets;
using Helpdesk.Grains.Hosting;
using Helpdesk.Grains.Hosting.Calls;

namespace Helpdesk.Api.Demo;

/// <summary>
/// Two municipalities to try the platform out with: people who can sign in and tickets in every state. Made once; a second start finds
/// them. The host serves meanwhile, and goes on serving when they cannot be made.
/// </summary>
internal sealed partial class DemoData(
    IGrainFactory grains, TenantPasses passes, DemoPeople people, ITicketList tickets, TimeProvider time,
    IHostApplicationLifetime lifetime, ILogger<DemoData> log) : BackgroundService
{
    public const string Setting = "Helpdesk:Demo";

    // What is refused once may well be refused again; what was cut off goes on where it stopped.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    public const string Operator = "betrieb@helpdesk.example";
    public const string OperatorName = "Bernd Betrieb";
    public const string ServiceAgent = "agent@helpdesk.example";
    public const string ServiceAgentName = "Doris Dienst";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.Started(stoppingToken);

        while (!await TryMake(stoppingToken))
            await Task.Delay(Pause, stoppingToken);
    }

    private async Task<bool> TryMake(CancellationToken cancellation)
    {
        try
        {
            var towns = DemoMunicipality.All.Select(plan => new DemoTown(grains, passes, plan)).ToList();
            if (!await IsThere(towns[^1], cancellation))
                await Make(towns, cancellation);
            LogThere(log);
            return true;
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            LogFailed(log, failure);
            return false;
        }
    }

    // The time on the last ticket of the last municipality is written last. A sheet has a version even when nothing is left on it. It is
    // asked for once the ticket is there: a ticket's grain remembers that there was none.
    private async Task<bool> IsThere(DemoTown last, CancellationToken cancellation)
    {
        var opened = await tickets.Find(new() { Tenants = [last.Tenant], Limit = 1 }, cancellation);
        if (opened.Total < last.Plan.Tickets)
            return false;

        var sheet = await last.Grain<ITimeSheetGrain>(last.TicketOf(last.Plan.Tickets - 1).Value).Read(
            last.As(last.Plan.Manager), cancellation);
        return sheet is { Refusal: null, Value.Version: > 0 };
    }

    private async Task Make(IReadOnlyList<DemoTown> towns, CancellationToken cancellation)
    {
        var by = await people.Enrol(TenantId.Platform, Operator, OperatorName, Role.Operator, cancellation);
        await people.Enrol(TenantId.Platform, ServiceAgent, ServiceAgentName, Role.Agent, cancellation);
        foreach (var town in towns)
        {
            await town.Found(by, cancellation);
            foreach (var person in town.Plan.Everybody)
                await people.Enrol(town.Tenant, town.Plan.EmailOf(person), person.Name, town.Plan.RoleOf(person), cancellation);
            await people.Serve(town.Tenant, ServiceAgent, Role.Agent, by, cancellation);
            await DemoLists.Write(town, cancellation);
            await DemoTextModules.Write(town, cancellation);
            await DemoStaff.Introduce(town, cancellation);
            await DemoTickets.Write(town, cancellation);
            await DemoStaff.RecordTime(town, Instant.FromDateTimeOffset(time.GetUtcNow()).InUtc().Date, cancellation);
        }
    }

    // ./dev run and tests wait for this line.
    [LoggerMessage(Level = LogLevel.Information, Message = "Demo data is there.")]
    private static partial void LogThere(ILogger log);

    [LoggerMessage(Level = LogLevel.Error, Message = "Demo data could not be made; trying again soon.")]
    private static partial void LogFailed(ILogger log, Exception exception);
}
