using System.Collections.Concurrent;

namespace Helpdesk.Api.Tests.BadInput;

/// <summary>
/// Row B100: something is taken away from under people who are working. Each either had the effect that was acknowledged, or was refused;
/// nothing is left half done.
/// </summary>
[Collection(SharedHosts.MovedForTowns)]
public sealed class RacesTests(ApiFixture api)
{
    private const int Writers = 4, Comments = 25;

    [Fact]
    public async Task An_agent_who_is_removed_while_answering_leaves_whole_answers_only()
    {
        var (admin, _) = await api.Person("musterstadt", Role.Admin);
        var (agent, agentId) = await api.Person("musterstadt", Role.Agent);
        var id = (await admin.Open()).Id();

        var answers = await While(
            agent, id, () => admin.Delete($"/api/v1/users/{agentId}").ShouldAnswer(HttpStatusCode.NoContent), HttpStatusCode.Unauthorized,
            HttpStatusCode.NotFound, HttpStatusCode.Forbidden);

        await ShouldHold(id, answers);
        api.Time.Advance(TimeSpan.FromSeconds(5));
        (await agent.Say(id, "Zu spät")).StatusCode.ShouldBeOneOf(HttpStatusCode.Unauthorized, HttpStatusCode.NotFound);
        await ShouldHold(id, answers);
    }

    [Fact]
    public async Task A_ticket_that_is_deleted_while_people_write_takes_no_more()
    {
        var (admin, _) = await api.Person("musterstadt", Role.Admin);
        var (agent, _) = await api.Person("musterstadt", Role.Agent);
        var id = (await admin.Open()).Id();

        var answers = await While(
            agent, id, () => admin.Delete($"{TicketCalls.Tickets}/{id}").ShouldAnswer(HttpStatusCode.NoContent), HttpStatusCode.NotFound);

        await agent.Say(id, "Zu spät").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        await ShouldHold(id, answers);
        (await api.Column($"select kind from event where stream_id = '{id}' order by version desc limit 1")).ShouldBe(
            ["ticket.deleted"], "nothing comes after the deletion");
    }

    [Fact]
    public async Task A_tenant_that_is_suspended_while_people_work_keeps_what_was_acknowledged()
    {
        var console = await api.SignedIn("console", api.OperatorEmail);
        var (agent, _) = await api.Person("beispielburg", Role.Agent);
        var id = (await agent.Open()).Id();

        var answers = await While(
            agent, id, () => console.Post("/api/v1/tenants/beispielburg/suspend", new { reason = "Prüfung" })
                .ShouldAnswer(HttpStatusCode.OK), HttpStatusCode.Forbidden);

        api.Time.Advance(TimeSpan.FromSeconds(5));
        var refused = await agent.Say(id, "Zu spät").ShouldRefuse(HttpStatusCode.Forbidden, "tenant-suspended");
        ((string)refused["detail"]!).ShouldBe(TenantErrors.Suspended.De, "in the language of the account");
        await ShouldHold(id, answers);
        await console.Post("/api/v1/tenants/beispielburg/reactivate").ShouldAnswer(HttpStatusCode.OK);
    }

    /// <summary>Several comment at once; after some of it the act happens. Only these refusals are right.</summary>
    private static async Task<IReadOnlyCollection<string>> While(
        HttpClient writer, string ticket, Func<Task> act, params HttpStatusCode[] refusals)
    {
        var (acknowledged, begun) = (new ConcurrentBag<string>(), new TaskCompletionSource());
        var writing = Enumerable.Range(0, Writers).Select(number => Task.Run(async () =>
        {
            for (var i = 0; i < Comments; i++)
            {
                var body = $"{number}-{i}-{Some.Word()}";
                var answer = await writer.Say(ticket, body);
                if (answer.StatusCode == HttpStatusCode.Created)
                    acknowledged.Add(body);
                else
                    answer.StatusCode.ShouldBeOneOf(refusals);
                if (i == 3)
                    begun.TrySetResult();
            }
        })).ToList();
        await Task.WhenAny(begun.Task, Task.WhenAll(writing));
        await act();
        await Task.WhenAll(writing);
        acknowledged.ShouldNotBeEmpty();
        return acknowledged;
    }

    private async Task ShouldHold(string ticket, IReadOnlyCollection<string> acknowledged)
    {
        var versions = await api.Column($"select version from event where stream_id = '{ticket}' order by version");
        versions.Select(int.Parse).ShouldBe(Enumerable.Range(1, versions.Count));
        (await api.Column($"select data ->> 'body' from event where stream_id = '{ticket}' and kind = 'ticket.commented'")).ShouldBe(
            acknowledged, ignoreOrder: true);
    }
}
