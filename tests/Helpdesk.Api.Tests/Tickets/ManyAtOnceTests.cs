using System.Collections.Concurrent;

namespace Helpdesk.Api.Tests.Tickets;

/// <summary>Many people on one ticket at the same moment.</summary>
[Collection(SharedHosts.ManyTowns)]
public sealed class ManyAtOnceTests(ApiFixture api)
{
    [Fact]
    public async Task A_thousand_interleaved_commands_leave_a_history_without_gap_and_every_one_of_them_once()
    {
        const int Clients = 8, Commands = 125;
        var (customer, _) = await api.Person("musterstadt", Role.Customer);
        var (agent, _) = await api.Person("musterstadt", Role.Agent);
        var id = (await customer.Open()).Id();
        var (said, changed, stale) = (new ConcurrentBag<string>(), 0, 0);

        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            for (var i = 0; i < Commands; i++)
            {
                if (i % 5 == 4)
                    await Change(client, i);
                else
                    await Say(client % 2 == 0 ? agent : customer, $"{client}-{i}");
            }
        })));

        var versions = await api.Column($"select version from event where stream_id = '{id}' order by version");
        var bodies = await api.Column($"select data ->> 'body' from event where stream_id = '{id}' and kind = 'ticket.commented'");
        versions.Select(int.Parse).ShouldBe(Enumerable.Range(1, versions.Count));
        bodies.ShouldBe(said, ignoreOrder: true);
        (changed + stale).ShouldBe(Clients * Commands / 5);
        (await api.Column($"select version from event where stream_id = '{id}' and kind = 'ticket.subject_changed'")).Count.ShouldBe(
            changed);
        (await agent.Read(id)).Version().ShouldBe(versions.Count);

        async Task Say(HttpClient who, string body)
        {
            await who.Say(id, body).ShouldAnswer(HttpStatusCode.Created);
            said.Add(body);
        }

        async Task Change(int client, int i)
        {
            var answer = await agent.Change(id, (await agent.Read(id)).Version(), new { subject = $"Betreff {client}-{i}" });
            answer.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.PreconditionFailed);
            Interlocked.Increment(ref answer.StatusCode == HttpStatusCode.OK ? ref changed : ref stale);
        }
    }

    [Fact]
    public async Task Of_two_closings_one_is_accepted_and_one_refused_and_a_stale_version_is_412()
    {
        var (agent, _) = await api.Person("musterstadt", Role.Agent);
        for (var round = 0; round < 10; round++)
        {
            var id = (await agent.Open()).Id();
            var both = await Task.WhenAll(Close(id), Close(id));

            both.Select(answer => answer.StatusCode).Order().ShouldBe([HttpStatusCode.OK, HttpStatusCode.Conflict]);
            await agent.Change(id, 1, new { subject = "Zu spät" }).ShouldRefuse(HttpStatusCode.PreconditionFailed, "stale-version");
        }

        Task<HttpResponseMessage> Close(string id) => agent.Post($"{TicketCalls.Tickets}/{id}/close", new { resolution_text = "Erledigt" });
    }

    [Fact]
    public async Task A_key_makes_every_retry_harmless()
    {
        var (customer, _) = await api.Person("musterstadt", Role.Customer);
        var key = ("Idempotency-Key", $"\"{Guid.NewGuid():N}\"");
        var body = new { subject = "Nur einmal", description = "Bitte." };

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => customer.Post(TicketCalls.Tickets, body, key)));
        var ids = await Task.WhenAll(answers.Select(answer => Task.FromResult(answer).Json(HttpStatusCode.Created)));

        ids.Select(ticket => ticket.Id()).Distinct().Count().ShouldBe(1);
        answers.Count(answer => answer.Headers.Contains("Idempotency-Replayed")).ShouldBe(19);
        await customer.Post(TicketCalls.Tickets, body with { subject = "Etwas anderes" }, key).ShouldRefuse(
            HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
    }
}
