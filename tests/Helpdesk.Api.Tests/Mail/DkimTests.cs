using System.Text.Json.Nodes;
using MimeKit;
using MimeKit.Cryptography;

namespace Helpdesk.Api.Tests.Mail;

/// <summary>Mails of a municipality's own server are signed with its key as soon as DNS has the record.</summary>
[Collection(SharedHosts.Mailing)]
public sealed class DkimTests : IAsyncLifetime
{
    private const string Server = "/api/v1/mail/outgoing";
    private const string Dkim = "/api/v1/mail/outgoing/dkim";

    private readonly MailingApi api;
    private readonly MailServerStub own = new();
    private readonly string domain = $"{Some.Word()}.example";
    private readonly string email = Some.Email();
    private HttpClient admin = null!;

    public DkimTests(MailingApi api)
    {
        this.api = api;
        own.Start();
    }

    public async Task InitializeAsync()
    {
        admin = await api.As("musterstadt", Role.Admin);
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        await admin.Send(HttpMethod.Put, Server, System.Text.Json.JsonSerializer.Serialize(new
        { host = "127.0.0.1", port = own.Port, security = "none", from = $"helpdesk@{domain}" })).ShouldAnswer(HttpStatusCode.OK);
    }

    public async Task DisposeAsync()
    {
        foreach (var key in (await Read())["keys"]!.AsArray())
            await admin.Delete($"{Dkim}/keys/{key!["selector"]}").ShouldAnswer(HttpStatusCode.NoContent);
        await admin.Delete(Server);
        await own.DisposeAsync();
    }

    [Fact]
    public async Task A_key_signs_from_the_moment_on_at_which_its_record_is_in_dns()
    {
        var key = await Made();
        var before = await Read();
        (Text(before["sender_domain"]), Text(before["signs_with"]), Text(before["keys"]![0]!["dns"])).ShouldBe((domain, null, "missing"));
        await Test();
        own.For(email)[0].ShouldNotContain("DKIM-Signature");

        Publish(key);
        var after = await Read();
        (Text(after["signs_with"]), Text(after["keys"]![0]!["dns"])).ShouldBe((Text(key["selector"]), "published"));
        await Test();

        IsGood(own.For(email)[1], key).ShouldBeTrue();
        IsGood(own.For(email)[1].Replace("Testmail", "Festmail").Replace("Test mail", "Fest mail"), key).ShouldBeFalse();
    }

    [Fact]
    public async Task The_newer_of_two_keys_takes_over_when_its_record_is_there()
    {
        var (first, second) = (await Made(), await Made());
        Text(second["selector"]).ShouldNotBe(Text(first["selector"]));
        await admin.Post($"{Dkim}/keys", new { domain }).ShouldRefuse(HttpStatusCode.Conflict, "too-many-dkim-keys");

        Publish(first);
        Text((await Read())["signs_with"]).ShouldBe(Text(first["selector"]));
        Publish(second);
        Text((await Read())["signs_with"]).ShouldBe(Text(second["selector"]));
        await Test();
        IsGood(own.For(email)[0], second).ShouldBeTrue();

        await admin.Delete($"{Dkim}/keys/{first["selector"]}").ShouldAnswer(HttpStatusCode.NoContent);
        (await Read())["keys"]!.AsArray().Select(key => Text(key!["selector"])).ShouldBe([Text(second["selector"])]);
    }

    [Fact]
    public async Task Another_record_in_its_place_signs_nothing_and_a_silent_dns_is_said()
    {
        var key = await Made();
        api.Dns.Texts[Text(key["record"]!["name"])!] = ["v=DKIM1; p=QUJD"];
        Text((await Read())["keys"]![0]!["dns"]).ShouldBe("different");
        await Test();
        own.For(email)[0].ShouldNotContain("DKIM-Signature");

        api.Dns.Mood = DnsMood.Broken;
        try
        {
            Text((await Read())["keys"]![0]!["dns"]).ShouldBe("unknown");
        }
        finally
        {
            api.Dns.Mood = DnsMood.Well;
        }
    }

    [Fact]
    public async Task A_private_key_is_told_to_nobody_and_kept_sealed()
    {
        var made = await Made();

        made.ToJsonString().ShouldNotContain("PRIVATE");
        (await Read()).ToJsonString().ShouldNotContain("sealed");
        (await admin.Get("/api/v1/audit?kind=mail_dkim.key_added").Json()).ToJsonString().ShouldNotContain("sealed\"");
        var events = await api.Column("select data::text from event where kind = 'mail_dkim.key_added'");
        events.ShouldNotBeEmpty();
        events.ShouldAllBe(data => !data.Contains("PRIVATE"));
    }

    [Fact]
    public async Task Only_its_admins_have_to_do_with_it()
    {
        foreach (var role in new[] { Role.Manager, Role.Agent, Role.Customer })
        {
            var client = await api.As("musterstadt", role);
            await client.Get(Dkim).ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
            await client.Post($"{Dkim}/keys", new { domain }).ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
            await client.Delete($"{Dkim}/keys/hd-0").ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
        }

        await admin.Delete($"{Dkim}/keys/hd-0").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        var problem = await admin.Post($"{Dkim}/keys", new { domain = "niemand" })
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
        Text(problem["errors"]![0]!["pointer"]).ShouldBe("/domain");
    }

    private static string? Text(JsonNode? node) => (string?)node;

    private Task<JsonNode> Made() => admin.Post($"{Dkim}/keys", new { domain }).Json(HttpStatusCode.Created);

    private Task<JsonNode> Read() => admin.Get(Dkim).Json();

    private void Publish(JsonNode key) => api.Dns.Texts[Text(key["record"]!["name"])!] = [Text(key["record"]!["text"])!];

    private async Task Test() =>
        Text((await admin.Post($"{Server}/test", new { to = email }).Json())["result"]).ShouldBe("accepted");

    private static bool IsGood(string mail, JsonNode key)
    {
        var message = MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(mail)));
        var signature = message.Headers.First(header => header.Id is HeaderId.DkimSignature);
        signature.Value.ShouldContain($"s={key["selector"]}");
        var publicKey = Text(key["record"]!["text"])!.Split("p=")[1];
        return new DkimVerifier(new LetterSignerTests.Dns(publicKey)).Verify(message, signature);
    }
}
