using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Helpdesk.Adapters.Mail;
using Helpdesk.Domain.Mail;

namespace Helpdesk.Api.Tests.Mail;

/// <summary>A municipality's own mail server that takes access tokens instead of a password.</summary>
[Collection(SharedHosts.Mailing)]
public sealed class XoauthTests : IAsyncLifetime
{
    private const string Path = "/api/v1/mail/outgoing";

    private readonly MailingApi api;
    private readonly TokenServer tokens = new();
    private readonly XoauthServer server = new();
    private readonly string email = Some.Email();
    private readonly string secret = Some.Word();
    private HttpClient admin = null!;

    public XoauthTests(MailingApi api) => this.api = api;

    public async Task InitializeAsync()
    {
        await tokens.Start();
        admin = await api.As("musterstadt", Role.Admin);
        await api.Enrol(api.Musterstadt, Role.Customer, email);
    }

    public async Task DisposeAsync()
    {
        await admin.Delete(Path);
        await server.DisposeAsync();
        await tokens.DisposeAsync();
    }

    [Fact]
    public async Task A_mail_leaves_with_a_token_that_is_asked_for_once()
    {
        server.Good.TryAdd("token-1", true);
        await Put(Body()).ShouldAnswer(HttpStatusCode.OK);

        (await Test()).ShouldBe(("accepted", null, null));
        (await Test()).ShouldBe(("accepted", null, null));

        const string Said = "user=helpdesk@musterstadt.example|auth=Bearer token-1||";
        server.Said.ShouldBe([Said, Said]);
        var asked = tokens.Asked.ShouldHaveSingleItem();
        (asked["grant_type"], asked["client_id"], asked["client_secret"]).ShouldBe(("client_credentials", "helpdesk", secret));
    }

    [Fact]
    public async Task A_token_that_is_refused_is_asked_for_anew_once()
    {
        server.Good.TryAdd("token-1", true);
        await Put(Body()).ShouldAnswer(HttpStatusCode.OK);
        await Test();
        server.Good.Clear();
        server.Good.TryAdd("token-2", true);

        (await Test()).ShouldBe(("accepted", null, null));
        tokens.Asked.Count.ShouldBe(2);

        server.Good.Clear();
        var (result, words, reason) = await Test();
        (result, reason).ShouldBe(("deferred", "server_unreachable"));
        words.ShouldNotBeNull().ShouldContain("Token refused");
        tokens.Asked.Count.ShouldBe(3);
    }

    [Fact]
    public async Task After_a_login_that_failed_no_mail_goes_over_the_same_connection()
    {
        await using var session = new SmtpSession(
            new("127.0.0.1", server.Port, MailSecurity.None, "helpdesk", null, "helpdesk@musterstadt.example", TimeSpan.FromSeconds(20))
            { Token = (_, _) => Task.FromResult("token-1") }, TimeProvider.System);
        var letter = new Letter(
            Guid.CreateVersion7(), "test", "Stadt", "musterstadt.localhost", email, new("Betreff", "Text.", "de"), Some.Moment());

        // Each tries to log in, and once more with a token that is asked for anew.
        (await session.Send(letter, default)).Result.ShouldBe(DeliveryResult.Deferred);
        server.Said.Count.ShouldBe(2);
        (await session.Send(letter, default)).Result.ShouldBe(DeliveryResult.Deferred);
        server.Said.Count.ShouldBe(4);
    }

    [Fact]
    public async Task An_endpoint_that_gives_no_token_is_quoted()
    {
        tokens.Answer = _ => (401, """{"error":"invalid_client"}""");
        await Put(Body()).ShouldAnswer(HttpStatusCode.OK);

        (await Test()).ShouldBe(("deferred", "401 invalid_client", "no_token"));
        server.Said.ShouldBeEmpty();
    }

    [Fact]
    public async Task Its_secrets_are_never_told_and_go_to_no_other_endpoint()
    {
        var refresh = Some.Word();
        var chosen = await Put(Body(refresh)).Json();
        var read = await admin.Get(Path).Json();

        read.ToJsonString().ShouldBe(chosen.ToJsonString());
        ((string?)read["authentication"], (string?)read["oauth"]!["client_id"]).ShouldBe(("xoauth2", "helpdesk"));
        var log = (await admin.Get("/api/v1/audit?kind=mail_server.chosen").Json()).ToJsonString();
        var events = await api.Column("select data::text from event where kind = 'mail_server.chosen'");
        foreach (var told in (string[])[read.ToJsonString(), log, .. events])
        {
            told.ShouldNotContain(secret);
            told.ShouldNotContain(refresh);
        }

        // What GET answers, PUT accepts; whoever names another endpoint brings secrets of their own.
        await Put(read).ShouldAnswer(HttpStatusCode.OK);
        read["oauth"]!["token_endpoint"] = $"{tokens.Url}2";
        await Refused(read, "/oauth/client_secret");
    }

