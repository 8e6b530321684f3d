using Npgsql;
using Orleans.Configuration;

namespace Orleans.Local.Tests.Timers;

/// <summary>What holds for reminders in memory and in PostgreSQL alike.</summary>
public abstract class ReminderTests
{
    private protected static TimeSpan Minutes(double minutes) => TimeSpan.FromMinutes(minutes);

    // A reminder that is set again only after the clock has moved is due at once; a clock that stands fires nothing by itself.
    private static async Task Comes(TestSilo silo, string gate)
    {
        var come = silo.Signals.At(gate);
        while (!come.IsCompleted)
        {
            silo.Clock.Advance(TimeSpan.Zero);
            await Task.Yield();
        }

        await come;
    }

    [Fact]
    public async Task A_reminder_ticks_when_due_and_then_every_period()
    {
        await using var silo = await Start(new FakeClock());
        var grain = silo.Grains.GetGrain<IReminderGrain>(Key());
        await grain.Register("look", Minutes(3), Minutes(5));

        silo.Clock.Advance(Minutes(3));
        await silo.Signals.At("look 1");
        silo.Clock.Advance(Minutes(5));
        await Comes(silo, "look 2");
    }

    [Fact]
    public async Task A_reminder_wakes_a_grain_that_has_ended()
    {
        await using var silo = await Start(new FakeClock());
        var grain = silo.Grains.GetGrain<IReminderGrain>(Key());
        await grain.Register("look", Minutes(60), Minutes(60));
        await grain.End();

        silo.Clock.Advance(Minutes(60));

        await silo.Signals.At("look 1");
    }

    [Fact]
    public async Task A_tick_tells_when_it_first_came_and_when_it_is()
    {
        var clock = new FakeClock();
        await using var silo = await Start(clock);
        var start = clock.GetUtcNow().UtcDateTime;
        var grain = silo.Grains.GetGrain<IReminderGrain>(Key());
        await grain.Register("look", Minutes(3), Minutes(5));

        clock.Advance(Minutes(3));
        await silo.Signals.At("look 1");
        clock.Advance(Minutes(5));
        await Comes(silo, "look 2");

        var status = await grain.Last();
        status.FirstTickTime.ShouldBe(start + Minutes(3));
        status.Period.ShouldBe(Minutes(5));
        status.CurrentTickTime.ShouldBe(start + Minutes(8));
    }

    [Fact]
    public async Task A_tick_that_fails_is_not_repeated_and_the_next_one_comes()
    {
        await using var silo = await Start(new FakeClock());
        var grain = silo.Grains.GetGrain<IReminderGrain>(Key());
        await grain.Register("fail", Minutes(1), Minutes(1));

        silo.Clock.Advance(Minutes(1));
        await silo.Signals.At("fail 1");
        await grain.Last();
        silo.Signals.IsOpen("fail 2").ShouldBeFalse();
        silo.Clock.Advance(Minutes(1));

        await silo.Signals.At("fail 2");
    }

    [Fact]
    public async Task An_unregistered_reminder_ticks_no_more()
    {
        await using var silo = await Start(new FakeClock());
        var grain = silo.Grains.GetGrain<IReminderGrain>(Key());
        await grain.Register("look", Minutes(1), Minutes(1));

        await grain.Unregister("look");
        silo.Clock.Advance(Minutes(10));

        (await grain.Names()).ShouldBeEmpty();
        silo.Signals.Happened.ShouldBeEmpty();
    }

    [Fact]
    public async Task Registering_again_replaces_the_schedule()
    {
        await using var silo = await Start(new FakeClock());
        var grain = silo.Grains.GetGrain<IReminderGrain>(Key());
        await grain.Register("look", Minutes(1), Minutes(1));

        await grain.Register("look", Minutes(30), Minutes(60));
        silo.Clock.Advance(Minutes(29));
        silo.Signals.Happened.ShouldBeEmpty();
        silo.Clock.Advance(Minutes(1));

        await silo.Signals.At("look 1");
        (await grain.Names()).ShouldBe(["look"]);
    }

    [Fact]
    public async Task A_period_shorter_than_the_minimum_is_refused()
    {
        await using var silo = await Start(new FakeClock());

        await Should.ThrowAsync<ArgumentException>(silo.Grains.GetGrain<IReminderGrain>(Key()).Register("look", Minutes(1), TimeSpan.FromSeconds(59)));
    }

