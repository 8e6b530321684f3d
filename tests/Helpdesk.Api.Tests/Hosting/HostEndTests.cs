namespace Helpdesk.Api.Tests.Hosting;

/// <summary>
/// Tests start dozens of hosts in one process. A timer that is never stopped, or a listener that is never taken back, would keep all of a
/// host in memory: 60 MB each.
/// </summary>
[Collection(SharedHosts.ManyTowns)]
public sealed class HostEndTests(ApiFixture api)
{
    [Fact]
    public async Task A_host_that_has_ended_is_forgotten()
    {
        var ended = await StartAndEnd();

        await Eventually.Holds(
            () =>
            {
                GC.Collect();
                return Task.FromResult(!ended.IsAlive);
            },
            "something still holds the services of a host that was disposed");
    }

    // Not in the test itself, whose variables would hold the host.
    private async Task<WeakReference> StartAndEnd()
    {
        await using var host = api.NewHost();
        await api.Client("musterstadt", of: host).Get("/api/v1/auth/status").ShouldAnswer(HttpStatusCode.OK);
        return new(host.Services);
    }
}
