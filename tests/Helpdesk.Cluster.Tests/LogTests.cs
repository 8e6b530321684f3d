namespace Helpdesk.Cluster.Tests;

public sealed class LogTests(ClusterFixture fixture) : ClusterTest(fixture)
{
    [Fact]
    public async Task Nothing_is_logged_for_a_request()
    {
        const int requests = 600;
        await using var load = await Load();
        var before = Cluster.Members.ToDictionary(member => member, Lines);

        await load.Acknowledges(requests);
        await load.Stop();

        foreach (var (member, lines) in before)
        {
            lines.ShouldBeGreaterThan(0, $"{member.Name} logs something at its start");
            // What a busy machine is complained of now and then is far from a line for each request, of which each member takes a share.
            (Lines(member) - lines).ShouldBeLessThan(requests / 10, member.Name);
        }

        await Loses_nothing_and_refuses_nobody(load);
    }

    private static int Lines(LocalCluster.Member member) => File.ReadLines(member.Log).Count();
}
