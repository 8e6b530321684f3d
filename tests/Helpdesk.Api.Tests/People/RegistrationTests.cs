namespace Helpdesk.Api.Tests.People;

[Collection(SharedHosts.TwoTowns)]
public sealed class RegistrationTests(ApiFixture api)
{
    private const string New = "ein langer Satz zum Merken";

    private readonly string email = Some.Email();

    [Fact]
    public async Task Who_proves_the_address_becomes_a_customer()
    {
        await Register(email).ShouldAnswer(HttpStatusCode.Accepted);
        await api.Client("musterstadt").Post("/api/v1/auth/login", new { email, password = New }).ShouldAnswer(HttpStatusCode.Unauthorized);
        var mail = (await api.Mail(email))!;
        mail.Template.ShouldBe("confirm_registration");

        await Confirm(mail.Token!).ShouldAnswer(HttpStatusCode.NoContent);
        await Confirm(mail.Token!).ShouldRefuse(HttpStatusCode.Gone, "link-void");

        var me = await api.Client("musterstadt", (await api.Tokens("musterstadt", email, New)).AccessToken).Get("/api/v1/me").Json();
        ((string)me["role"]!).ShouldBe("customer");
        ((string)me["name"]!).ShouldBe("Erika Mustermann");
    }

    [Fact]
    public async Task Nothing_tells_whether_somebody_has_an_account()
    {
        await api.Enrol(api.Musterstadt, Role.Customer, email);

        var answers = await Task.WhenAll(Register(email), Register(Some.Email()));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Accepted);
        Array.ForEach(answers, answer => answer.Headers.Date = null); // a second may end between the two
        answers[0].Headers.ToString().ShouldBe(answers[1].Headers.ToString());
        var mail = (await api.Mail(email))!;
        mail.Template.ShouldBe("already_registered");
        mail.Token.ShouldBeNull();
    }

    [Fact]
    public async Task Two_links_to_one_address_make_one_account()
    {
        await Register(email);
        var first = (await api.Mail(email))!.Token!;
        await Register(email);
        var second = (await api.Mail(email))!.Token!;

        await Confirm(first).ShouldAnswer(HttpStatusCode.NoContent);
        await Confirm(second).ShouldRefuse(HttpStatusCode.Gone, "link-void");
        (await api.Column($"select count(*) from membership where tenant_id = '{api.Musterstadt}' and email_key = '{email}'"))
            .ShouldBe(["1"]);
    }

    [Fact]
    public async Task Closed_is_closed() =>
        await Register(email, "beispielburg").ShouldRefuse(HttpStatusCode.Forbidden, "registration-closed");

    [Fact]
    public async Task Whoever_was_invited_gets_the_invitation_again()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        await admin.Post("/api/v1/users", new { email, name = "Max Muster", role = "agent" }).ShouldAnswer(HttpStatusCode.Created);

        await Register(email).ShouldAnswer(HttpStatusCode.Accepted);

        (await api.Mail(email))!.Template.ShouldBe("accept_invitation");
    }

    [Theory]
    [InlineData("desk")]
    [InlineData("console")]
    public async Task Nobody_registers_with_the_platform(string host) =>
        await Register(email, host).ShouldRefuse(HttpStatusCode.NotFound, "not-found");

    [Theory]
    [InlineData("""{"email":"a@example.org"}""", 422)]
    [InlineData("""{"email":"a@b","name":"x"}""", 422)]
    [InlineData("""{"email":"a@example.org","name":"x","role":"admin"}""", 422)]
    [InlineData("""{"email":"a@example.org","name":"x","language":"fr"}""", 422)]
    public async Task Strange_registrations_are_refused(string body, int status) =>
        await api.Client("musterstadt").Post("/api/v1/auth/register", body).ShouldAnswer((HttpStatusCode)status);

    private Task<HttpResponseMessage> Register(string address, string host = "musterstadt") =>
        api.Client(host).Post("/api/v1/auth/register", new { email = address, name = "Erika Mustermann" });

    private Task<HttpResponseMessage> Confirm(string token) =>
        api.Client("musterstadt").Post("/api/v1/auth/register/confirm", new { token, password = New });
}
