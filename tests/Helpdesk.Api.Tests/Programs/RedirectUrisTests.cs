namespace Helpdesk.Api.Tests.Programs;

[Collection(SharedHosts.TwoTowns)]
public sealed class RedirectUrisTests(ApiFixture api)
{
    private const string Clients = "/api/v1/api-clients";

    [Fact]
    public async Task What_is_read_can_be_sent_back_and_stays_as_it_is_and_the_version_counts_changes()
    {
        var (admin, path) = await Client();

        var read = await admin.Get(path);
        var (tag, document) = (read.Headers.ETag!.Tag, await read.Content.ReadAsStringAsync());
        var replaced = await Put(admin, path, document, ("If-Match", tag));

        (tag, replaced.StatusCode, replaced.Headers.ETag!.Tag).ShouldBe(("\"1\"", HttpStatusCode.OK, "\"1\""));
        (await replaced.Content.ReadAsStringAsync()).ShouldBe(document);
        await Put(admin, path, new { redirect_uris = new[] { "https://app.example/other" } }, ("If-Match",
            tag)).ShouldAnswer(HttpStatusCode.OK);
        JsonNode.Parse(document)!["redirect_uris"]!.AsArray().Select(uri => (string)uri!).ShouldBe(["https://app.example/callback"]);
        var listed = (await admin.Get(Clients).Json())["items"]!.AsArray().Single(client => path.Contains((string)client!["id"]!));
        ((int)listed!["version"]!, listed["last_used_at"]).ShouldBe((2, null));
    }

    [Fact]
    public async Task Who_has_not_read_what_is_there_replaces_nothing()
    {
        var (admin, path) = await Client();
        var next = new { redirect_uris = new[] { "https://app.example/other" } };

        await Put(admin, path, next).ShouldRefuse(HttpStatusCode.PreconditionRequired, "if-match-required");
        await Put(admin, path, next, ("If-Match", "*")).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
        await Put(admin, path, next, ("If-Match", "1")).ShouldRefuse(HttpStatusCode.BadRequest, "invalid-if-match");
        await Put(admin, path, next, ("If-Match", "\"2\"")).ShouldRefuse(HttpStatusCode.PreconditionFailed, "stale-version");
        await Put(admin, path, next, ("If-Match", "\"1\"")).ShouldAnswer(HttpStatusCode.OK);
        await Put(admin, path, next, ("If-Match", "\"1\"")).ShouldRefuse(HttpStatusCode.PreconditionFailed, "stale-version");
    }

    [Fact]
    public async Task Of_five_who_replace_the_same_version_at_once_one_does_and_it_is_recorded_once()
    {
        var (admin, path) = await Client();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(number =>
            Put(admin, path, new { redirect_uris = new[] { $"https://app.example/{number}" } }, ("If-Match", "\"1\""))));

        answers.Select(answer => answer.StatusCode).Order()
            .ShouldBe([HttpStatusCode.OK, .. Enumerable.Repeat(HttpStatusCode.PreconditionFailed, 4)]);
        (await api.Column($"select kind from event where stream_id = '{path.Split('/')[4]}' order by version"))
            .ShouldBe(["api_client.created", "api_client.redirect_uris_replaced"]);
    }

    [Fact]
    public async Task A_revoked_client_has_none_to_read_or_replace()
    {
        var (admin, path) = await Client();
        await admin.Delete(path[..path.LastIndexOf('/')]).ShouldAnswer(HttpStatusCode.NoContent);

        await admin.Get(path).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        await Put(admin, path, new { redirect_uris = new[] { "https://app.example/" } }, ("If-Match", "\"1\""))
            .ShouldRefuse(HttpStatusCode.NotFound, "not-found");
    }

    private static Task<HttpResponseMessage> Put(HttpClient admin, string path, object body, params (string, string)[] headers) =>
        admin.Send(HttpMethod.Put, path, body, headers);

    private async Task<(HttpClient Admin, string Path)> Client()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var client = await admin.Post(Clients, new
        {
            name = "Bürger-App",
            scopes = new[] { "tickets:read" },
            redirect_uris = new[] { "https://app.example/callback" },
        }).Json(HttpStatusCode.Created);
        return (admin, $"{Clients}/{client["id"]}/redirect-uris");
    }
}
