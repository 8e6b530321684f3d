namespace Helpdesk.Api.Tests.BadInput;

/// <summary>Row B54, as far as it is accepted: strange passwords that are good.</summary>
[Collection(SharedHosts.ManyTowns)]
public sealed class PasswordTextTests(ApiFixture api)
{
    [Theory]
    [InlineData(" ein Satz mit Leerzeichen davor", "ein Satz mit Leerzeichen davor")]
    [InlineData("ein Satz mit Leerzeichen danach ", "ein Satz mit Leerzeichen danach")]
    [InlineData("👩‍👩‍👧‍👦🔑 lange Familie 🔑", "👩👩👧👦🔑 lange Familie 🔑")]
    [InlineData("Groß und klein sind zweierlei", "groß und klein sind zweierlei")]
    public async Task Passwords_count_exactly_as_they_were_typed(string password, string nearly)
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        var person = await api.SignedIn("musterstadt", email);

        await person.Post("/api/v1/auth/password", new { current_password = ApiFixture.Password, new_password = password }).ShouldAnswer(
            HttpStatusCode.NoContent);

        await SignIn(nearly).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-credentials");
        await SignIn(password).ShouldAnswer(HttpStatusCode.OK);

        Task<HttpResponseMessage> SignIn(string typed) =>
            api.Client("musterstadt").Post("/api/v1/auth/login", new { email, password = typed });
    }
}
