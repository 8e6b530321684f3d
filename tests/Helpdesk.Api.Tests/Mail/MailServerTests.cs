using System.Net.Sockets;

namespace Helpdesk.Api.Tests.Mail;

/// <summary>A municipality's own mail server, beside the platform's.</summary>
[Collection(SharedHosts.Mailing)]
public sealed class MailServerTests : IAsyncLifetime
{
    private const string Path = "/api/v1/mail/outgoing";

    private readonly MailingApi api;
    private readonly MailServerStub own = new();
    private readonly string email = Some.Email();
    private HttpClient admin = null!;

    public MailServerTests(MailingApi api)
    {
        this.api = api;
        api.Server.Start();
        own.Start();
    }

    public async Task InitializeAsync()
    {
        admin = await api.As("musterstadt", Role.Admin);
        await api.Enrol(api.Musterstadt, Role.Customer, email);
    }

    public async Task DisposeAsync()
    {
        await admin.Delete(Path);
        await own.DisposeAsync();
        await api.Server.Stop();
    }

    [Fact]
    public async Task Its_mails_leave_by_it_as_its_address_and_everybody_elses_by_the_platforms()
    {
        var other = Some.Email();
        await api.Enrol(api.Beispielburg, Role.Customer, other);
        await Chosen(own.Port).ShouldAnswer(HttpStatusCode.OK);

        await Reset(email, "musterstadt");
        await Reset(other, "beispielburg");

        await Eventually.Holds(() => Task.FromResult(own.For(email).Count == 1 && api.Server.For(other).Count == 1));
        own.For(email)[0].ShouldContain("helpdesk@musterstadt.example");
        api.Server.For(email).ShouldBeEmpty();
        own.For(other).ShouldBeEmpty();

        await admin.Delete(Path).ShouldAnswer(HttpStatusCode.NoContent);
        await Reset(email, "musterstadt");
        await Eventually.Holds(() => Task.FromResult(api.Server.For(email).Count == 1));
    }

    [Fact]
    public async Task A_test_says_in_the_servers_words_what_became_of_it()
    {
        await Chosen(own.Port).ShouldAnswer(HttpStatusCode.OK);
        var accepted = await admin.Post($"{Path}/test", new { to = email }).Json();
        ((string)accepted["result"]!, own.For(email).Count).ShouldBe(("accepted", 1));

        own.Say(email, 550, "No such mailbox");
        var refused = await admin.Post($"{Path}/test", new { to = email }).Json();
        ((string)refused["result"]!).ShouldBe("refused");
        ((string)refused["words"]!).ShouldStartWith("550 No such mailbox");

        await own.Stop();
        var away = await admin.Post($"{Path}/test", new { to = email }).Json();
        ((string)away["result"]!).ShouldBe("deferred");
        ((string)away["words"]!).ShouldStartWith($"127.0.0.1:{own.Port}: ");
    }

