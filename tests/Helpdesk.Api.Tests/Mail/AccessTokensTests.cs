using System.Net.Sockets;
using Helpdesk.Adapters.Mail;
using Helpdesk.Domain;
using Helpdesk.Domain.Mail;
using Microsoft.Extensions.Time.Testing;

namespace Helpdesk.Api.Tests.Mail;

/// <summary>Where access tokens come from, and how long one is good. By a clock that is moved.</summary>
public sealed class AccessTokensTests : IAsyncLifetime
{
    private readonly FakeTimeProvider time = new();
    private readonly TokenServer server = new();
    private readonly Loopback targets = new();
    private AccessTokens tokens = null!;

    public Task InitializeAsync()
    {
        tokens = new(targets, time);
        return server.Start();
    }

    public async Task DisposeAsync()
    {
        tokens.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_token_is_kept_until_a_minute_before_its_end()
    {
        (await Token()).ShouldBe("token-1");
        time.Advance(TimeSpan.FromMinutes(59) - TimeSpan.FromMilliseconds(1));
        (await Token()).ShouldBe("token-1");
        time.Advance(TimeSpan.FromMilliseconds(1));

        (await Token()).ShouldBe("token-2");
        (await Token(isFresh: true)).ShouldBe("token-3");
        (await Token()).ShouldBe("token-3");
        server.Asked.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("60", 30)]
    [InlineData("\"7200\"", 7_140)]
    [InlineData("0", 240)]
    [InlineData("-1", 240)]
    [InlineData("\"soon\"", 240)]
    [InlineData("null", 240)]
    public async Task How_long_a_token_holds_follows_from_what_its_endpoint_says(string lifetime, int seconds)
    {
        server.Answer = number => (200, $$"""{"access_token":"token-{{number}}","expires_in":{{lifetime}}}""");

        (await Token()).ShouldBe("token-1");
        time.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
        (await Token()).ShouldBe("token-1");
        time.Advance(TimeSpan.FromMilliseconds(1));
        (await Token()).ShouldBe("token-2");
    }

    [Fact]
    public async Task The_clients_own_secret_or_a_refresh_token_is_what_it_is_asked_for_with()
    {
        await Token();
        Form(0).ShouldBe("client_id=helpdesk client_secret=geheim grant_type=client_credentials scope=mail send");

        await Token(new MailTokenSecrets(null, "refresh"));
        Form(1).ShouldBe("client_id=helpdesk grant_type=refresh_token refresh_token=refresh scope=mail send");

        string Form(int at) => string.Join(' ', server.Asked[at].OrderBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => $"{one.Key}={one.Value}"));
    }

    [Theory]
    [InlineData(400, """{"error":"invalid_client","error_description":"No such\nclient"}""", "400 invalid_client No such client")]
    [InlineData(200, """{"access_token":""}""", "200")]
    [InlineData(200, """{"access_token":"a\nb"}""", "200")]
    [InlineData(200, """{"access_token":"\ud800"}""", "200")]
    [InlineData(200, """["access_token"]""", "200")]
    [InlineData(200, "<html>", "200")]
    [InlineData(500, "", "500")]
    [InlineData(302, "", "302")]
    public async Task An_endpoint_that_gives_none_is_quoted(int status, string body, string words)
    {
        server.Answer = _ => (status, body);

        var failure = await Should.ThrowAsync<MailServerException>(Token());

        (failure.Reason, failure.Words).ShouldBe((MailReason.NoToken, words));
        server.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_endless_answer_is_cut_off_and_nobody_is_called_in_the_network_around()
    {
        server.Answer = _ => (200, $$"""{"access_token":"{{new string('x', 1 << 20)}}"}""");
        (await Should.ThrowAsync<MailServerException>(Token())).Reason.ShouldBe(MailReason.NoToken);

        targets.IsForbidden = true;
        using var others = new AccessTokens(targets, time);
        (await Should.ThrowAsync<MailServerException>(others.Of(Own(new("geheim", null)), isFresh: false, default))).Reason
            .ShouldBe(MailReason.AddressNotPublic);
    }

    private Task<string> Token(MailTokenSecrets? secrets = null, bool isFresh = false) =>
        tokens.Of(Own(secrets ?? new("geheim", null)), isFresh, default);

    private TenantMailServer Own(MailTokenSecrets secrets) => new(
        new MailServer("127.0.0.1", 587, MailSecurity.Starttls, "helpdesk", "sealed", "a@b.example")
        { Tokens = new(server.Url, "helpdesk", "mail send") }, Password: null)
    { Secrets = secrets };

    private sealed class Loopback : IOutboundTargets
    {
        public bool IsForbidden { get; set; }

        public bool AnyPort => true;

        public bool Allow(IPAddress address) => true;

        public async Task<Socket> Connect(string host, int port, CancellationToken cancellation)
        {
            if (IsForbidden)
                throw new ForbiddenTargetException(host);
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(host, port, cancellation);
            return socket;
        }
    }
}
