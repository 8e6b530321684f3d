using Helpdesk.Domain.SignIn;
using Helpdesk.Postgres.SignIn;

namespace Helpdesk.Api.Tests.SignIn;

[Collection(SharedHosts.MovedForPeople)]
public sealed class SecondFactorTests(ApiFixture api)
{
    private const string Factor = "/api/v1/auth/second-factor";

    private readonly string email = Some.Email();

    [Fact]
    public async Task A_code_is_asked_for_and_works_once()
    {
        await api.Enrol(api.Musterstadt, Role.Agent, email);
        var (secret, _) = await SwitchOn(api, await api.SignedIn("musterstadt", email));
        api.Time.Advance(TimeSpan.FromMinutes(2));
        var code = CodeOf(api, secret);

        await Login(null).ShouldRefuse(HttpStatusCode.Unauthorized, "second-factor-required");
        await Login("000000").ShouldRefuse(HttpStatusCode.Unauthorized, "second-factor-invalid");
        await Login(code).ShouldAnswer(HttpStatusCode.OK);
        await Login(code).ShouldRefuse(HttpStatusCode.Unauthorized, "second-factor-invalid");
    }

    [Fact]
    public async Task A_wrong_password_hears_nothing_of_a_second_factor()
    {
        await api.Enrol(api.Musterstadt, Role.Agent, email);
        await SwitchOn(api, await api.SignedIn("musterstadt", email));

        await api.Client("musterstadt").Post("/api/v1/auth/login", new { email, password = "wrong", code = "123456" })
            .ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-credentials");
    }

    [Fact]
    public async Task Five_wrong_codes_and_the_sixth_has_to_wait()
    {
        await api.Enrol(api.Musterstadt, Role.Agent, email);
        await SwitchOn(api, await api.SignedIn("musterstadt", email));

        for (var i = 0; i < 5; i++)
            await Login("000000").ShouldRefuse(HttpStatusCode.Unauthorized, "second-factor-invalid");
        await Login("000000").ShouldRefuse(HttpStatusCode.TooManyRequests, "too-many-tries");
    }

    [Fact]
    public async Task Codes_guessed_from_changing_networks_are_bounded_and_a_known_network_has_tries_of_its_own()
    {
        await api.Enrol(api.Musterstadt, Role.Agent, email);
        var (_, codes) = await SwitchOn(api, await api.SignedIn("musterstadt", email));

        for (var i = 0; i < 10; i++)
            await Login("000000", ("Test-Address", $"192.0.2.{i + 10}")).ShouldRefuse(
                HttpStatusCode.Unauthorized, "second-factor-invalid");
        await Login("000000", ("Test-Address", "198.51.100.9")).ShouldRefuse(HttpStatusCode.TooManyRequests, "too-many-tries");

        await Login(codes[0]).ShouldAnswer(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_new_phones_code_counts_in_the_same_half_minute_as_the_old_ones()
    {
        await api.Enrol(api.Musterstadt, Role.Agent, email);
        var me = await api.SignedIn("musterstadt", email);
        for (var phone = 0; phone < 6; phone++)
        {
            var (_, codes) = await SwitchOn(api, me);
            await me.Post($"{Factor}/disable", new { password = ApiFixture.Password, code = codes[0] }).ShouldAnswer(
                HttpStatusCode.NoContent);
        }
    }

    [Fact]
    public async Task Asking_for_the_code_costs_no_try()
    {
        await api.Enrol(api.Musterstadt, Role.Agent, email);
        await SwitchOn(api, await api.SignedIn("musterstadt", email));

        for (var i = 0; i < 8; i++)
            await Login(null).ShouldRefuse(HttpStatusCode.Unauthorized, "second-factor-required");
    }

    [Fact]
    public async Task A_recovery_code_does_when_the_phone_is_gone()
    {
        await api.Enrol(api.Musterstadt, Role.Agent, email);
        var (_, codes) = await SwitchOn(api, await api.SignedIn("musterstadt", email));

        await Login(codes[0]).ShouldAnswer(HttpStatusCode.OK);
        await Login(codes[0]).ShouldRefuse(HttpStatusCode.Unauthorized, "second-factor-invalid");
    }

    [Fact]
    public async Task It_begins_and_ends_with_the_password()
    {
        await api.Enrol(api.Musterstadt, Role.Agent, email);
        var me = await api.SignedIn("musterstadt", email);

        await me.Post(Factor, new { password = "wrong" }).ShouldRefuse(HttpStatusCode.Forbidden, "wrong-password");
        await me.Post($"{Factor}/confirm", new { code = "123456" }).ShouldRefuse(HttpStatusCode.Conflict, "no-enrolment");
        var (secret, codes) = await SwitchOn(api, me);
        ((bool)(await me.Get("/api/v1/me").Json())["second_factor"]!).ShouldBeTrue();
        await me.Post(Factor, new { password = ApiFixture.Password }).ShouldRefuse(HttpStatusCode.Conflict, "second-factor-on");

        api.Time.Advance(TimeSpan.FromMinutes(2));
        await me.Post($"{Factor}/disable", new { password = "wrong", code = CodeOf(api, secret) }).ShouldRefuse(
            HttpStatusCode.Forbidden, "wrong-password");
        await me.Post($"{Factor}/disable", new { password = ApiFixture.Password, code = "000000" }).ShouldRefuse(
            HttpStatusCode.Unauthorized, "second-factor-invalid");
        var renewed = await me.Post($"{Factor}/recovery-codes", new { code = codes[0] }).Json();
        renewed["recovery_codes"]!.AsArray().Count.ShouldBe(RecoveryCodes.Count);
        await me.Post($"{Factor}/disable", new { password = ApiFixture.Password, code = CodeOf(api, secret) }).ShouldAnswer(
            HttpStatusCode.NoContent);
        await Login(null).ShouldAnswer(HttpStatusCode.OK);
    }

    internal static async Task<(string Secret, IReadOnlyList<string> Codes)> SwitchOn(ApiFixture api, HttpClient me)
    {
        var secret = (string)(await me.Post(Factor, new { password = ApiFixture.Password }).Json())["secret"]!;
        var confirmed = await me.Post($"{Factor}/confirm", new { code = CodeOf(api, secret) }).Json();
        return (secret, [.. confirmed["recovery_codes"]!.AsArray().Select(code => (string)code!)]);
    }

    private static string CodeOf(ApiFixture api, string secret) =>
        Totp.Code(FromBase32(secret), Totp.StepAt(Instant.FromDateTimeOffset(api.Time.GetUtcNow())));

    // Written apart from the product's own, as an authenticator app would be.
    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(
            text.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }

    private Task<HttpResponseMessage> Login(string? code, params (string, string)[] headers) =>
        api.Client("musterstadt").Post("/api/v1/auth/login", new { email, password = ApiFixture.Password, code }, headers);
}
