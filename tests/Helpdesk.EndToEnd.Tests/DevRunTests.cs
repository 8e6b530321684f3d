using System.Net.Sockets;

namespace Helpdesk.EndToEnd.Tests;

public sealed class DevRunTests
{
    [Fact]
    public async Task Ctrl_C_stops_everything_that_it_started_and_the_next_start_finds_the_data()
    {
        await using var run = DevRun.Start();
        await run.BecomesReady();
        var started = run.Started();
        started.Count.ShouldBe(2, "the platform and its database");
        started.ShouldAllBe(id => DevRun.IsAlive(id));

        await run.PressCtrlC();
        await run.Ends();

        run.ExitCode.ShouldBe(0, string.Join('\n', run.Lines));
        started.ShouldAllBe(id => !DevRun.IsAlive(id));
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await Should.ThrowAsync<SocketException>(socket.ConnectAsync("localhost", run.Port));
        await using var again = DevRun.Start(run.Data);
        await again.BecomesReady();
    }

    [Fact]
    public async Task A_second_one_on_the_same_data_is_refused_in_one_line_and_harms_nothing()
    {
        await using var first = DevRun.Start();
        await first.BecomesReady();
        var started = first.Started();

        var second = DevRun.Start(first.Data);
        await second.Ends();

        second.ExitCode.ShouldBe(1);
        second.Lines.ShouldBe([
            $"The data directory {first.Data} is in use by another Helpdesk (process {started[0]}). Stop that one, or choose another "
                + "directory with --data."]);
        started.ShouldAllBe(id => DevRun.IsAlive(id));
        using var client = new HttpClient();
        (await client.GetAsync($"http://localhost:{first.Port}/health/ready")).IsSuccessStatusCode.ShouldBeTrue();
    }
}
