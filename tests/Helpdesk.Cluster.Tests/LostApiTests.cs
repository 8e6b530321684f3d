namespace Helpdesk.Cluster.Tests;

public sealed class LostApiTests(ClusterFixture fixture) : ClusterTest(fixture)
{
    [Fact]
    public async Task One_of_two_is_killed_and_only_what_it_was_answering_is_to_be_sent_again()
    {
        await using var load = await Load();

        await Cluster.Apis[0].Kill();
        await load.Acknowledges(200);

        await Loses_nothing(load);
        load.Answers.Count(answer => answer.Ticket is null).ShouldBeLessThanOrEqualTo(Clients, "each client had one request open at most");
    }
}
