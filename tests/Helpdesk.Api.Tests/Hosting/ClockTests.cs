using Helpdesk.Domain.Clocks;
using Helpdesk.Postgres.Clocks;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Api.Tests.Hosting;

/// <summary>A host whose machine has not the database's time.</summary>
[Collection(SharedHosts.ManyTowns)]
public sealed class ClockTests(ApiFixture api)
{
    private static readonly (string, string) Alone = ("Helpdesk:Cluster:Id", "clock");

    [Theory]
    [InlineData(29, true)]
    [InlineData(-29, true)]
    [InlineData(600, false)]
    [InlineData(-600, false)]
    public async Task It_is_ready_as_long_as_the_difference_is_tolerable(int seconds, bool isReady)
    {
        var machine = new MachineTime(TimeSpan.FromSeconds(seconds));
        await using var host = api.NewHost(services => services.AddSingleton<TimeProvider>(new PlatformClock(machine)), Alone);
        var client = api.Client("console", of: host);

        if (isReady)
            await client.GetAsync("/health/ready").ShouldAnswer(HttpStatusCode.OK);
        else
            await client.GetAsync("/health/ready").ShouldRefuse(HttpStatusCode.ServiceUnavailable, "clock");

        await client.GetAsync("/health/live").ShouldAnswer(HttpStatusCode.OK);
        machine.Set(TimeSpan.Zero);
        await client.GetAsync("/health/ready").ShouldAnswer(HttpStatusCode.OK);
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
}
