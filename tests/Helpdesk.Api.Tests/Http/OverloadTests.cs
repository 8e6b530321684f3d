using Npgsql;
using Orleans.Configuration;

namespace Helpdesk.Api.Tests.Http;

/// <summary>What callers are told when the engine cannot take their call, or does not answer it in time.</summary>
public sealed class OverloadTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    // A cluster of its own: else the ticket's grain may live in another host, which has not these limits.
    private static readonly (string, string)[] Alone =
    [
        ("Helpdesk:Cluster:Id", "overload"),
        // Longer than any of these tests: they are about the engine's patience, not the database's.
        ("Helpdesk:Database:CommandTimeout", "00:01:00"),
        // So that one account may have five requests under way.
        ("Helpdesk:Database:ApplicationPool", "40"),
    ];

    [Fact]
    public async Task A_ticket_at_which_too_many_wait_refuses_with_503_and_nothing_is_done()
    {
        await using var host = api.NewHost(
            services => services.Configure<SiloMessagingOptions>(messaging => messaging.MaxEnqueuedRequestsHardLimit = 1), Alone);
        var (agent, id) = await Ticket(host);

        var held = await Hold(id);
        var comments = Enumerable.Range(0, 5).Select(number => agent.Say(id, $"Nummer {number}")).ToList();
        var refused = new List<Task<HttpResponseMessage>>();
        while (refused.Count < 3)
        {
            var answered = await Task.WhenAny(comments);
            comments.Remove(answered);
            refused.Add(answered);
        }

        foreach (var answer in refused)
            await answer.ShouldRefuse(HttpStatusCode.ServiceUnavailable, "overloaded");
        await held.DisposeAsync();
        foreach (var answer in comments)
            await answer.ShouldAnswer(HttpStatusCode.Created);
        (await agent.Read(id)).Bodies().Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_call_that_takes_too_long_is_503_and_its_retry_has_the_effect_once()
    {
        await using var host = api.NewHost(
            services => services.Configure<SiloMessagingOptions>(messaging => messaging.ResponseTimeout = TimeSpan.FromSeconds(5)), Alone);
        var (agent, id) = await Ticket(host);
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());

        await using (await Hold(id))
            await agent.Post($"{TicketCalls.Tickets}/{id}/comments", new { body = "Einmal" }, key).ShouldRefuse(
                HttpStatusCode.ServiceUnavailable, "timeout");

        await agent.Post($"{TicketCalls.Tickets}/{id}/comments", new { body = "Einmal" }, key).ShouldAnswer(HttpStatusCode.Created);
        (await agent.Read(id)).Bodies().ShouldBe(["Einmal"]);
    }

    [Fact]
    public async Task A_row_that_stays_locked_is_503_and_its_retry_has_the_effect_once()
    {
        await using var host = api.NewHost(null, ("Helpdesk:Cluster:Id", "locked"), ("Helpdesk:Database:CommandTimeout", "00:00:01"));
        var (agent, id) = await Ticket(host);
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());

        await using (await Hold(id))
            await agent.Post($"{TicketCalls.Tickets}/{id}/comments", new { body = "Einmal" }, key).ShouldRefuse(
                HttpStatusCode.ServiceUnavailable, "record-locked");

        await agent.Post($"{TicketCalls.Tickets}/{id}/comments", new { body = "Einmal" }, key).ShouldAnswer(HttpStatusCode.Created);
        (await agent.Read(id)).Bodies().ShouldBe(["Einmal"]);
    }

    // Through the same host that the test asks.
    private async Task<(HttpClient Agent, string Ticket)> Ticket(ApiHost host)
    {
        var agent = api.Client(
            "musterstadt", (await api.As("musterstadt", Role.Agent)).DefaultRequestHeaders.Authorization!.Parameter, host);
        return (agent, (await agent.Open()).Id());
    }

    /// <summary>Until disposed, nothing can be written to the ticket, so that whoever tries waits inside its grain.</summary>
    private async Task<NpgsqlConnection> Hold(string ticket)
    {
        var connection = await api.Postgres.Superuser.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"begin; select 1 from ticket where id = '{ticket}' for update";
        await command.ExecuteNonQueryAsync();
        return connection;
    }
}
