using System.Net;

namespace Helpdesk.Cluster.Tests;

/// <summary>Processes are ended and started again in order, as in an upgrade.</summary>
public sealed class OrderlyEndTests(ClusterFixture fixture) : ClusterTest(fixture)
{
    [Fact]
    public async Task All_silos_and_apis_are_restarted_one_after_the_other_and_nobody_notices()
    {
        await using var load = await Load();

        foreach (var member in Cluster.Members)
        {
            await member.Stop();
            member.ExitCode.ShouldBe(0, member.Name);
            await load.Acknowledges(20);
            member.Start();
            await member.BecomesReady();
            await load.Acknowledges(50);
        }

        await Loses_nothing_and_refuses_nobody(load);
    }

    [Fact]
    public async Task An_api_says_that_it_is_not_ready_before_it_stops_and_answers_until_then()
    {
        var api = Cluster.Apis[1];
        using var client = new HttpClient { BaseAddress = api.Address };
        api.Signal("TERM");

        await ClusterFixture.Until(async () => (await client.GetAsync("/health/ready")).StatusCode == HttpStatusCode.ServiceUnavailable);
        (await client.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        using (var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/auth/status") { Headers = { Host = "musterstadt.localhost" } })
        using (var answer = await client.SendAsync(request))
            ((int)answer.StatusCode).ShouldBeLessThan(500, "requests are still taken");

        await api.Ends();
        api.ExitCode.ShouldBe(0);
    }
}
