using Helpdesk.Contracts.Due;
using Helpdesk.Domain.Clocks;
using Helpdesk.Domain.Due;
using Helpdesk.Grains.Hosting.Calls;

namespace Helpdesk.Grains.Due;

/// <summary>
/// Looks every few seconds for what is due and tells the subjects. A reminder is no clock (ticks that fall into downtime are skipped), but
/// it is a good alarm: it brings the sweeper back to life, and the database tells it what was missed.
/// </summary>
public sealed partial class SweeperGrain(
    IDueStore store, DueSubjects subjects, TenantPasses passes, SweepPace pace, IOptions<SweeperOptions> options, TimeProvider time,
    IPlatformClock clock, ISiloStatusOracle membership, ILogger<SweeperGrain> log)
    : Grain, ISweeperGrain, IRemindable
{
    private const string Alarm = "awake";

    private readonly SweeperOptions options = options.Value;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        this.RegisterGrainTimer(
            static async (sweeper, cancellation) => await sweeper.Sweep(cancellation), this,
            new GrainTimerCreationOptions { DueTime = TimeSpan.Zero, Period = options.Period, KeepAlive = true });
        return Task.CompletedTask;
    }

    public Task Start(CancellationToken cancellation) =>
        this.RegisterOrUpdateReminder(Alarm, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));

    public Task ReceiveReminder(string reminderName, TickStatus status) => Task.CompletedTask;

    public async Task<int> Sweep(CancellationToken cancellation)
    {
        if (!MayFire())
            return 0;

        var settled = 0;
        while (!cancellation.IsCancellationRequested)
        {
            var due = await Claim(cancellation);
            settled += await new DueRound(store, pace, options, time, clock.Given, Look, log).Tell(due, cancellation);
            if (due.Count < options.Batch)
                break;
        }

        return settled;
    }

    // A machine whose time is wrong may be wrong in other ways too: what is due is left to others, where there are any.
    private bool MayFire()
    {
        if (clock.State == ClockState.Wrong)
            this.MoveToNextSilo(membership);
        return clock.State.MayFire();
    }

    // The database may be away for a while: the next look comes by itself.
    private async Task<IReadOnlyList<DueSubject>> Claim(CancellationToken cancellation)
    {
        try
        {
            return await store.Claim((int)this.GetPrimaryKeyLong(), clock.Given, options.Batch, cancellation);
        }
        catch (StorageException unreachable)
        {
            LogUnreachable(log, unreachable);
            return [];
        }
    }

    private Task Look(DueSubject due, CancellationToken cancellation)
    {
        passes.Enter(due.Tenant);
        return subjects.Of(GrainFactory, due).Look(due.Kind, cancellation);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Due moments cannot be read; looking again soon.")]
    private static partial void LogUnreachable(ILogger log, Exception exception);
}
