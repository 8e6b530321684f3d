using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Tokens;

namespace Helpdesk.Api.Tests.SignIn.OpenId;

/// <summary>
/// A program that people sign in through, and the browser that it sends them to: each step by itself, so that a test can do one of them
/// wrong.
/// </summary>
internal sealed partial class OidcProgram(ApiFixture api, JsonNode client, string host, string redirect)
{
    public const string Redirect = "https://app.example/callback";
    public const string AllScopes = "openid profile email offline_access tickets:read";

    public string Id => (string)client["client_id"]!;

    public string? Secret => (string?)client["client_secret"];

    public string Verifier { get; } = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));

    public string Challenge => Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    public static async Task<OidcProgram> Create(
        ApiFixture api, bool isPublic = false, string host =
            "musterstadt", string redirect = Redirect, string bye = "https://app.example/bye")
    {
        var created = await (await api.As(host, Role.Admin)).Post("/api/v1/api-clients", new
        {
            name = "Bürger-App",
            scopes = new[] { "tickets:read" },
            redirect_uris = new[] { redirect },
            post_logout_redirect_uris = new[] { bye },
            @public = isPublic,
        }).Json(HttpStatusCode.Created);
        return new(api, created, host, redirect);
    }

    /// <summary>A new person, signed in with a browser: the value of the header <c>Cookie</c>.</summary>
    public async Task<(string Cookie, Guid Account)> Person(Role role = Role.Customer)
    {
        var email = Some.Email();
        var account = await api.Enrol(host is "musterstadt" ? api.Musterstadt : api.Beispielburg, role, email);
        var answer = await api.Client(host).Post("/api/v1/auth/login", new { email, password = ApiFixture.Password, session = true });
        return (answer.SetCookie("__Host-helpdesk")!.Split(';')[0], account);
    }

    public Dictionary<string, string?> Request(string scope = AllScopes) => new()
    {
        ["client_id"] = Id,
        ["redirect_uri"] = redirect,
        ["response_type"] = "code",
        ["scope"] = scope,
        ["state"] = "s-t/a~t+e",
        ["nonce"] = "n0",
        ["code_challenge"] = Challenge,
        ["code_challenge_method"] = "S256",
    };

    public Task<HttpResponseMessage> Authorize(string? cookie, Dictionary<string, string?>? request = null, string language = "de") =>
        Browse(HttpMethod.Get, QueryHelpers.AddQueryString("/connect/authorize", request ?? Request()), cookie, null, language);

    public async Task<HttpResponseMessage> Decide(HttpResponseMessage page, string? cookie, string decision = "allow",
        string site = "same-origin", Action<Dictionary<string, string>>? change = null)
    {
        var form = FormOf(await page.Content.ReadAsStringAsync());
        form["consent"] = decision;
        change?.Invoke(form);
        return await Browse(HttpMethod.Post, "/connect/authorize", cookie, form, "de", site);
    }

    public Task<HttpResponseMessage> SubmitSignIn(
        string html, string email, string password, string site = "same-origin", string? returnTo = null)
    {
        var form = FormOf(html);
        (form["email"], form["password"]) = (email, password);
        if (returnTo is not null)
            form["return"] = returnTo;
        return Browse(HttpMethod.Post, "/connect/signin", null, form, "de", site);
    }

    /// <summary>The whole way of a browser: the page, the decision, the code in the address that it is sent back to.</summary>
    public async Task<string> Code(string cookie, Dictionary<string, string?>? request = null)
    {
        var page = await Authorize(cookie, request);
        var answer = page.StatusCode is HttpStatusCode.OK ? await Decide(page, cookie) : page;
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        return Parameters(answer)["code"]!;
    }

    public static Dictionary<string, string?> Parameters(HttpResponseMessage answer) =>
        QueryHelpers.ParseQuery(answer.Headers.Location!.Query).ToDictionary(each => each.Key, each => (string?)each.Value.ToString());

    public Task<HttpResponseMessage> Exchange(string code, Action<Dictionary<string, string>>? change = null, string? at = null)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = redirect,
            ["code_verifier"] = Verifier,
        };
        change?.Invoke(form);
        return Ask("token", form, at);
    }

    public async Task<JsonNode> Tokens(string cookie) => await Exchange(await Code(cookie)).Json();

    public Task<HttpResponseMessage> Refresh(string token) =>
        Ask("token", new() { ["grant_type"] = "refresh_token", ["refresh_token"] = token });

    /// <summary>With the client's credentials: in the form, where the form does not say otherwise.</summary>
    public async Task<HttpResponseMessage> Ask(string endpoint, Dictionary<string, string> form, string? at = null)
    {
        form.TryAdd("client_id", Id);
        if (Secret is { } secret)
            form.TryAdd("client_secret", secret);
        using var content = new FormUrlEncodedContent(form);
        return await api.Client(at ?? host).PostAsync($"/api/v1/auth/{endpoint}", content);
    }

    public async Task<HttpResponseMessage> Browse(
        HttpMethod method, string address, string? cookie, Dictionary<string, string>? form = null, string language = "de",
        string site = "same-origin")
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        if (form is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", site);
            request.Content = new FormUrlEncodedContent(form);
        }

        return await api.Plain(host).SendAsync(request);
    }

    public static Dictionary<string, string> FormOf(string html) => HiddenField().Matches(html)
        .ToDictionary(match => WebUtility.HtmlDecode(match.Groups[1].Value), match => WebUtility.HtmlDecode(match.Groups[2].Value));

    [GeneratedRegex("""<input type="hidden" name="([^"]*)" value="([^"]*)">""")]
    private static partial Regex HiddenField();
}
