using Npgsql;

namespace Helpdesk.Api.Tests.RateLimits;

/// <summary>
/// Twenty connections, of which a tenant has five, an account two and its searches one. What the noisy tenant asks for hangs in the
/// database for as long as a statement may.
/// </summary>
public sealed class NeighbourTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string List = $"{TicketCalls.Tickets}?limit=5";

    [Fact]
    public async Task A_tenant_never_has_more_than_its_share_of_the_connections_and_its_neighbour_is_answered_meanwhile()
    {
        var agents = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => api.As("musterstadt", Role.Agent)));
        var neighbour = await api.As("beispielburg", Role.Agent);
        await neighbour.Get(List).ShouldAnswer(HttpStatusCode.OK);
        var tickets = await Task.WhenAll(Enumerable.Range(0, 30).Select(async place => (await agents[place % 6].Open()).Id()));

        await using var held = await Hold($"select 1 from ticket where tenant_id = '{api.Musterstadt.Value}' for update");
        var comments = tickets.Select((ticket, place) => agents[place % 6].Say(ticket, "Nochmal")).ToList();
        await Eventually.Holds(async () => await Hanging() == 5);
        for (var look = 0; look < 5; look++)
        {
            await neighbour.Get(List).ShouldAnswer(HttpStatusCode.OK);
            (await Hanging()).ShouldBeInRange(1, 5);
        }

        comments.Count(comment => !comment.IsCompleted).ShouldBeGreaterThan(5, "they wait, and nobody is refused for that");
        await held.DisposeAsync();
        await Task.WhenAll(comments);
    }

    [Fact]
    public async Task Sixty_four_searches_of_one_agent_take_one_connection_while_quick_lists_go_on()
    {
        var agent = await api.As("musterstadt", Role.Agent);
        var neighbour = await api.As("beispielburg", Role.Agent);
        await agent.Open();
        // Where the index has nothing yet, a search may end without asking what is held.
        await Eventually.Holds(async () => (await agent.Get($"{List}&text=drucker").Json()).Ids().Any());
        await using var held = await HoldSearches();

        var searches = Enumerable.Range(0, 64).Select(_ => agent.Get($"{List}&text=drucker")).ToList();
        await Eventually.Holds(() => Task.FromResult(searches.Count(search => search.IsCompleted) >= 47));
        await Eventually.Holds(async () => await Hanging() == 1);
        await agent.Get(List).ShouldAnswer(HttpStatusCode.OK);
        await neighbour.Get(List).ShouldAnswer(HttpStatusCode.OK);
        (await Hanging()).ShouldBe(1);

        await searches.First(search => search.IsCompleted).ShouldRefuse(HttpStatusCode.TooManyRequests, "too-many-at-once");
        await held.DisposeAsync();
        await Task.WhenAll(searches);
    }

    [Fact]
    public async Task A_body_that_comes_slowly_keeps_nobody_waiting()
    {
        var agent = await api.As("musterstadt", Role.Agent);
        var token = agent.DefaultRequestHeaders.Authorization!.Parameter;
        var slow = new List<System.Net.Sockets.TcpClient>();
        for (var i = 0; i < 4; i++)
        {
            var client = new System.Net.Sockets.TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, api.Port);
            await client.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(
                $"POST {TicketCalls.Tickets} HTTP/1.1\r\nHost: musterstadt.localhost\r\nAuthorization: Bearer {token}\r\n"
                    + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"));
            slow.Add(client);
        }

        for (var i = 0; i < 5; i++)
            await agent.Get(List).ShouldAnswer(HttpStatusCode.OK);
        slow.ForEach(client => client.Dispose());
    }

    private async Task<NpgsqlConnection> Hold(string sql)
    {
        var connection = await api.Postgres.Superuser.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"begin; {sql}";
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    // Every search for words goes through this function: the lock must go with its transaction.
    private async Task<NpgsqlConnection> HoldSearches()
    {
        await api.Postgres.Run("""
            create or replace function search_queries(tenant uuid, terms text[], exact boolean) returns tsquery[] language plpgsql immutable as
            $$ begin perform pg_advisory_xact_lock_shared(64); return array['x'::tsquery]; end $$
            """);
        return await Hold("select pg_advisory_xact_lock(64)");
    }

    private async Task<long> Hanging()
    {
        return (long)(await api.Postgres.Ask("""
            select count(*) from pg_stat_activity
            where datname = current_database() and usename <> current_user and wait_event_type = 'Lock'
            """))!;
    }
}
