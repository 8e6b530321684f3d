using Helpdesk.Api.Tests.Tickets;

namespace Helpdesk.Api.Tests.Live;

[Collection(SharedHosts.ManyTowns)]
public sealed class EventTests(ApiFixture api)
{
    [Fact]
    public async Task Who_may_read_a_ticket_hears_what_happens_to_it_in_their_own_version()
    {
        var (agent, _) = await api.Person("musterstadt", Role.Agent);
        var (customer, _) = await api.Person("musterstadt", Role.Customer);
        await using var desk = await EventStream.Listen(agent);
        await using var own = await EventStream.Listen(customer);

        var ticket = await customer.Open();
        await agent.Say(ticket.Id(), "Ich sehe nach.").ShouldAnswer(HttpStatusCode.Created);

        var opened = await Of(own, ticket);
        (opened.Name, opened["number"], opened["tenant"]).ShouldBe(("ticket", (string?)ticket["number"], null));
        opened.Changes.ShouldBe(["opened"]);
        (await Of(own, ticket)).Changes.ShouldContain("commented");
        (await Of(desk, ticket)).Changes.ShouldBe(["opened"]);
        var said = await Of(desk, ticket);
        said.Changes.ShouldContain("commented");
        said["version"].ShouldBe($"{(await agent.Read(ticket.Id())).Version()}");
    }

    [Fact]
    public async Task A_customer_hears_of_nothing_that_is_staffs_own_and_no_version_tells_of_it()
    {
        var (agent, _) = await api.Person("musterstadt", Role.Agent);
        var (customer, _) = await api.Person("musterstadt", Role.Customer);
        var (stranger, _) = await api.Person("musterstadt", Role.Customer);
        var ticket = await customer.Open();
        await using var own = await EventStream.Listen(customer);
        await using var strange = await EventStream.Listen(stranger);

        for (var note = 0; note < 3; note++)
            await agent.Say(ticket.Id(), "Schwieriger Fall.", "internal").ShouldAnswer(HttpStatusCode.Created);
        await agent.Send(HttpMethod.Put, $"{TicketCalls.Tickets}/{ticket.Id()}/tags/drucker", null).ShouldAnswer(HttpStatusCode.OK);
        await agent.Say(ticket.Id(), "Bitte neu starten.").ShouldAnswer(HttpStatusCode.Created);
        var marker = await stranger.Open("Ein anderes");

        // What was not visible to everybody when the stream began may be told still.
        var next = await own.Next();
        if (next.Changes.Contains("opened"))
            next = await own.Next();
        (next.Name, next["ticket"], next["version"]).ShouldBe(
            ("ticket", ticket.Id(), $"{(await customer.Read(ticket.Id())).Version()}"));
        next.Changes.ShouldBe(["commented"]);
        (await strange.Next())["ticket"].ShouldBe(marker.Id());
    }

    [Fact]
    public async Task Who_comes_again_with_the_last_id_missed_nothing_and_gets_nothing_twice()
    {
        var (agent, _) = await api.Person("musterstadt", Role.Agent);
        var (customer, _) = await api.Person("musterstadt", Role.Customer);
        var ticket = await customer.Open();
        string last;
        await using (var before = await EventStream.Listen(customer))
        {
            await customer.Say(ticket.Id(), "Eins").ShouldAnswer(HttpStatusCode.Created);
            await Of(before, ticket);
            last = before.LastId!;
        }

        await agent.Say(ticket.Id(), "Zwei").ShouldAnswer(HttpStatusCode.Created);
        await agent.Say(ticket.Id(), "Intern", "internal").ShouldAnswer(HttpStatusCode.Created);
        await customer.Say(ticket.Id(), "Drei").ShouldAnswer(HttpStatusCode.Created);

        // Elsewhere, and in a process that began afterwards.
        await using var elsewhere = api.NewHost();
        var there = api.Client("musterstadt", customer.DefaultRequestHeaders.Authorization!.Parameter, elsewhere);
        await using var after = await EventStream.Open(there, last);
        var ready = await after.Next();
        (ready.Name, (bool?)ready.Data!["resumed"], (int?)ready.Data["heartbeat_seconds"]).ShouldBe(("ready", true, 15));
        var heard = new[] { await Of(after, ticket), await Of(after, ticket) };
        heard.SelectMany(one => one.Changes).Count(change => change == "commented").ShouldBe(2);
        await customer.Say(ticket.Id(), "Vier").ShouldAnswer(HttpStatusCode.Created);
        (await Of(after, ticket)).Changes.ShouldContain("commented");
    }

