namespace Helpdesk.Postgres.Tests;

public sealed class HostExtensionsTests
{
    [Fact]
    public async Task A_host_that_is_asked_to_end_ends_with_0()
    {
        var host = Host<Waits>();
        var said = new StringWriter();
        host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(
            () => host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication());

        (await host.RunToExitCodeAsync(said)).ShouldBe(0);
        said.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_host_in_which_something_failed_ends_with_its_reason_and_a_code_on_which_it_is_started_again()
    {
        var said = new StringWriter();

        (await Host<Fails>().RunToExitCodeAsync(said)).ShouldBe(70);

        said.ToString().ShouldBe($"This process cannot go on and ends: It is broken.{said.NewLine}");
    }

    private static IHost Host<T>() where T : class, IHostedService
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddHostedService<T>();
        return builder.Build();
    }

    private sealed class Waits : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Delay(Timeout.Infinite, stoppingToken);
    }

    private sealed class Fails : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Yield();
            throw new InvalidOperationException("It is broken.");
        }
    }
}
