using System.Net.Http.Headers;

namespace Helpdesk.Api.Tests.SignIn.OpenId;

/// <summary>OpenID Connect Core 5.3.1: GET and POST. The token stands in the header both times (RFC 6750, 2.1).</summary>
[Collection(SharedHosts.TwoTowns)]
public sealed class UserInfoByPostTests(ApiFixture api)
{
    private const string UserInfo = "/api/v1/auth/userinfo";
    private const string Form = "application/x-www-form-urlencoded";

    [Theory]
    [InlineData(null)]
    [InlineData(Form)]
    public async Task It_answers_as_to_GET_with_and_without_a_type_of_the_body_that_is_not_there(string? type)
    {
        var token = await Token();

        var posted = await Post(token, "", type).Json();

        posted.ToJsonString().ShouldBe((await api.Client("musterstadt", token).Get(UserInfo).Json()).ToJsonString());
        ((string)posted["name"]!).ShouldBe("Erika Mustermann");
    }

    [Fact]
    public async Task The_answer_is_never_stored_by_caches()
    {
        using var answer = await Post(await Token(), "", Form);

        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task Without_a_token_it_asks_for_one_and_finds_nothing_wrong_with_one()
    {
        await Post(null, "", Form).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");

        using var answer = await Post(null, "", Form);
        answer.Headers.WwwAuthenticate.Single().ToString().ShouldBe("Bearer");
    }

    [Fact]
    public async Task A_token_that_is_none_or_another_municipalitys_is_refused_as_such()
    {
        var foreign = await Token("beispielburg");
        foreach (var token in new[] { "nonsense", foreign })
        {
            await Post(token, "", Form).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");
            using var answer = await Post(token, "", Form);
            answer.Headers.WwwAuthenticate.Single().ToString().ShouldBe("Bearer error=\"invalid_token\"");
        }

        await Post(foreign, "", Form, "beispielburg").ShouldAnswer(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_program_in_its_own_name_is_nobody()
    {
        var program = await OidcProgram.Create(api);
        var own = await program.Ask("token", new() { ["grant_type"] = "client_credentials" }).Json();

        await Post((string)own["access_token"]!, "", Form).ShouldRefuse(HttpStatusCode.Forbidden, "person-required");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_token_in_the_form_is_refused_whether_one_stands_in_the_header_too_or_not(bool inHeaderToo)
    {
        var token = await Token();

        var refused = await Post(inHeaderToo ? token : null, $"access_token={token}", Form).ShouldRefuse(
            HttpStatusCode.BadRequest, "invalid-request");

        ((string)refused["error"]!).ShouldBe("invalid_request");
    }

    [Theory]
    [InlineData("application/json", "{}", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json", "{\"access_token\":", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("text/plain", "x", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("nonsense", "x", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("multipart/form-data; boundary=x", "--x--", HttpStatusCode.UnsupportedMediaType)]
    [InlineData(null, "a=b", HttpStatusCode.BadRequest)]
    [InlineData(Form, "a=b&a=b", HttpStatusCode.BadRequest)]
    [InlineData(Form, "a=%00", HttpStatusCode.BadRequest)]
    [InlineData(Form, "a=b", HttpStatusCode.OK)]
    public async Task Other_bodies_are_refused_and_parameters_that_nobody_asked_for_passed_over(
        string? type, string body, HttpStatusCode status) =>
        (await Post(await Token(), body, type)).StatusCode.ShouldBe(status);

    [Fact]
    public async Task It_is_read_even_where_the_licence_is_over_and_nothing_may_be_changed() =>
        api.Contract.Named("ReadUserInfoByPost").Json["x-problem-codes"]!.AsArray().Select(code => (string)code!).ShouldNotContain(
            "licence-expired");

    private async Task<string> Token(string host = "musterstadt")
    {
        var program = await OidcProgram.Create(api, host: host);
        return (string)(await program.Tokens((await program.Person(Role.Customer)).Cookie))["access_token"]!;
    }

    private async Task<HttpResponseMessage> Post(string? token, string body, string? type, string host = "musterstadt")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, UserInfo)
        { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        if (type is not null)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await api.Client(host).SendAsync(request);
    }
}