    [Fact]
    public async Task An_id_that_is_too_old_not_ones_own_or_no_id_at_all_is_answered_with_read_anew()
    {
        var (customer, _) = await api.Person("musterstadt", Role.Customer);
        var (other, _) = await api.Person("musterstadt", Role.Customer);
        await using var listening = await EventStream.Listen(other);
        var ids = new[] { listening.LastId!, "17", new string('x', 2_000), $"{listening.LastId![..^2]}AA" };
        foreach (var id in ids)
        {
            await using var stream = await EventStream.Open(customer, id);
            var first = await stream.Next();
            (first.Name, first["reason"]).ShouldBe(("reset", "unreadable"), id);
            first.Id.ShouldNotBeNull();
        }

        await other.Open();
        await using var short_ = api.NewHost(null, ("Helpdesk:Live:CatchUp", "0"));
        var there = api.Client("musterstadt", other.DefaultRequestHeaders.Authorization!.Parameter, short_);
        await listening.Next("ticket");
        await using var late = await EventStream.Open(there, ids[0]);
        var reset = await late.Next();
        (reset.Name, reset["reason"]).ShouldBe(("reset", "too_old"));
        var next = await other.Open("Danach");
        (await late.Next("ticket"))["ticket"].ShouldBe(next.Id());
    }

    [Fact]
    public async Task A_deleted_ticket_is_gone_for_whoever_could_read_it()
    {
        var (admin, _) = await api.Person("musterstadt", Role.Admin);
        var (customer, _) = await api.Person("musterstadt", Role.Customer);
        var ticket = await customer.Open();
        await using var own = await EventStream.Listen(customer);

        await admin.Delete($"{TicketCalls.Tickets}/{ticket.Id()}").ShouldAnswer(HttpStatusCode.NoContent);

        var gone = await own.Next("gone");
        (gone.Name, gone["ticket"]).ShouldBe(("gone", ticket.Id()));
        gone.Data!.ToJsonString().ShouldNotContain((string)ticket["number"]!);
    }

    [Fact]
    public async Task At_the_desk_one_stream_runs_over_all_tenants_served_and_no_other()
    {
        var email = Some.Email();
        await api.EnrolServiceStaff(email, (api.Beispielburg, Role.Agent));
        var here = await api.As("musterstadt", Role.Customer);
        var there = await api.As("beispielburg", Role.Customer);
        await using var desk = await EventStream.Listen(await api.SignedIn("desk", email));
        var inPath = await EventStream.Listen(await api.SignedIn("desk", email), path: "/api/v1/tenants/beispielburg/events");

        await here.Open();
        var served = await there.Open();

        var heard = await desk.Next();
        (heard["ticket"], heard["tenant"]).ShouldBe((served.Id(), "beispielburg"));
        (await inPath.Next())["ticket"].ShouldBe(served.Id());
        await inPath.DisposeAsync();
    }

    [Fact]
    public async Task The_answer_is_kept_by_nobody_and_of_a_question_for_its_head_nothing_stays_open()
    {
        var customer = await api.As("musterstadt", Role.Customer);
        await using var stream = await EventStream.Open(customer);
        stream.Answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        stream.Answer.Headers.GetValues("X-Accel-Buffering").ShouldBe(["no"]);
        stream.Answer.Content.Headers.ContentEncoding.ShouldBeEmpty();

        for (var ask = 0; ask < 25; ask++)
            await customer.Send(HttpMethod.Head, "/api/v1/events", null).ShouldAnswer(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_commits_behind_a_transaction_that_stays_open_comes_afterwards_in_order_and_once()
    {
        var (customer, _) = await api.Person("musterstadt", Role.Customer);
        await using var own = await EventStream.Listen(customer);
        await using var holding = await api.Postgres.Superuser.OpenConnectionAsync();
        await using var transaction = await holding.BeginTransactionAsync();
        await using (var begin = holding.CreateCommand())
        {
            begin.CommandText = "select pg_current_xact_id()";
            await begin.ExecuteScalarAsync();
        }

        var ids = new List<string>();
        for (var number = 0; number < 5; number++)
            ids.Add((await customer.Open($"Ticket {number}")).Id());
        var first = own.Next();
        // Other streams go through their first words meanwhile: the feed is read, and nothing of it can be told yet.
        await using (await EventStream.Listen(customer))
            first.IsCompleted.ShouldBeFalse();
        await transaction.CommitAsync();

        var heard = new List<string?> { (await first)["ticket"] };
        var last = (await customer.Open("Zuletzt")).Id();
        while (heard[^1] != last)
            heard.Add((await own.Next())["ticket"]);
        heard.ShouldBe([.. ids, last]);
    }

    private static async Task<Block> Of(EventStream stream, JsonNode ticket)
    {
        while (true)
        {
            if (await stream.Next() is var block && block.Data!["ticket"]?.ToString() == ticket.Id())
                return block;
        }
    }
}
