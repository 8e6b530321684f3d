using Helpdesk.Domain.Clocks;
using Helpdesk.Hosting.Cluster;
using Helpdesk.Postgres.Clocks;

namespace Helpdesk.Api.Tests.Hosting;

/// <summary>A host whose machine has not the database's time.</summary>
[Collection(SharedHosts.ManyTowns)]
public sealed class ClockTests(ApiFixture api)
{
    private static readonly (string, string) Alone = ("Helpdesk:Cluster:Id", "clock");

    [Theory]
    [InlineData(29, true)]
    [InlineData(-600, false)]
    [InlineData(40 * 86_400, false)]
    public async Task It_is_ready_as_long_as_the_difference_is_tolerable(int seconds, bool isReady)
    {
        var machine = new MachineTime(TimeSpan.FromSeconds(seconds));
        await using var host = api.NewHost(services => services.AddSingleton<TimeProvider>(new PlatformClock(machine)), Alone);
        var client = api.Client("console", of: host);
        await Says(isReady);

        await client.GetAsync("/health/live").ShouldAnswer(HttpStatusCode.OK);
        machine.Set(TimeSpan.Zero);
        await Says(ready: true);
        foreach (var (later, stillReady) in new[] { (-29, true), (600, false), (29, true), (-600, false) })
        {
            machine.Set(TimeSpan.FromSeconds(later));
            await Says(stillReady);
        }

        Task Says(bool ready) => ready
            ? client.GetAsync("/health/ready").ShouldAnswer(HttpStatusCode.OK)
            : client.GetAsync("/health/ready").ShouldRefuse(HttpStatusCode.ServiceUnavailable, "clock");
    }

    [Fact]
    public async Task Where_nobody_gave_another_the_time_is_the_databases_and_claims_ask_the_database()
    {
        await using var host = api.NewHost(
            services => services.Remove(services.Last(service => service.ServiceType == typeof(TimeProvider) && !service.IsKeyedService)),
            Alone);

        host.Services.GetRequiredService<TimeProvider>().ShouldBeOfType<PlatformClock>().State.ShouldBe(ClockState.Right);
        host.Services.GetRequiredService<IPlatformClock>().ShouldBeSameAs(host.Services.GetRequiredService<TimeProvider>());
        host.Services.GetRequiredService<IPlatformClock>().Given.ShouldBeNull();
    }

    [Fact]
    public async Task An_engine_that_activates_nothing_is_not_ready_and_says_503_with_a_code()
    {
        // As it would be with the machine's clock: forty days ahead when the silo began, then put right.
        var machine = new MachineTime(TimeSpan.FromDays(40));
        await using var host = api.NewHost(
            services => services.AddKeyedSingleton<TimeProvider>(TimeProviderNames.ActivationManagement, machine), Alone);
        var client = api.Client("console", of: host);
        await client.GetAsync("/health/ready").ShouldAnswer(HttpStatusCode.OK);
        var agent = api.Client(
            "musterstadt", (await api.As("musterstadt", Role.Agent)).DefaultRequestHeaders.Authorization!.Parameter, host);

        machine.Set(TimeSpan.Zero);

        await client.GetAsync("/health/ready").ShouldRefuse(HttpStatusCode.ServiceUnavailable, "engine-refuses");
        await agent.Get($"{TicketCalls.Tickets}/{Guid.NewGuid()}").ShouldRefuse(HttpStatusCode.ServiceUnavailable, "engine-refuses");
        await client.GetAsync("/health/live").ShouldAnswer(HttpStatusCode.OK);
    }

    [Fact]
    public void The_engines_time_only_passes_wherever_the_machines_clock_jumps()
    {
        var machine = new MachineTime(TimeSpan.FromDays(40));
        var steady = new SteadyClock(machine, () => true);
        var began = steady.GetUtcNow();

        machine.Set(TimeSpan.Zero);
        var back = steady.GetUtcNow() - began;
        machine.Set(TimeSpan.FromDays(400));

        back.ShouldBeInRange(TimeSpan.Zero, TimeSpan.FromMinutes(1));
        (steady.GetUtcNow() - began).ShouldBeInRange(back, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void For_other_processes_it_begins_at_the_databases_time()
    {
        var machine = new MachineTime(TimeSpan.FromDays(40));
        var right = false;
        var steady = new SteadyClock(machine, () => right);
        Ahead().ShouldBe(40 * 24, tolerance: 1);

        machine.Set(TimeSpan.Zero);
        right = true;
        Ahead().ShouldBe(0, tolerance: 1);
        machine.Set(TimeSpan.FromHours(-5));

        Ahead().ShouldBe(0, tolerance: 1);

        double Ahead() => (steady.GetUtcNow() - TimeProvider.System.GetUtcNow()).TotalHours;
    }
}
