namespace Helpdesk.Api.Tests.Isolation;

/// <summary>
/// The proof itself is put to the test: a host that leaks, in each way that the proof knows, and routes that nobody has told it about.
/// </summary>
public sealed partial class IsolationTests
{
    [Fact]
    public async Task The_proof_finds_a_ticket_that_is_shown_to_the_neighbours()
    {
        var there = await api.As(Foreign, Role.Admin);
        var leaky = Proof(async asked => asked.Method == HttpMethod.Get
            && await there.Get(asked.RequestUri!.AbsolutePath) is { IsSuccessStatusCode: true } theirs ? theirs : null);

        (await leaky.OfPaths(Named("ReadTicket"))).Faults.ShouldContain(
            fault => fault.StartsWith("Customer ReadTicket {id}: Seen { Status = 200"));
    }

    [Fact]
    public async Task The_proof_finds_an_answer_that_tells_that_there_is_something()
    {
        var there = await api.As(Foreign, Role.Admin);
        var leaky = Proof(
            async asked => asked.Method == HttpMethod.Get && (await there.Get(asked.RequestUri!.AbsolutePath)).IsSuccessStatusCode
            ? Answer(HttpStatusCode.NotFound, """{"code":"not-found","detail":"This ticket belongs to another municipality."}""")
            : null);

        (await leaky.OfPaths(Named("ReadTicket"))).Faults.ShouldContain(fault => fault.Contains("belongs to another"));
    }

    [Fact]
    public async Task The_proof_finds_what_is_written_behind_a_refusal()
    {
        var leaky = Proof(async asked =>
        {
            if (asked.Method == HttpMethod.Delete)
                await api.Column($"update ticket set subject = subject where tenant_id = '{api.Beispielburg}' and id = "
                    + $"'{asked.RequestUri!.Segments[^1]}' returning id");
            return null;
        });

        (await leaky.OfPaths(Named("DeleteTicket"))).Faults.ShouldContain(fault => fault.StartsWith("written there: ticket "));
    }

    [Fact]
    public async Task The_proof_finds_a_body_that_reaches_over()
    {
        var leaky = Proof(async asked => asked.Content is null || !await NamesTheirPeople(await asked.Content.ReadAsStringAsync())
            ? null
            : Answer(HttpStatusCode.OK, "{}"));

        (await leaky.OfBodies(Named("ChangeTicket"))).Faults.ShouldHaveSingleItem().ShouldStartWith(
            "ChangeTicket /assignee: Seen { Status = 200");
    }

    [Fact]
    public async Task The_proof_finds_a_body_that_everybody_is_refused()
    {
        var blind = Proof(asked => Task.FromResult<HttpResponseMessage?>(
            asked.Method == HttpMethod.Post ? Answer(HttpStatusCode.UnprocessableEntity, "{}") : null));

        (await blind.OfBodies(Named("LinkTicket"))).Faults.ShouldHaveSingleItem().ShouldStartWith("LinkTicket /ticket proves nothing");
    }

    [Fact]
    public async Task The_proof_finds_a_list_that_filters_by_the_neighbours_people()
    {
        var there = await api.As(Foreign, Role.Admin);
        await there.Post("/api/v1/tickets", new { subject = "Nebenan", description = "Etwas muss da sein." }).ShouldAnswer(
            HttpStatusCode.Created);
        var theirs = await there.Get("/api/v1/tickets").Json();
        var leaky = Proof(async asked => asked.RequestUri!.Query.Contains("requester=", StringComparison.Ordinal)
            && await NamesTheirPeople(asked.RequestUri.Query)
            ? Answer(HttpStatusCode.OK, theirs.ToJsonString())
            : null);

        (await leaky.OfQueries(Named("ListTickets"))).Faults.ShouldHaveSingleItem().ShouldStartWith("ListTickets ?requester");
    }

