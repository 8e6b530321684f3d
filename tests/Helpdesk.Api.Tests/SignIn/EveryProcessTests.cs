using System.Net.Http.Headers;

namespace Helpdesk.Api.Tests.SignIn;

/// <summary>Who is shut out at one process is so at each other one, as soon as what that one remembers has grown old.</summary>
[Collection(SharedHosts.MovedForPeople)]
public sealed class EveryProcessTests(ApiFixture api, OtherProcess process) : IClassFixture<OtherProcess>
{
    private ApiHost Other => process.Of(api);

    [Fact]
    public async Task Who_signs_out_is_out_here_at_once_and_in_every_process_within_five_seconds()
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        var tokens = await api.Tokens("musterstadt", email);
        var (here, there) = (api.Client("musterstadt", tokens.AccessToken), api.Client("musterstadt", tokens.AccessToken, Other));
        await there.Get("/api/v1/me").ShouldAnswer(HttpStatusCode.OK);

        await here.Post("/api/v1/auth/logout").ShouldAnswer(HttpStatusCode.NoContent);

        await here.Get("/api/v1/me").ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");
        api.Time.Advance(TimeSpan.FromSeconds(5));
        await there.Get("/api/v1/me").ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");
        await here.Post("/api/v1/auth/refresh", new { refresh_token = tokens.RefreshToken }).ShouldAnswer(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_revoked_key_is_out_within_five_seconds()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var key = await admin.Post(
            "/api/v1/api-keys", new { name = "CMS", scopes = new[] { "users:read" } }).Json(HttpStatusCode.Created);
        var address = $"/api/v1/api-keys/{key["id"]}";
        var (here, there) = (api.Client("musterstadt", (string)key["key"]!), api.Client("musterstadt", (string)key["key"]!, Other));
        await here.Get("/api/v1/users").ShouldAnswer(HttpStatusCode.OK);
        await there.Get("/api/v1/users").ShouldAnswer(HttpStatusCode.OK);

        await (await api.As("beispielburg", Role.Admin)).Delete(address).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        await admin.Delete(address).ShouldAnswer(HttpStatusCode.NoContent);

        await here.Get("/api/v1/users").ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");
        api.Time.Advance(TimeSpan.FromSeconds(5));
        await there.Get("/api/v1/users").ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");
        await admin.Delete(address).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_revoked_client_and_its_tokens_are_out_within_five_seconds()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var client = await admin.Post("/api/v1/api-clients", new { name = "Bauamt", scopes = new[] { "users:read" } }).Json(
            HttpStatusCode.Created);
        var address = $"/api/v1/api-clients/{client["id"]}";
        var token = (string)(await Token(client).Json(HttpStatusCode.OK))["access_token"]!;
        var (here, there) = (api.Client("musterstadt", token), api.Client("musterstadt", token, Other));
        await here.Get("/api/v1/users").ShouldAnswer(HttpStatusCode.OK);
        await there.Get("/api/v1/users").ShouldAnswer(HttpStatusCode.OK);

        await (await api.As("beispielburg", Role.Admin)).Delete(address).ShouldRefuse(
            HttpStatusCode.NotFound, "not-found");
        await admin.Delete(address).ShouldAnswer(HttpStatusCode.NoContent);

        await here.Get("/api/v1/users").ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");
        api.Time.Advance(TimeSpan.FromSeconds(5));
        await there.Get("/api/v1/users").ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");
        await Token(client).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-client");
        await admin.Delete(address).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Who_serves_a_tenant_no_more_is_out_there_within_five_seconds_in_every_process_and_nowhere_else()
    {
        var email = Some.Email();
        var id = await api.EnrolServiceStaff(email, (api.Musterstadt, Role.Agent), (api.Beispielburg, Role.Agent));
        var token = (await api.Tokens("desk", email)).AccessToken;
        var (here, there) = (api.Client("desk", token), api.Client("desk", token, Other));
        foreach (var desk in (HttpClient[])[here, there])
            await desk.Get("/api/v1/tenants/musterstadt/tickets").ShouldAnswer(HttpStatusCode.OK);

        await (await api.As("musterstadt", Role.Admin)).Delete($"/api/v1/users/{id}", ("If-Match", "\"1\"")).ShouldAnswer(
            HttpStatusCode.NoContent);
        api.Time.Advance(TimeSpan.FromSeconds(5));

        foreach (var desk in (HttpClient[])[here, there])
        {
            await desk.Get("/api/v1/tenants/musterstadt/tickets").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
            await desk.Get("/api/v1/tenants/beispielburg/tickets").ShouldAnswer(HttpStatusCode.OK);
        }
    }

    private async Task<HttpResponseMessage> Token(JsonNode client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/auth/token")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = (string)client["client_id"]!,
                ["client_secret"] = (string)client["client_secret"]!,
            }),
            Headers = { AcceptLanguage = { new StringWithQualityHeaderValue("en") } }, // the language of the standard
        };
        return await api.Client("musterstadt").SendAsync(request);
    }
}

/// <summary>A second process on the database of others, as long as one class needs it.</summary>
public sealed class OtherProcess : IAsyncLifetime
{
    private ApiHost? host;

    public ApiHost Of(ApiFixture api) => host ??= api.NewHost();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (host is not null)
            await host.DisposeAsync();
    }
}
