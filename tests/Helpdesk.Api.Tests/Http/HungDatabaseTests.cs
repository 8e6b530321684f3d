using Helpdesk.Api.Tests.FeatureFlags;
using Helpdesk.Api.Tests.Tickets;
using Helpdesk.Postgres.Sql;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Api.Tests.Http;

/// <summary>
/// The database stands still, with all its connections open. Statements have ten minutes, so nothing that is refused here was refused because
/// its own time was over.
/// </summary>
public sealed class HungDatabaseTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const int Waiting = 10;

    [Fact]
    public async Task While_it_hangs_everybody_hears_at_once_and_afterwards_everything_goes_on()
    {
        await using var network = new DatabaseProxy(api.Postgres.Connections);
        await using var host = api.NewHost(
            null, ("Helpdesk:Cluster:Id", "hung"), ("Helpdesk:Database", network.Connections.Application),
            ("Helpdesk:Database:Worker", network.Connections.Worker), ("Helpdesk:Database:Owner", network.Connections.Owner),
            ("Helpdesk:Database:CommandTimeout", "00:10:00"), ("Helpdesk:Database:Silence", "00:00:01"));
        var (email, silence) = (Some.Email(), host.Services.GetRequiredService<DatabaseSilence>());
        await api.Enrol(api.Musterstadt, Role.Agent, email);
        var guest = api.Client("musterstadt", of: host);
        var agent = api.Client("musterstadt", (await api.Tokens("musterstadt", email)).AccessToken, host);
        var program = api.Client("musterstadt", await api.Key("musterstadt"), host);
        await agent.Get(TicketCalls.Tickets).ShouldAnswer(HttpStatusCode.OK);
        await program.EvaluateAll("someone").ShouldAnswer(HttpStatusCode.OK);

        network.Stall();
        var waiting = Enumerable.Range(0, Waiting).Select(_ => agent.Get(TicketCalls.Tickets)).ToList();
        api.Time.Advance(TimeSpan.FromMinutes(1)); // what was known of tenant and key is too old
        await guest.Get("/health/live").ShouldAnswer(HttpStatusCode.OK);
        await program.EvaluateAll("someone").ShouldAnswer(HttpStatusCode.OK);
        await Eventually.Holds(() => Task.FromResult(silence.IsComplete));

        await guest.Post("/api/v1/auth/login", new { email, password = ApiFixture.Password }).ShouldRefuse(
            HttpStatusCode.ServiceUnavailable, "storage-unavailable");
        await agent.Get(TicketCalls.Tickets).ShouldRefuse(HttpStatusCode.ServiceUnavailable, "storage-unavailable");
        await guest.Get("/health/ready").ShouldRefuse(HttpStatusCode.ServiceUnavailable, "storage-unavailable");
        await guest.Get("/health/live").ShouldAnswer(HttpStatusCode.OK);
        await program.EvaluateAll("someone").ShouldAnswer(HttpStatusCode.OK);
        silence.IsComplete.ShouldBeTrue();

        network.Resume();
        await Eventually.Holds(async () => (await agent.Get(TicketCalls.Tickets)).StatusCode == HttpStatusCode.OK);
        await guest.Get("/health/ready").ShouldAnswer(HttpStatusCode.OK);
        foreach (var answer in waiting)
            (await answer).StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable);
    }
}
