using System.Diagnostics;
using Helpdesk.Api.Tests.Tenants;
using Helpdesk.Api.Tests.Tickets;

namespace Helpdesk.Api.Tests.Live;

/// <summary>Whoever may not listen any more hears nothing more, within five seconds.</summary>
[Collection(SharedHosts.ManyTowns)]
public sealed class EndedEventsTests(ApiFixture api)
{
    // What is read may be a machine's pause late; the rule is five.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_session_that_ends_ends_its_stream()
    {
        var customer = await api.As("musterstadt", Role.Customer);
        await using var stream = await EventStream.Listen(customer);

        await EndsWith(stream, "invalid-token", () => customer.Post("/api/v1/auth/logout").ShouldAnswer(HttpStatusCode.NoContent));
    }

    [Fact]
    public async Task So_does_a_suspended_membership()
    {
        var (admin, _) = await api.Person("musterstadt", Role.Admin);
        var (agent, id) = await api.Person("musterstadt", Role.Agent);
        await using var stream = await EventStream.Listen(agent);

        await EndsWith(stream, "invalid-token", () => admin.Patch(
            $"/api/v1/users/{id}", new { status = "suspended" }, ("If-Match", "\"1\"")).ShouldAnswer(HttpStatusCode.OK));
    }

    [Fact]
    public async Task So_does_a_revoked_key()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var key = await admin.Post("/api/v1/api-keys", new { name = "Strom", scopes = new[] { "tickets:read" } })
            .Json(HttpStatusCode.Created);
        await using var stream = await EventStream.Listen(api.Client("musterstadt", (string)key["key"]!));

        await EndsWith(stream, "invalid-token", () => admin.Delete($"/api/v1/api-keys/{key["id"]}").ShouldAnswer(HttpStatusCode.NoContent));
    }

    [Fact]
    public async Task So_does_a_suspended_tenant()
    {
        var town = await TestTown.New(api);
        await using var stream = await EventStream.Listen(town.Admin);

        await EndsWith(stream, "not-found", () => town.Console.Post(
            $"/api/v1/tenants/{town.Slug}/suspend", new { reason = "Vertrag ruht." }).ShouldAnswer(HttpStatusCode.OK));
    }

    [Fact]
    public async Task Who_becomes_a_customer_reads_anew_and_hears_of_their_own_tickets_only()
    {
        var (admin, _) = await api.Person("musterstadt", Role.Admin);
        var (agent, id) = await api.Person("musterstadt", Role.Agent);
        var other = await api.As("musterstadt", Role.Customer);
        await using var stream = await EventStream.Listen(agent);

        // Right behind the change of the role: what is told of this is decided by the role that they have by then.
        await admin.Patch($"/api/v1/users/{id}", new { role = "customer" }, ("If-Match", "\"1\"")).ShouldAnswer(HttpStatusCode.OK);
        var foreign = await other.Open("Nicht für andere");
        var own = await agent.Open("Mein eigenes");

        var blocks = new List<Block>();
        while (blocks is not [.., { Name: "ticket" } told] || told["ticket"] != own.Id())
            blocks.Add(await stream.Next());
        blocks.ShouldContain(block => block.Name == "reset" && block["reason"] == "rights_changed");
        blocks.ShouldNotContain(block => block.Name == "ticket" && block["ticket"] == foreign.Id());
    }

    private static async Task EndsWith(EventStream stream, string code, Func<Task> act)
    {
        await act();
        var since = Stopwatch.StartNew();
        var rest = await stream.Rest();
        since.Elapsed.ShouldBeLessThan(Soon);
        var end = rest[^1];
        (end.Name, end["code"]).ShouldBe(("end", code));
    }
}
