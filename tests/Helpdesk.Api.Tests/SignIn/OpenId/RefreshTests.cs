using Helpdesk.Api.SignIn;

namespace Helpdesk.Api.Tests.SignIn.OpenId;

[Collection(SharedHosts.MovedForPeople)]
public sealed class RefreshTests(ApiFixture api)
{
    [Fact]
    public async Task A_refresh_token_gives_the_next_one_and_tokens_of_the_same_session()
    {
        var first = await SignIn();

        var second = await Refresh(first.RefreshToken).Json();
        var third = await Refresh((string)second["refresh_token"]!).Json();

        new[] { first.RefreshToken, (string)second["refresh_token"]!, (string)third["refresh_token"]! }.Distinct().Count().ShouldBe(3);
        third.AsObject().Select(member => member.Key).ShouldBe(["access_token", "refresh_token", "token_type", "expires_in"]);
        var sessions = await api.Client("musterstadt", (string)third["access_token"]!).Get("/api/v1/auth/sessions").Json();
        sessions["items"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Five_tabs_that_refresh_at_once_all_go_on()
    {
        var first = await SignIn();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Refresh(first.RefreshToken).Json()));

        foreach (var answer in answers)
        {
            await api.Client("musterstadt", (string)answer["access_token"]!).Get("/api/v1/me").ShouldAnswer(HttpStatusCode.OK);
            await Refresh((string)answer["refresh_token"]!).ShouldAnswer(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Who_lost_the_answer_asks_again_within_half_a_minute_and_goes_on()
    {
        var first = await SignIn();
        await Refresh(first.RefreshToken).ShouldAnswer(HttpStatusCode.OK);

        api.Time.Advance(TimeSpan.FromSeconds(28));

        var again = await Refresh(first.RefreshToken).Json();
        await Refresh((string)again["refresh_token"]!).ShouldAnswer(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_refresh_token_that_comes_back_later_ends_the_session_with_an_entry_in_the_record()
    {
        var email = Some.Email();
        var account = await api.Enrol(api.Musterstadt, Role.Customer, email);
        var first = await api.Tokens("musterstadt", email);
        var second = await Refresh(first.RefreshToken).Json();

        api.Time.Advance(TimeSpan.FromSeconds(31));
        await Refresh(first.RefreshToken).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-refresh-token");

        await Refresh((string)second["refresh_token"]!).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-refresh-token");
        api.Time.Advance(TimeSpan.FromSeconds(5));
        await api.Client("musterstadt", (string)second["access_token"]!).Get("/api/v1/me").ShouldRefuse(
            HttpStatusCode.Unauthorized, "invalid-token");
        (await api.Column(
            $"select (data ->> 'why') || ' ' || origin from event where stream_id = '{account}' and kind = 'account.session_ended'"))
            .ShouldBe(["refresh_token_reused 192.0.2.1 refresh"]);
    }

    [Fact]
    public async Task The_leeway_does_not_grow_by_using_it()
    {
        var first = await SignIn();
        await Refresh(first.RefreshToken).ShouldAnswer(HttpStatusCode.OK);
        api.Time.Advance(TimeSpan.FromSeconds(20));
        await Refresh(first.RefreshToken).ShouldAnswer(HttpStatusCode.OK);

        api.Time.Advance(TimeSpan.FromSeconds(11));

        await Refresh(first.RefreshToken).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-refresh-token");
    }

    [Theory]
    [InlineData("hdr_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("eyJhbGciOiJub25lIn0.e30.")]
    public async Task An_unknown_refresh_token_ends_nothing(string token)
    {
        var first = await SignIn();

        await Refresh(token).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-refresh-token");

        await Refresh(first.RefreshToken).ShouldAnswer(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_access_token_is_no_refresh_token() =>
        await Refresh((await SignIn()).AccessToken).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-refresh-token");

    [Fact]
    public async Task A_refresh_token_is_worth_nothing_at_another_host()
    {
        var first = await SignIn();

        foreach (var host in new[] { "beispielburg", "desk", "console" })
            await Refresh(first.RefreshToken, host).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-refresh-token");
        await Refresh(first.RefreshToken).ShouldAnswer(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_session_that_has_been_idle_for_two_weeks_is_over()
    {
        var first = await SignIn();

        api.Time.Advance(TimeSpan.FromDays(14));

        await Refresh(first.RefreshToken).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-refresh-token");
    }

    [Fact]
    public async Task Tokens_of_programs_and_of_people_are_not_refreshed_in_each_others_way()
    {
        var program = await OidcProgram.Create(api);
        var tokens = await program.Tokens((await program.Person()).Cookie);
        var own = await SignIn();

        await Refresh((string)tokens["refresh_token"]!).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-refresh-token");
        await program.Refresh(own.RefreshToken).ShouldRefuse(HttpStatusCode.BadRequest, "invalid-grant");
        await program.Refresh((string)tokens["refresh_token"]!).ShouldAnswer(HttpStatusCode.OK);
        await Refresh(own.RefreshToken).ShouldAnswer(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_program_refreshes_with_the_same_leeway_and_loses_its_session_for_the_same_reason()
    {
        var program = await OidcProgram.Create(api);
        var token = (string)(await program.Tokens((await program.Person()).Cookie))["refresh_token"]!;
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => program.Refresh(token).Json()));

        api.Time.Advance(TimeSpan.FromSeconds(31));
        await program.Refresh(token).ShouldRefuse(HttpStatusCode.BadRequest, "invalid-grant");

        await program.Refresh((string)answers[0]["refresh_token"]!).ShouldRefuse(HttpStatusCode.BadRequest, "invalid-grant");
    }

    private async Task<TokensResponse> SignIn()
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        return await api.Tokens("musterstadt", email);
    }

    private Task<HttpResponseMessage> Refresh(string token, string host = "musterstadt") =>
        api.Client(host).Post("/api/v1/auth/refresh", new { refresh_token = token });
}
