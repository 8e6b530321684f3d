using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using OpenIddict.Abstractions;
using OpenIddict.Client;
using OpenIddict.Client.AspNetCore;

namespace Helpdesk.Api.Tests.SignIn.OpenId;

/// <summary>
/// Clients that others wrote sign people in over the network, and know nothing but the address of the host. Needs node and npm.
/// </summary>
[Collection(SharedHosts.ManyTowns)]
public sealed class OtherPeoplesClientsTests(ApiFixture api)
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Find()!, "tests", "openid");

    private readonly string email = Some.Email();

    private string Issuer => $"http://musterstadt.localhost:{api.Port}/";

    [Fact]
    public async Task The_client_from_npm_signs_somebody_in_and_uses_everything_that_the_host_offers()
    {
        const string Redirect = "http://127.0.0.1:9/callback";
        var account = await api.Enrol(api.Musterstadt, Role.Customer, email);
        var client = await Client(Redirect);
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
            await Subprocess.Run(Folder, "npm", ["ci", "--no-audit", "--no-fund"], "");

        var seen = JsonNode.Parse(await Subprocess.Run(Folder, "node", ["sign-in.mjs"], new JsonObject
        {
            ["issuer"] = Issuer,
            ["client"] = (string)client["client_id"]!,
            ["secret"] = (string)client["client_secret"]!,
            ["redirect"] = Redirect,
            ["email"] = email,
            ["password"] = ApiFixture.Password,
        }.ToJsonString()))!;

        ((string)seen["claims"]!["sub"]!, (string)seen["claims"]!["iss"]!).ShouldBe((account.ToString(), Issuer));
        ((string)seen["user"]!["email"]!).ShouldBe(email, StringCompareShould.IgnoreCase);
        ((bool)seen["seen"]!["active"]!, (bool)seen["after"]!["active"]!).ShouldBe((true, false));
        ((string)seen["own"]!).ShouldBe("tickets:read");
        ((string)seen["end"]!).ShouldStartWith($"{Issuer}connect/signout?");
    }

    [Fact]
    public async Task The_client_of_OpenIddict_signs_somebody_in()
    {
        var account = await api.Enrol(api.Musterstadt, Role.Customer, email);
        var port = FreePort();
        var registered = await Client($"http://127.0.0.1:{port}/callback");
        await using var program = Program(port, registered);
        await program.StartAsync();
        using var browser = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                Proxy = new WebProxy($"http://127.0.0.1:{api.Port}"),
                UseProxy = true
            });
        using var direct = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

        using var begun = await direct.GetAsync($"http://127.0.0.1:{port}/login");
        begun.StatusCode.ShouldBe(HttpStatusCode.Redirect, await begun.Content.ReadAsStringAsync());
        var correlation = string.Join("; ", begun.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        var back = await SignInAndAllow(browser, begun.Headers.Location!);
        using var returned = new HttpRequestMessage(HttpMethod.Get, back) { Headers = { { "Cookie", correlation } } };
        using var answer = await direct.SendAsync(returned);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        var told = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        ((string)told["sub"]!).ShouldBe(account.ToString());
        ((string)told["email"]!).ShouldBe(email, StringCompareShould.IgnoreCase);
        await api.Client("musterstadt").Get("/api/v1/me").ShouldAnswer(HttpStatusCode.Unauthorized);
    }

    private async Task<JsonNode> Client(string redirect) => await (await api.As("musterstadt", Role.Admin)).Post("/api/v1/api-clients", new
    {
        name = "Portal",
        scopes = new[] { "tickets:read" },
        redirect_uris = new[] { redirect },
        post_logout_redirect_uris = new[] { redirect },
    }).Json(HttpStatusCode.Created);

    // A web application of somebody else's.
    private WebApplication Program(int port, JsonNode registered)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddAuthentication();
        builder.Services.AddOpenIddict().AddClient(client =>
        {
            client.AllowAuthorizationCodeFlow().DisableTokenStorage().AddEphemeralEncryptionKey().AddEphemeralSigningKey();
            client.UseAspNetCore().EnableRedirectionEndpointPassthrough().DisableTransportSecurityRequirement();
            client.UseSystemNetHttp().ConfigureHttpClientHandler(
                handler => (handler.Proxy, handler.UseProxy) = (new WebProxy($"http://127.0.0.1:{api.Port}"), true));
            client.AddRegistration(new OpenIddictClientRegistration
            {
                Issuer = new(Issuer),
                ClientId = (string)registered["client_id"]!,
                ClientSecret = (string)registered["client_secret"]!,
                Scopes = { OpenIddictConstants.Scopes.Profile, OpenIddictConstants.Scopes.Email },
                RedirectUri = new("callback", UriKind.Relative),
            });
        });
        var app = builder.Build();
        app.UseAuthentication();
        app.MapGet("/login", () => Results.Challenge(authenticationSchemes: [OpenIddictClientAspNetCoreDefaults.AuthenticationScheme]));
        app.MapGet("/callback", async (HttpContext context) =>
        {
            var result = await context.AuthenticateAsync(OpenIddictClientAspNetCoreDefaults.AuthenticationScheme);
            return result.Principal is { } person ? Results.Json(new { sub = person.GetClaim("sub"), email = person.GetClaim("email") })
                : Results.Problem(result.Failure?.ToString());
        });
        return app;
    }

    private async Task<Uri> SignInAndAllow(HttpClient browser, Uri address)
    {
        using var page = await browser.GetAsync(address);
        var form = OidcProgram.FormOf(await page.Content.ReadAsStringAsync());
        (form["email"], form["password"]) = (email, ApiFixture.Password);
        using var signedIn = await Submit(browser, "connect/signin", form, cookie: null);
        var cookie = signedIn.SetCookie("__Host-helpdesk")!.Split(';')[0];
        using var asking = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(Issuer), signedIn.Headers.Location!))
        { Headers = { { "Cookie", cookie } } };
        using var asked = await browser.SendAsync(asking);
        var consent = OidcProgram.FormOf(await asked.Content.ReadAsStringAsync());
        consent["consent"] = "allow";
        using var allowed = await Submit(browser, "connect/authorize", consent, cookie);
        return allowed.Headers.Location!;
    }

    private async Task<HttpResponseMessage> Submit(HttpClient browser, string path, Dictionary<string, string> form, string? cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri(Issuer), path))
        { Content = new FormUrlEncodedContent(form), Headers = { { "Sec-Fetch-Site", "same-origin" } } };
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        return await browser.SendAsync(request);
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