    [Fact]
    public async Task The_proof_finds_a_cursor_that_is_good_next_door()
    {
        var leaky = Proof(asked => Task.FromResult<HttpResponseMessage?>(
            asked.RequestUri!.Query.Contains("cursor=", StringComparison.Ordinal) ? Answer(HttpStatusCode.OK, """{"items":[]}""") : null));

        (await leaky.OfCursors(Named("ListTickets"))).Faults.ShouldHaveSingleItem().ShouldStartWith("ListTickets with the other's cursor");
    }

    [Fact]
    public async Task The_proof_finds_a_path_that_names_a_tenant_that_is_not_served()
    {
        var leaky = Proof(asked => Task.FromResult<HttpResponseMessage?>(
            asked.RequestUri!.AbsolutePath.Contains($"/tenants/{Foreign}/", StringComparison.Ordinal)
                ? Answer(HttpStatusCode.Forbidden, "{}") : null));

        (await leaky.OfNamedTenants(Named("ReadTicketInTenant"))).Faults.ShouldHaveSingleItem().ShouldStartWith(
            "desk ReadTicketInTenant {tenant}: Seen { Status = 403");
    }

    [Fact]
    public async Task The_proof_asks_for_a_case_of_every_new_route()
    {
        var document = api.Contract.Document.DeepClone();
        document["paths"]!["/api/v1/gadgets/{id}"] = JsonNode.Parse("""
            {"put":{"operationId":"ReplaceGadget","x-hosts":["tenant"],"responses":{},
             "parameters":[{"name":"id","in":"path","schema":{"type":"string","format":"uuid"}},
                           {"name":"keeper","in":"query","description":"Account id.","schema":{"type":"string"}}],
             "requestBody":{"content":{"application/json":{"schema":{"type":"object","properties":{"parts":{"type":"array","items":{"type":"string","format":"uuid"}}}}}}}}}
            """);
        var proof = new IsolationProof(api, OpenApiContract.Of(document.ToJsonString()), KnownThings);

        (await proof.OfPaths(Named("ReplaceGadget"))).Faults.Distinct().ShouldBe(
            ["ReplaceGadget {id}: say in Makers how to make one of gadgets"]);
        (await proof.OfBodies(Named("ReplaceGadget"))).Faults.ShouldBe(["ReplaceGadget /parts/0: say in References what 'parts' names"]);
        (await proof.OfQueries(Named("ReplaceGadget"))).Faults.ShouldBe(["ReplaceGadget ?keeper: say in References what it names"]);
    }

    private static Func<Operation, bool> Named(string id) => operation => operation.Id == id;

    /// <param name="leak">What a host with a defect would answer; <c>null</c>: the same as ours.</param>
    private IsolationProof Proof(Func<HttpRequestMessage, Task<HttpResponseMessage?>> leak) => new(api, api.Contract, KnownThings, caller =>
    {
        var leaky = new HttpClient(new Leak(caller, leak)) { BaseAddress = caller.BaseAddress };
        leaky.DefaultRequestHeaders.Authorization = caller.DefaultRequestHeaders.Authorization;
        return leaky;
    });

    private async Task<bool> NamesTheirPeople(string text) =>
        (await api.Column($"select account_id from membership where tenant_id = '{api.Beispielburg}'")).Any(text.Contains);

    private static HttpResponseMessage Answer(HttpStatusCode status, string json) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    private sealed class Leak(HttpClient honest, Func<HttpRequestMessage, Task<HttpResponseMessage?>> leak) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage asked, CancellationToken cancellation)
        {
            if (await leak(asked) is { } leaked)
            {
                leaked.RequestMessage = asked;
                return leaked;
            }

            using var passedOn = new HttpRequestMessage(asked.Method, asked.RequestUri) { Content = asked.Content };
            foreach (var (name, values) in asked.Headers)
                passedOn.Headers.TryAddWithoutValidation(name, values);
            return await honest.SendAsync(passedOn, cancellation);
        }
    }
}