    [Fact]
    public async Task A_test_goes_to_people_of_the_municipality_and_to_no_stranger()
    {
        await Chosen(own.Port).ShouldAnswer(HttpStatusCode.OK);
        var (stranger, neighbour) = (Some.Email(), Some.Email());
        await api.Enrol(api.Beispielburg, Role.Customer, neighbour);
        foreach (var to in (string[])[stranger, neighbour])
        {
            var problem = await admin.Post($"{Path}/test", new { to }).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
            ((string)problem["errors"]![0]!["pointer"]!, (string)problem["errors"]![0]!["code"]!).ShouldBe(("/to", "nobody-here"));
            own.For(to).ShouldBeEmpty();
        }

        var me = (string)(await admin.Get("/api/v1/me").Json())["email"]!;
        ((string)(await admin.Post($"{Path}/test", new { to = me }).Json())["result"]!).ShouldBe("accepted");
        own.For(me).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_password_is_never_told_and_goes_to_no_other_server()
    {
        var secret = Some.Word();
        var chosen = await Put(admin, Body(own.Port, "helpdesk", secret)).Json();
        var read = await admin.Get(Path).Json();

        chosen.ToJsonString().ShouldNotContain(secret);
        read.ToJsonString().ShouldNotContain(secret);
        (await admin.Get("/api/v1/audit?kind=mail_server.chosen").Json()).ToJsonString().ShouldNotContain(secret);
        (await api.Column("select data::text from event where kind = 'mail_server.chosen'")).ShouldAllBe(data => !data.Contains(secret));
        await Put(admin, Body(own.Port, "helpdesk", null)).ShouldAnswer(HttpStatusCode.OK);
        var problem = await Put(admin, Body(own.Port + 1, "helpdesk", null)).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
        ((string)problem["errors"]![0]!["pointer"]!).ShouldBe("/password");
    }

    [Fact]
    public async Task Only_its_admins_choose_it()
    {
        foreach (var role in new[] { Role.Manager, Role.Agent, Role.Customer })
        {
            var client = await api.As("musterstadt", role);
            await client.Get(Path).ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
            await Put(client, Body(own.Port, null, null)).ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
            await client.Post($"{Path}/test", new { to = email }).ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
        }

        await admin.Get(Path).ShouldRefuse(HttpStatusCode.NotFound, "no-own-mail-server");
    }

    [Fact]
    public async Task A_server_that_hangs_holds_up_nobody_elses_mails()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var other = Some.Email();
        await api.Enrol(api.Beispielburg, Role.Customer, other);
        await Chosen(((IPEndPoint)silent.LocalEndpoint).Port).ShouldAnswer(HttpStatusCode.OK);

        await Reset(email, "musterstadt");
        using var reached = await silent.AcceptTcpClientAsync();
        await Reset(other, "beispielburg");

        await Eventually.Holds(() => Task.FromResult(api.Server.For(other).Count == 1));
        reached.Connected.ShouldBeTrue();
    }

    [Fact]
    public async Task A_server_that_never_stops_talking_is_cut_off()
    {
        using var talker = new TcpListener(IPAddress.Loopback, 0);
        talker.Start();
        await Chosen(((IPEndPoint)talker.LocalEndpoint).Port).ShouldAnswer(HttpStatusCode.OK);
        var sent = Talk();

        var test = await admin.Post($"{Path}/test", new { to = email }).Json();

        ((string)test["result"]!).ShouldBe("deferred");
        (await sent).ShouldBeLessThan(16 << 20);

        async Task<long> Talk()
        {
            using var caller = await talker.AcceptTcpClientAsync();
            var line = System.Text.Encoding.ASCII.GetBytes($"220-{new string('a', 480)}\r\n");
            try
            {
                for (var said = 0L; ; said += line.Length)
                {
                    if (said > 64 << 20)
                        return said;
                    await caller.GetStream().WriteAsync(line);
                }
            }
            catch (IOException)
            {
                return 0;
            }
        }
    }

    [Fact]
    public async Task An_address_in_the_network_around_is_refused()
    {
        // In Development the machine itself is allowed, its network is not.
        await Put(admin, new
        { host = "10.0.0.5", port = 25, security = "none", from = "a@musterstadt.example" })
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
    }

    private static Task<HttpResponseMessage> Put(HttpClient client, object body) =>
        client.Send(HttpMethod.Put, Path, System.Text.Json.JsonSerializer.Serialize(body));

    private Task<HttpResponseMessage> Chosen(int port) => Put(admin, Body(port, null, null));

    private static object Body(int port, string? username, string? password) => new
    { host = "127.0.0.1", port, security = "none", username, password, from = "helpdesk@musterstadt.example" };

    private Task Reset(string to, string host) =>
        api.Client(host).Post("/api/v1/auth/password/reset", new { email = to }).ShouldAnswer(HttpStatusCode.Accepted);
}