    [Fact]
    public async Task What_does_not_go_together_is_refused()
    {
        var body = JsonNode.Parse(JsonSerializer.Serialize(Body()))!.AsObject();

        await Refused(Changed(one => one["authentication"] = "login"), "/oauth", "/password");
        await Refused(Changed(one => one["password"] = "geheim"), "/password");
        await Refused(Changed(one => one["username"] = null), "/username");
        await Refused(Changed(one => one["oauth"] = null), "/oauth");
        await Refused(Changed(one => one["oauth"]!["token_endpoint"] = "http://10.0.0.5/token"), "/oauth/token_endpoint");
        await Refused(Changed(one => one["oauth"]!["client_secret"] = null), "/oauth/client_secret");

        JsonObject Changed(Action<JsonObject> change)
        {
            var copy = body.DeepClone().AsObject();
            change(copy);
            return copy;
        }
    }

    private async Task Refused(JsonNode body, params string[] pointers)
    {
        var problem = await Put(body).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
        problem["errors"]!.AsArray().Select(error => (string)error!["pointer"]!).ShouldBe(pointers, ignoreOrder: true);
    }

    private object Body(string? refresh = null) => new
    {
        host = "127.0.0.1",
        port = server.Port,
        security = "none",
        authentication = "xoauth2",
        username = "helpdesk@musterstadt.example",
        from = "helpdesk@musterstadt.example",
        oauth = new { token_endpoint = tokens.Url, client_id = "helpdesk", client_secret = secret, refresh_token = refresh },
    };

    private Task<HttpResponseMessage> Put(object body) =>
        admin.Send(HttpMethod.Put, Path, body is JsonNode json
            ? json.ToJsonString() : JsonSerializer.Serialize(body));

    private async Task<(string? Result, string? Words, string? Reason)> Test()
    {
        var test = await admin.Post($"{Path}/test", new { to = email }).Json();
        return ((string?)test["result"], (string?)test["words"], (string?)test["reason"]);
    }

    /// <summary>Takes mails of whoever shows a token that is good. The mechanism as Google and Microsoft describe it.</summary>
    private sealed class XoauthServer : IAsyncDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly CancellationTokenSource stop = new();
        private readonly ConcurrentQueue<string> said = new();
        private readonly Task running;

        public XoauthServer()
        {
            listener.Start();
            Port = ((IPEndPoint)listener.LocalEndpoint).Port;
            running = Run();
        }

        public int Port { get; }

        public ConcurrentDictionary<string, bool> Good { get; } = new();

        /// <summary>With <c>|</c> for what separates its parts.</summary>
        public IReadOnlyList<string> Said => [.. said];

        public async ValueTask DisposeAsync()
        {
            await stop.CancelAsync();
            listener.Stop();
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            stop.Dispose();
        }

        private async Task Run()
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                await Talk(client.GetStream());
            }
        }

        private async Task Talk(NetworkStream stream)
        {
            using var reader = new StreamReader(stream);
            await Say("220 mail.example");
            var (inText, isIn, isRefused) = (false, false, false);
            while (await reader.ReadLineAsync(stop.Token) is { } line)
            {
                if (isRefused)
                {
                    await Say("535 5.7.8 Token refused");
                    isRefused = false;
                    continue;
                }

                if (inText)
                {
                    inText = line != ".";
                    if (!inText)
                        await Say("250 ok");
                    continue;
                }

                switch (line.Split(' ', ':')[0].ToUpperInvariant())
                {
                    case "EHLO":
                        await Say("250-mail.example\r\n250 AUTH XOAUTH2");
                        break;
                    case "AUTH":
                        var told = Encoding.ASCII.GetString(Convert.FromBase64String(line.Split(' ')[2])).Replace('\u0001', '|');
                        said.Enqueue(told);
                        isIn = Good.Keys.Any(token => told.EndsWith($"|auth=Bearer {token}||", StringComparison.Ordinal));
                        isRefused = !isIn;
                        await Say(isIn ? "235 2.7.0 ok" : $"334 {Convert.ToBase64String("{\"status\":\"401\"}"u8)}");
                        break;
                    case "DATA" when isIn:
                        inText = true;
                        await Say("354 go on");
                        break;
                    case "QUIT":
                        await Say("221 bye");
                        return;
                    default:
                        await Say(isIn ? "250 ok" : "530 5.7.0 Authentication required");
                        break;
                }
            }

            Task Say(string words) => stream.WriteAsync(Encoding.ASCII.GetBytes($"{words}\r\n"), stop.Token).AsTask();
        }
    }
}
