using Helpdesk.Api.Tests.SignIn;
using Helpdesk.Domain.Programs;

namespace Helpdesk.Api.Tests.Programs;

/// <summary>A key may not lift itself: every scope against what would make more of it.</summary>
[Collection(SharedHosts.MovedForPeople)]
public sealed class ScopesTests(ApiFixture api)
{
    private static readonly object Proof = new { password = ApiFixture.Password };

    public static TheoryData<string> Scopes => [.. ApiScopes.All];

    [Theory]
    [MemberData(nameof(Scopes))]
    public async Task What_each_scope_can_do_about_people_and_access(string scope)
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var program = api.Client("musterstadt", (string)(await Create(admin, Proof, scope).Json(HttpStatusCode.Created))["key"]!);
        var (people, staff) = (scope is ApiScopes.UsersWrite or ApiScopes.StaffWrite, scope is ApiScopes.StaffWrite);

        foreach (var role in (string[])["customer", "agent", "manager", "admin"])
        {
            var may = role switch { "customer" => people, "admin" => false, _ => staff };
            (await Invite(program, role)).ShouldBe(may, $"{scope} invites {role}");
            (await Import(program, role)).ShouldBe(may, $"{scope} imports {role}");
            (await Suspend(program, role)).ShouldBe(may, $"{scope} suspends {role}");
            (await Raise(program, role)).ShouldBe(may, $"{scope} makes {role}");
        }

        await program.Post("/api/v1/api-keys", new { name = "x", scopes = new[] { scope }, proof = Proof }).ShouldRefuse(
            HttpStatusCode.Forbidden, "person-required");
        await program.Post("/api/v1/api-clients", new { name = "x", scopes = new[] { scope }, proof = Proof }).ShouldRefuse(
            HttpStatusCode.Forbidden, "person-required");
        await program.Get("/api/v1/settings").ShouldRefuse(HttpStatusCode.Forbidden, "person-required");
        await program.Get("/api/v1/audit").ShouldRefuse(HttpStatusCode.Forbidden, "person-required");
        await program.Get("/api/v1/provider-access").ShouldRefuse(HttpStatusCode.Forbidden, "person-required");
    }

    [Fact]
    public async Task Staff_roles_are_given_to_a_program_only_with_a_proof_in_the_same_request()
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Admin, email);
        var admin = await api.SignedIn("musterstadt", email);

        await Create(admin, null, "staff:write").ShouldRefuse(HttpStatusCode.Forbidden, "proof-required");
        await Create(admin, new { password = "wrong" }, "staff:write").ShouldRefuse(HttpStatusCode.Forbidden, "wrong-password");
        await Create(admin, Proof, "users:read", "staff:write").ShouldAnswer(HttpStatusCode.Created);
        await admin.Post("/api/v1/api-clients", new { name = "CMS", scopes = new[] { "staff:write" } }).ShouldRefuse(
            HttpStatusCode.Forbidden, "proof-required");

        var (_, codes) = await SecondFactorTests.SwitchOn(api, admin);
        await Create(admin, Proof, "staff:write").ShouldRefuse(HttpStatusCode.Forbidden, "proof-required");
        await Create(admin, new { password = ApiFixture.Password, code = "000000" }, "staff:write").ShouldRefuse(
            HttpStatusCode.Unauthorized, "second-factor-invalid");
        var full = new { password = ApiFixture.Password, code = codes[0] };
        await Create(admin, full, "staff:write").ShouldAnswer(HttpStatusCode.Created);
        await Create(admin, full, "staff:write").ShouldRefuse(HttpStatusCode.Unauthorized, "second-factor-invalid");
    }

    [Fact]
    public async Task The_lists_of_keys_and_sessions_go_on_at_their_cursors()
    {
        var email = Some.Email();
        await api.Enrol(api.Beispielburg, Role.Admin, email);
        var admin = await api.SignedIn("beispielburg", email);
        await api.SignedIn("beispielburg", email);
        for (var i = 0; i < 2; i++)
            await Create(admin, null, "tickets:read").ShouldAnswer(HttpStatusCode.Created);

        foreach (var list in (string[])["/api/v1/api-keys", "/api/v1/auth/sessions"])
        {
            var (seen, cursor, total) = (new List<string>(), "", 0);
            do
            {
                var page = await admin.Get($"{list}?limit=1{cursor}").Json();
                seen.Add((string)page["items"]!.AsArray().ShouldHaveSingleItem()!["id"]!);
                total = (int)page["total"]!;
                cursor = page["next_cursor"] is { } next ? $"&cursor={next}" : "";
            }
            while (cursor.Length > 0);
            seen.Distinct().Count().ShouldBe(total);
            total.ShouldBeGreaterThanOrEqualTo(2);
        }
    }

    [Fact]
    public async Task Where_a_program_with_staff_roles_sends_people_does_not_change()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var made = await admin.Post("/api/v1/api-clients", new
        {
            name = "Personalamt",
            scopes = new[] { "staff:write" },
            redirect_uris = new[] { "https://app.example/callback" },
            proof = Proof,
        }).Json(HttpStatusCode.Created);

        await admin.Send(
            HttpMethod.Put, $"/api/v1/api-clients/{made["id"]}/redirect-uris", new { redirect_uris = new[] { "https://evil.example/" } },
            ("If-Match", "\"1\"")).ShouldRefuse(HttpStatusCode.Forbidden, "proof-required");
    }

    private static Task<HttpResponseMessage> Create(HttpClient admin, object? proof, params string[] scopes) =>
        admin.Post("/api/v1/api-keys", new { name = "CMS", scopes, proof });

    private static async Task<bool> Invite(HttpClient program, string role) =>
        (await program.Post("/api/v1/users", new { email = Some.Email(), name = "Max Muster", role })).IsSuccessStatusCode;

    private static async Task<bool> Import(HttpClient program, string role)
    {
        using var file = new StringContent($"email,name,role\n{Some.Email()},Max Muster,{role}", System.Text.Encoding.UTF8, "text/csv");
        using var answer = await program.PostAsync("/api/v1/users/import?dry_run=true", file);
        return answer.IsSuccessStatusCode;
    }

    private async Task<bool> Suspend(HttpClient program, string role) => await Change(program, role, new { status = "suspended" });

    private async Task<bool> Raise(HttpClient program, string role) => role == "customer"
        ? await Change(program, "customer", new { name = "Anders" }) : await Change(program, "customer", new { role });

    private async Task<bool> Change(HttpClient program, string role, object change)
    {
        var person = await api.Enrol(api.Musterstadt, Enum.Parse<Role>(role, ignoreCase: true), Some.Email());
        return (await program.Patch($"/api/v1/users/{person}", change, ("If-Match", "\"1\""))).IsSuccessStatusCode;
    }
}
