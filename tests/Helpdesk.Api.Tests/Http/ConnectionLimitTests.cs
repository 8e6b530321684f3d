using System.Diagnostics;
using System.Net.Sockets;
using Helpdesk.Api.Http;

namespace Helpdesk.Api.Tests.Http;

public sealed class ConnectionLimitTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Live = "GET /health/live HTTP/1.1\r\nHost: musterstadt.localhost\r\n\r\n";

    [Fact]
    public async Task Who_is_one_too_many_is_told_so_and_hung_up_and_gets_in_when_another_has_left()
    {
        var host = api.Other(("Helpdesk:Http:Connections", "5"), ("Helpdesk:Cluster:Id", "connections"));
        var idle = new List<TcpClient>();
        for (var i = 0; i < 5; i++)
        {
            var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, host.Port);
            idle.Add(client);
        }

        await Eventually.Holds(async () =>
        {
            var refused = await RawHttp.Send(host.Port, Live);
            if (refused.Status != 503)
                return false;
            ((string?)refused.Problem()["code"]).ShouldBe("overloaded");
            return true;
        });

        idle.ForEach(client => client.Dispose());
        await Eventually.Holds(async () => (await RawHttp.Send(host.Port, Live, TimeSpan.FromMilliseconds(500))).Status == 200);
    }

    [Fact]
    public async Task A_process_that_may_open_too_few_files_says_so_and_ends()
    {
        using var process = Process.Start(new ProcessStartInfo(
            "bash", ["-c", $"ulimit -n 256; exec dotnet {Path.Combine(AppContext.BaseDirectory, "Helpdesk.Api.dll")}"])
        {
            RedirectStandardError = true,
        })!;
        var told = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        (process.ExitCode, told.Trim()).ShouldBe((1, "This process may open 256 files and needs 1024 at least: raise the limit (ulimit -n, "
            + "LimitNOFILE, --ulimit nofile)."));
    }

    [Theory]
    [InlineData(null, 1_024, 307)]
    [InlineData(null, 4_096, 2_048)]
    [InlineData(null, 1_000_000, 10_000)]
    [InlineData(null, null, 1_000)]
    [InlineData(384, 1_024, 384)]
    public void There_are_fewer_places_than_descriptors(int? wanted, int? descriptors, int most)
    {
        var options = new ConnectionOptions { Connections = wanted };

        options.Most(descriptors).ShouldBe(most);
        ConnectionOptionsValidator.Fault(options, descriptors).ShouldBeNull();
    }

    [Fact]
    public void A_process_that_may_open_too_few_files_says_so_at_the_start_instead_of_ending_under_load()
    {
        ConnectionOptionsValidator.Fault(new(), 512)!.ShouldContain("512 files");
    }

    [Theory]
    [InlineData(0, 1_024)]
    [InlineData(385, 1_024)]
    public void More_places_than_descriptors_are_refused_at_start(int wanted, int descriptors) =>
        ConnectionOptionsValidator.Fault(new() { Connections = wanted }, descriptors)!.ShouldContain("Helpdesk:Http:Connections must be");
}
