using System.Net.Http.Headers;
using Helpdesk.Api.Tests.Tenants;

namespace Helpdesk.Api.Tests.SignIn;

/// <summary>Signing in with a key of one's own device.</summary>
[Collection(SharedHosts.MovedForTowns)]
public sealed class PasskeyTests(ApiFixture api)
{
    private const string Passkeys = PasskeyCalls.Passkeys;

    [Fact]
    public async Task A_device_signs_its_owner_in_without_a_password_and_what_it_counts_is_kept()
    {
        var town = await TestTown.New(api);
        using var device = new SoftwareAuthenticator($"{town.Slug}.localhost");
        var made = await town.Admin.AddPasskey(device);
        ((string?)made["name"], (bool)made["backed_up"]!, (string?)made["last_used_at"]).ShouldBe(("Diensthandy", true, null));

        var signedIn = await Task.FromResult(await api.Client(town.Slug).SignInWith(device)).Json();

        var client = Bearing(town, signedIn);
        ((string?)(await client.Get("/api/v1/me").Json())["email"]).ShouldBe(town.AdminEmail);
        var kept = (await client.Get(Passkeys).Json())["items"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)kept["id"], kept["last_used_at"] is not null).ShouldBe(((string?)made["id"], true));
        (await api.Column($"select sign_count::text from passkey where id = '{made["id"]}'")).ShouldBe(["1"]);
        var audit = (await town.Admin.Get("/api/v1/audit?limit=200").Json())["items"]!.ToJsonString();
        audit.ShouldContain("account.passkey_added");
    }

    [Fact]
    public async Task A_passkey_counts_as_both_factors_as_long_as_there_is_one()
    {
        var town = await TestTown.New(api);
        await Require(town);
        ((bool)(await town.Admin.Get("/api/v1/auth/status").Json())["must_enrol_second_factor"]!).ShouldBeTrue();
        using var device = new SoftwareAuthenticator($"{town.Slug}.localhost");

        var made = await town.Admin.AddPasskey(device);

        ((bool)(await town.Admin.Get("/api/v1/auth/status").Json())["must_enrol_second_factor"]!).ShouldBeFalse();
        var client = Bearing(town, await Task.FromResult(await api.Client(town.Slug).SignInWith(device)).Json());
        await client.Get("/api/v1/settings").ShouldAnswer(HttpStatusCode.OK);
        var byPassword = await api.SignedIn(town.Slug, town.AdminEmail);
        ((bool)(await byPassword.Get("/api/v1/auth/status").Json())["must_enrol_second_factor"]!).ShouldBeTrue();

        await client.Post($"{Passkeys}/{made["id"]}/remove", new { password = ApiFixture.Password }).ShouldAnswer(HttpStatusCode.NoContent);
        ((bool)(await client.Get("/api/v1/auth/status").Json())["must_enrol_second_factor"]!).ShouldBeTrue();
        await Task.FromResult(await api.Client(town.Slug).SignInWith(device)).ShouldRefuse(HttpStatusCode.Unauthorized, "passkey-invalid");
    }

    [Fact]
    public async Task What_a_device_signed_is_good_once_for_five_minutes_and_at_its_host_alone()
    {
        var (town, other) = (await TestTown.New(api), await TestTown.New(api));
        using var device = new SoftwareAuthenticator($"{town.Slug}.localhost");
        await town.Admin.AddPasskey(device);
        var (client, asked) = (api.Client(town.Slug), await api.Client(town.Slug).Post($"{Passkeys}/sign-in/begin").Json());
        var answer = new { credential = device.Sign((string)asked["options"]!), state = (string)asked["state"]! };

        await api.Client(other.Slug).Post($"{Passkeys}/sign-in", answer).ShouldRefuse(HttpStatusCode.Unauthorized, "passkey-invalid");
        await client.Post($"{Passkeys}/sign-in", answer).ShouldAnswer(HttpStatusCode.OK);
        await client.Post($"{Passkeys}/sign-in", answer).ShouldRefuse(HttpStatusCode.Unauthorized, "passkey-invalid");

        var late = await client.Post($"{Passkeys}/sign-in/begin").Json();
        api.Time.Advance(TimeSpan.FromSeconds(300));
        await client.Post($"{Passkeys}/sign-in", new { credential = device.Sign((string)late["options"]!), state = (string)late["state"]! })
            .ShouldRefuse(HttpStatusCode.Unauthorized, "passkey-invalid");
        await Task.FromResult(await client.SignInWith(device)).ShouldAnswer(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_copy_a_foreign_page_and_a_device_that_asked_for_nothing_are_refused()
    {
        var town = await TestTown.New(api);
        using var device = new SoftwareAuthenticator($"{town.Slug}.localhost");
        await town.Admin.AddPasskey(device);
        await Task.FromResult(await api.Client(town.Slug).SignInWith(device)).ShouldAnswer(HttpStatusCode.OK);
        await Task.FromResult(await api.Client(town.Slug).SignInWith(device)).ShouldAnswer(HttpStatusCode.OK);

        device.CountBackTo(0);
        await Refused();
        device.CountBackTo(100);
        device.Origin = $"http://{town.Slug}.evil.example";
        await Refused();
        device.Origin = $"http://{town.Slug}.localhost";
        device.Verifies = false;
        await Refused();

        async Task Refused() => await Task.FromResult(await api.Client(town.Slug).SignInWith(device)).ShouldRefuse(
            HttpStatusCode.Unauthorized, "passkey-invalid");
    }

    [Fact]
    public async Task A_passkey_is_made_with_the_password_renamed_by_its_owner_and_nobody_elses()
    {
        var town = await TestTown.New(api);
        await town.Admin.Post($"{Passkeys}/begin", new { password = "falsch" }).ShouldRefuse(
            HttpStatusCode.Forbidden, "wrong-password");
        using var device = new SoftwareAuthenticator($"{town.Slug}.localhost");
        var made = await town.Admin.AddPasskey(device);

        ((string?)(await town.Admin.Patch($"{Passkeys}/{made["id"]}", new { name = "Tablet" }).Json())["name"]).ShouldBe("Tablet");
        var email = Some.Email();
        await api.Enrol(town.Id, Role.Agent, email);
        var agent = await api.SignedIn(town.Slug, email);
        (await agent.Get(Passkeys).Json())["items"]!.AsArray().ShouldBeEmpty();
        await agent.Patch($"{Passkeys}/{made["id"]}", new { name = "Meins" }).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        await agent.Post($"{Passkeys}/{made["id"]}/remove", new { password = ApiFixture.Password }).ShouldRefuse(
            HttpStatusCode.NotFound, "not-found");
    }

    private HttpClient Bearing(TestTown town, JsonNode signedIn)
    {
        var client = api.Client(town.Slug);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)signedIn["access_token"]!);
        return client;
    }

    private static async Task Require(TestTown town)
    {
        var answer = await town.Admin.Get("/api/v1/settings");
        var settings = (await Task.FromResult(answer).Json()).AsObject();
        settings["second_factor"] = "staff_required";
        await town.Admin.Send(HttpMethod.Put, "/api/v1/settings", settings.ToJsonString(), ("If-Match", answer.Headers.ETag!.ToString()))
            .ShouldAnswer(HttpStatusCode.OK);
    }
}