    [Fact]
    public async Task A_grain_knows_its_reminders_and_none_of_others()
    {
        await using var silo = await Start(new FakeClock());
        var (grain, other) = (silo.Grains.GetGrain<IReminderGrain>(Key()), silo.Grains.GetGrain<IReminderGrain>(Key()));
        await grain.Register("one", Minutes(10), Minutes(10));
        await grain.Register("two", Minutes(10), Minutes(10));
        await other.Register("three", Minutes(10), Minutes(10));

        (await grain.Names()).Order().ShouldBe(["one", "two"]);
    }

    private protected abstract Task<TestSilo> Start(FakeClock clock);

    private protected static string Key() => $"{Guid.NewGuid():D}/reminded";
}

public sealed class MemoryReminderTests : ReminderTests
{
    private protected override Task<TestSilo> Start(FakeClock clock) => TestSilo.Start(silo => silo.UseInMemoryReminderService(), clock);
}

public sealed class AdoNetReminderTests(PostgresFixture postgres) : ReminderTests, IClassFixture<PostgresFixture>
{
    private readonly string service = $"{Guid.NewGuid():N}";

    [Fact]
    public async Task A_reminder_survives_a_restart_and_ticks_that_fell_into_downtime_are_skipped()
    {
        var clock = new FakeClock();
        var key = Key();
        await using (var before = await Start(clock))
            await before.Grains.GetGrain<IReminderGrain>(key).Register("look", Minutes(10), Minutes(10));
        clock.Advance(Minutes(35));

        await using var after = await Start(clock);
        clock.Advance(Minutes(4));
        after.Signals.Happened.ShouldBeEmpty();
        clock.Advance(Minutes(1));

        await after.Signals.At("look 1");
    }

    [Fact]
    public async Task A_row_that_someone_else_wrote_is_found_at_the_next_look_at_the_table()
    {
        await using var silo = await Start(new FakeClock());
        await Execute(
            $"insert into orleans_reminder values ('{service}', 'reminder/theirs', 'look', $1, 60000, 1, 0)", silo.Clock.GetUtcNow() + Minutes(7));

        silo.Clock.Advance(Minutes(5));
        await silo.RemindersRead;
        silo.Clock.Advance(Minutes(2));

        await silo.Signals.At("look 1");
    }

    [Fact]
    public async Task The_hash_beside_a_reminder_is_the_one_that_the_packages_look_for()
    {
        await using var silo = await Start(new FakeClock());
        await silo.Grains.GetGrain<IReminderGrain>("some/key").Register("look", Minutes(10), Minutes(10));

        await using var command = postgres.Superuser.CreateCommand("select grain_hash from orleans_reminder where grain_id = 'reminder/some/key'");
        (await command.ExecuteScalarAsync()).ShouldBe((int)StableHash.Of(GrainId.Create("reminder", "some/key")));
    }

    private protected override Task<TestSilo> Start(FakeClock clock) =>
        TestSilo.Start(
            silo => silo
                .Configure<ClusterOptions>(options => options.ServiceId = service)
                .UseAdoNetReminderService(options => options.DataSource = postgres.Database.App),
            clock);

    private async Task Execute(string sql, DateTimeOffset moment)
    {
        await using var command = postgres.Superuser.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = moment });
        await command.ExecuteNonQueryAsync();
    }
}

public interface IReminderGrain : IGrainWithStringKey, IRemindable
{
    Task Register(string name, TimeSpan due, TimeSpan period);

    Task Unregister(string name);

    Task<List<string>> Names();

    Task<TickStatus> Last();

    Task End();
}

public sealed class ReminderGrain(Signals signals) : Grain, IReminderGrain
{
    private readonly Dictionary<string, int> ticks = [];
    private TickStatus last;

    public Task Register(string name, TimeSpan due, TimeSpan period) => this.RegisterOrUpdateReminder(name, due, period);

    public async Task Unregister(string name) => await this.UnregisterReminder((await this.GetReminder(name))!);

    public async Task<List<string>> Names() => [.. (await this.GetReminders()).Select(reminder => reminder.ReminderName)];

    public Task<TickStatus> Last() => Task.FromResult(last);

    public Task End()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        last = status;
        ticks[reminderName] = ticks.GetValueOrDefault(reminderName) + 1;
        signals.Note($"{reminderName} {ticks[reminderName]}");
        return reminderName == "fail" ? throw new InvalidTimeZoneException() : Task.CompletedTask;
    }
}
