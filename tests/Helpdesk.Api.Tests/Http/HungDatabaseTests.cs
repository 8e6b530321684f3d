using Helpdesk.Api.Tests.FeatureFlags;
using Microsoft.Extensions.Hosting;

namespace Helpdesk.Api.Tests.Http;

/// <summary>
/// The database stands still, with all its connections open. Statements have ten minutes, so nothing that is refused here was refused
/// because its own time was over.
/// </summary>
public sealed class HungDatabaseTests(ApiFixture api) : IClassFixture<ApiFixture>, IAsyncLifetime
{
    private const int Waiting = 10;

    private readonly string email = Some.Email();
    private DatabaseProxy network = null!;
    private ApiHost host = null!;

    public async Task InitializeAsync()
    {
        network = new(api.Postgres.Connections);
        host = api.NewHost(
            null, ("Helpdesk:Cluster:Id", "hung"), ("Helpdesk:Database", network.Connections.Application),
            ("Helpdesk:Database:Worker", network.Connections.Worker), ("Helpdesk:Database:Owner", network.Connections.Owner),
            ("Helpdesk:Database:CommandTimeout", "00:10:00"), ("Helpdesk:Database:Silence", "00:00:03"));
        await api.Enrol(api.Musterstadt, Role.Agent, email);
    }

    public async Task DisposeAsync()
    {
        network.Resume();
        network.CloseCut(); // a host does not end before its statements have
        await host.DisposeAsync();
        await network.DisposeAsync();
    }

    [Fact]
    public async Task While_it_hangs_everybody_hears_at_once_and_afterwards_everything_goes_on()
    {
        var silence = host.Services.GetRequiredService<DatabaseSilence>();
        var guest = api.Client("musterstadt", of: host);
        var agent = api.Client("musterstadt", (await api.Tokens("musterstadt", email)).AccessToken, host);
        var program = api.Client("musterstadt", await api.Key("musterstadt"), host);
        await Eventually.Holds(async () => (await agent.Get(TicketCalls.Tickets)).StatusCode == HttpStatusCode.OK);
        await Eventually.Holds(async () => (await program.EvaluateAll("someone")).StatusCode == HttpStatusCode.OK);
        var gone = api.Client("musterstadt", (await api.Tokens("musterstadt", email)).AccessToken, host);
        await gone.EvaluateAll().ShouldAnswer(HttpStatusCode.OK);
        await gone.Post("/api/v1/auth/logout", new { }).ShouldAnswer(HttpStatusCode.NoContent);

        network.Stall();
        var waiting = Enumerable.Range(0, Waiting).Select(_ => agent.Get(TicketCalls.Tickets)).ToList();
        waiting.Add(guest.Post("/api/v1/auth/login", new { email, password = ApiFixture.Password }));
        api.Time.Advance(TimeSpan.FromMinutes(1)); // what was known of tenant and key is too old
        await guest.Get("/health/live").ShouldAnswer(HttpStatusCode.OK);
        await program.EvaluateAll("someone").ShouldAnswer(HttpStatusCode.OK);
        await agent.EvaluateAll().ShouldAnswer(HttpStatusCode.OK);
        await Eventually.Holds(() => Task.FromResult(silence.IsComplete));

        // Also those who have begun to wait before: their own time would be over in ten minutes.
        foreach (var answer in waiting)
            await answer.ShouldRefuse(HttpStatusCode.ServiceUnavailable, "storage-unavailable");
        await guest.Post("/api/v1/auth/login", new { email, password = ApiFixture.Password }).ShouldRefuse(
            HttpStatusCode.ServiceUnavailable, "storage-unavailable");
        await agent.Get(TicketCalls.Tickets).ShouldRefuse(HttpStatusCode.ServiceUnavailable, "storage-unavailable");
        await guest.Get("/health/ready").ShouldRefuse(HttpStatusCode.ServiceUnavailable, "storage-unavailable");
        await guest.Get("/health/live").ShouldAnswer(HttpStatusCode.OK);
        await program.EvaluateAll("someone").ShouldAnswer(HttpStatusCode.OK);
        await agent.EvaluateAll().ShouldAnswer(HttpStatusCode.OK);
        (await gone.EvaluateAll()).StatusCode.ShouldBeOneOf(HttpStatusCode.Unauthorized, HttpStatusCode.ServiceUnavailable);
        await agent.Get("/api/v1/auth/sessions").ShouldRefuse(HttpStatusCode.ServiceUnavailable, "storage-unavailable");
        silence.IsComplete.ShouldBeTrue();

        network.Resume();
        await Eventually.Holds(async () => (await agent.Get(TicketCalls.Tickets)).StatusCode == HttpStatusCode.OK);
        await guest.Get("/health/ready").ShouldAnswer(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Connections_that_were_dropped_in_between_are_made_anew_and_the_host_goes_on()
    {
        var database = host.Services.GetRequiredService<Database>();
        var agent = api.Client("musterstadt", (await api.Tokens("musterstadt", email)).AccessToken, host);
        await Eventually.Holds(async () => (await agent.Get(TicketCalls.Tickets)).StatusCode == HttpStatusCode.OK);
        var before = database.Forgotten;

        network.Cut();
        await Eventually.Holds(
            () => Task.FromResult(database.Forgotten != before), "Nobody found that the connections are dead.");

        await Eventually.Holds(async () => (await agent.Get(TicketCalls.Tickets)).StatusCode == HttpStatusCode.OK);
        host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested.ShouldBeFalse();
    }
}
