using Helpdesk.Api.Tests.Isolation;
using Helpdesk.Api.Tests.Tickets;

namespace Helpdesk.Api.Tests.Http;

/// <summary>
/// What GET answers, PUT accepts, and nothing changes by it: made from the OpenAPI document, so that an address that is added is in it.
/// </summary>
public sealed partial class RoundTripTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    // Brings the policies into another order: no picture of what is read there.
    // What somebody does just now is one word in the list of all, and kept for seconds.
    // One browser joins the list of all.
    private static readonly string[] NoPicture = ["/sla/policies", "/presence", "/appearance/logo", "/push/subscriptions"];

    [Fact]
    public async Task What_is_read_can_be_sent_back_as_it_is()
    {
        var all = api.Contract.Operations.GroupBy(operation => operation.Path)
            .Where(path => path.Any(Is("GET")) && path.Any(Is("PUT")) && !NoPicture.Any(path.Key.EndsWith)).ToList();
        // At the reserved hosts many stand a second time, with the tenant in the address.
        var pairs = all.Where(path => all.All(other => other == path || !path.Key.EndsWith(other.Key["/api/v1".Length..]))).ToList();
        pairs.Count.ShouldBeGreaterThan(12, "the document must have been read");

        var faults = new List<string>();
        foreach (var pair in pairs)
        {
            var client = pair.Key.StartsWith("/api/v1/tenant", StringComparison.Ordinal)
                ? await api.SignedIn("console", api.OperatorEmail) : await api.As("musterstadt", Role.Admin);
            var address = await Filled(pair.Key, client);
            var read = await client.Get(address);
            var before = await read.Content.ReadAsStringAsync();
            if (read.Headers.ETag is not { } version)
            {
                faults.Add($"{pair.Key} without a version: {(int)read.StatusCode} {before}");
                continue;
            }

            var sent = await client.Send(HttpMethod.Put, address, before, ("If-Match", version.ToString()));
            var after = await (await client.Get(address)).Content.ReadAsStringAsync();
            if (!sent.IsSuccessStatusCode)
                faults.Add($"{pair.Key}: {before}\n  {(int)sent.StatusCode} {await sent.Content.ReadAsStringAsync()}");
            else if (!Equals(sent.Headers.ETag, version))
                faults.Add($"{pair.Key} is another version: {sent.Headers.ETag} after {version}");
            else if (after != before)
                faults.Add($"{pair.Key} changed:\n  {before}\n  {after}");
        }

        faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Role.Agent)]
    [InlineData(Role.Customer)]
    public async Task A_ticket_can_be_sent_back_as_it_is_in_every_status_and_when_it_was_merged(Role role)
    {
        var agent = await api.As("musterstadt", Role.Agent);
        var (customer, _) = await api.Person("musterstadt", Role.Customer);
        var who = role == Role.Customer ? customer : agent;
        foreach (var status in (string[])["open", "in_progress", "waiting_on_customer", "resolved", "closed", "merged"])
        {
            var address = $"/api/v1/tickets/{await InStatus(customer, agent, status)}";
            var read = await who.Get(address);
            var before = await read.Content.ReadAsStringAsync();

            var sent = await who.Send(HttpMethod.Put, address, before, ("If-Match", read.Headers.ETag!.ToString()));

            (await sent.Content.ReadAsStringAsync(), sent.StatusCode).Item2.ShouldBe(
                HttpStatusCode.OK, $"{status}: {before} {await sent.Content.ReadAsStringAsync()}");
            sent.Headers.ETag.ShouldBe(read.Headers.ETag, status);
            (await (await who.Get(address)).Content.ReadAsStringAsync()).ShouldBe(before, status);
            await who.Send(HttpMethod.Put, address, before, ("If-Match", "\"99\"")).ShouldRefuse(
                HttpStatusCode.PreconditionFailed, "stale-version");
        }
    }

    [Fact]
    public async Task An_archived_flag_can_be_sent_back_as_it_is()
    {
        var (admin, address) = (await api.As("musterstadt", Role.Admin), $"/api/v1/flags/{Some.Word()}");
        const string Flag = """{"variants":{"on":true,"off":false},"default_variant":"off"}""";
        await admin.Send(HttpMethod.Put, address, Flag, ("If-None-Match", "*")).ShouldAnswer(HttpStatusCode.Created);
        await admin.Delete(address).ShouldAnswer(HttpStatusCode.NoContent);
        var read = await admin.Get(address);
        var before = await read.Content.ReadAsStringAsync();

        var sent = await admin.Send(HttpMethod.Put, address, before, ("If-Match", read.Headers.ETag!.ToString()));

        (sent.StatusCode, sent.Headers.ETag).ShouldBe((HttpStatusCode.OK, read.Headers.ETag));
        (await (await admin.Get(address)).Content.ReadAsStringAsync()).ShouldBe(before);
        var other = System.Text.Json.Nodes.JsonNode.Parse(before)!;
        other["description"] = "Anders";
        await admin.Send(HttpMethod.Put, address, other.ToJsonString(), ("If-Match", read.Headers.ETag!.ToString())).ShouldRefuse(
            HttpStatusCode.Conflict, "flag-archived");
    }

    private static async Task<string> InStatus(HttpClient customer, HttpClient agent, string status)
    {
        var id = (await customer.Open()).Id();
        if (status is "closed")
            await agent.Post($"/api/v1/tickets/{id}/close", new { resolution_text = "Erledigt." }).ShouldAnswer(HttpStatusCode.OK);
        else if (status is "merged")
            await agent.Post($"/api/v1/tickets/{id}/merge", new { target = (await customer.Open()).Id() }).ShouldAnswer(HttpStatusCode.OK);
        else if (status is not "open")
            await agent.Change(id, 1, new { status = "in_progress", assignee = "me" }).ShouldAnswer(HttpStatusCode.OK);
        if (status is "waiting_on_customer" or "resolved")
            await agent.Change(id, (await agent.Read(id)).Version(), status == "resolved"
                ? new { status, resolution_text = "Erledigt." } : (object)new { status }).ShouldAnswer(HttpStatusCode.OK);
        return id;
    }

    private static Func<Operation, bool> Is(string method) => operation => operation.Method == method;

    private async Task<string> Filled(string path, HttpClient client)
    {
        // Nobody has one until they choose it.
        if (path.EndsWith("/mail/outgoing", StringComparison.Ordinal))
            await client.Send(HttpMethod.Put, path, """{"host":"127.0.0.1","port":25,"security":"none","from":"a@musterstadt.example"}""")
                .ShouldAnswer(HttpStatusCode.OK);
        var makers = new IsolationTests(api).KnownThings.Makers;
        var parts = path.Split('/');
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i] == "{tenant}")
                parts[i] = "musterstadt";
            else if (parts[i] == "{kind}")
                parts[i] = "answer";
            else if (parts[i] is "{template}" or "{language}")
                parts[i] = parts[i] == "{language}" ? "de" : "reset_password";
            else if (parts[i] == "{text}")
                parts[i] = "accessibility";
            else if (parts[i].StartsWith('{'))
                parts[i] = parts[i - 1] == "tenant-templates" ? "standard" : await makers[parts[i - 1]](client);
        }

        var address = string.Join('/', parts);
        // What stands in place of a text that nobody has written is nobody's.
        if (path.EndsWith("/texts/{text}/{language}", StringComparison.Ordinal))
            await client.Send(HttpMethod.Put, address, """{"text":"Geprüft."}""", ("If-Match", "\"0\"")).ShouldAnswer(HttpStatusCode.OK);
        return address;
    }
}
