using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Hosting;
using Orleans.Runtime;
using Orleans.Timers;

namespace Orleans.Local;

/// <summary>Holds a timer for every row of the reminder table and reads the table again now and then.</summary>
internal sealed class ReminderService(IServiceProvider services, Engine engine, IOptions<ReminderOptions> options) : IReminderRegistry, IDisposable
{
    private readonly Engine engine = engine;
    private readonly Dictionary<(GrainId, string), Reminder> reminders = [];
    private readonly Lazy<IReminderTable> table = new(() => services.GetService<IReminderTable>()
        ?? throw new OrleansConfigurationException("The reminder service has no table; UseAdoNetReminderService or UseInMemoryReminderService gives it one."));
    private ITimer? refresh;
    private bool stopped;

    /// <summary>Complete when the table has been read as it was at the last look.</summary>
    public Task LastRead { get; private set; } = Task.CompletedTask;

    public async Task Start()
    {
        await Read();
        var period = options.Value.RefreshReminderListPeriod;
        refresh = engine.Time.CreateTimer(_ => LastRead = ReadAgain(), null, period, period);
    }

    public void Stop()
    {
        refresh?.Dispose();
        lock (reminders)
        {
            stopped = true;
            foreach (var reminder in reminders.Values)
                reminder.Dispose();
            reminders.Clear();
        }
    }

    public void Dispose() => Stop();

    public async Task<IGrainReminder> RegisterOrUpdateReminder(GrainId callingGrainId, string reminderName, TimeSpan dueTime, TimeSpan period)
    {
        Check(reminderName, dueTime, period);
        var entry = new ReminderEntry
        {
            GrainId = callingGrainId,
            ReminderName = reminderName,
            StartAt = Now().Add(dueTime),
            Period = period,
        };
        entry.ETag = await table.Value.UpsertRow(entry) ?? throw new ReminderException($"Could not register reminder {reminderName} of {callingGrainId}.");
        Schedule(entry);
        return new Handle(entry);
    }

    public async Task UnregisterReminder(GrainId callingGrainId, IGrainReminder reminder)
    {
        if (reminder is not Handle { Entry: var entry })
            throw new ArgumentException("Only a reminder that the engine handed out can be unregistered.", nameof(reminder));
        if (!await table.Value.RemoveRow(entry.GrainId, entry.ReminderName, entry.ETag))
            throw new ReminderException($"Reminder {entry.ReminderName} of {entry.GrainId} was changed or removed since it was read.");

        Unschedule((entry.GrainId, entry.ReminderName));
    }

    public async Task<IGrainReminder?> GetReminder(GrainId callingGrainId, string reminderName)
    {
        ArgumentException.ThrowIfNullOrEmpty(reminderName);
        return await table.Value.ReadRow(callingGrainId, reminderName) is { } entry ? new Handle(entry) : null;
    }

    public async Task<List<IGrainReminder>> GetReminders(GrainId callingGrainId) =>
        [.. (await table.Value.ReadRows(callingGrainId)).Reminders.Select(entry => new Handle(entry))];

    private void Check(string name, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentException.ThrowIfNullOrEmpty(name, "reminderName");
        ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(period, TimeSpan.Zero);
        if (period < options.Value.MinimumReminderPeriod)
            throw new ArgumentException($"Reminder {name}: the period {period} is shorter than the minimum {options.Value.MinimumReminderPeriod}.", nameof(period));
    }

    private DateTime Now() => engine.Time.GetUtcNow().UtcDateTime;

    private async Task ReadAgain()
    {
        try
        {
            await Read();
        }
        catch (Exception exception)
        {
            engine.Log.RemindersNotRead(exception);
        }
    }

    private async Task Read()
    {
        // What is registered while this reads would look removed.
        HashSet<(GrainId, string)> before;
        lock (reminders)
            before = [.. reminders.Keys];

        var rows = (await table.Value.ReadRows(0, 0)).Reminders;
        foreach (var entry in rows)
            Schedule(entry);
        before.ExceptWith(rows.Select(entry => (entry.GrainId, entry.ReminderName)));
        foreach (var gone in before)
            Unschedule(gone);
    }

    private void Schedule(ReminderEntry entry)
    {
        var key = (entry.GrainId, entry.ReminderName);
        lock (reminders)
        {
            if (stopped || (reminders.TryGetValue(key, out var known) && known.Entry.ETag == entry.ETag))
                return;

            known?.Dispose();
            reminders[key] = new(this, entry);
        }
    }

    private void Unschedule((GrainId, string) key)
    {
        lock (reminders)
        {
            if (reminders.Remove(key, out var reminder))
                reminder.Dispose();
        }
    }

    private async Task Tick(ReminderEntry entry)
    {
        try
        {
            var grain = engine.References.GetGrain<IRemindable>(entry.GrainId);
            await grain.ReceiveReminder(entry.ReminderName, new(entry.StartAt, entry.Period, Now()));
        }
        catch (Exception exception)
        {
            engine.Log.ReminderFailed(exception, entry.GrainId, entry.ReminderName);
        }
    }

    private sealed record Handle(ReminderEntry Entry) : IGrainReminder
    {
        public string ReminderName => Entry.ReminderName;
    }

    /// <summary>One timer. Ticks fall on the first tick plus whole periods; those that were due while none could run are skipped.</summary>
    private sealed class Reminder : IDisposable
    {
        private readonly ReminderService service;
        private readonly ITimer timer;
        private DateTime due;

        public Reminder(ReminderService service, ReminderEntry entry)
        {
            this.service = service;
            Entry = entry;
            due = NextAt(service.Now());
            using (ExecutionContext.SuppressFlow())
                timer = service.engine.Time.CreateTimer(static self => _ = ((Reminder)self!).Elapse(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            Arm();
        }

        public ReminderEntry Entry { get; }

        public void Dispose() => timer.Dispose();

        private async Task Elapse()
        {
            // A timer cannot wait longer than its maximum and may be a little early; a tick must not be.
            if (service.Now() >= due)
            {
                await service.Tick(Entry);
                var next = NextAt(service.Now());
                due = next > due ? next : due + Entry.Period;
            }

            Arm();
        }

        private DateTime NextAt(DateTime now)
        {
            if (now <= Entry.StartAt)
                return Entry.StartAt;

            var over = (now - Entry.StartAt).Ticks % Entry.Period.Ticks;
            return over == 0 ? now : now.AddTicks(Entry.Period.Ticks - over);
        }

        private void Arm()
        {
            DateTime now;
            do
            {
                now = service.Now();
                var wait = due - now;
                var bounded = wait < TimeSpan.Zero ? TimeSpan.Zero : wait > TimeSpan.FromDays(1) ? TimeSpan.FromDays(1) : wait;
                try
                {
                    timer.Change(bounded, Timeout.InfiniteTimeSpan);
                }
                catch (ObjectDisposedException)
                {
                    return; // Unregistered meanwhile.
                }
            }
            while (now < due && due <= service.Now()); // The clock passed it while the timer was being set, so the wait was too long.
        }
    }
}
