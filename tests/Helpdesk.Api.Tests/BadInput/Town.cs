using System.Text.RegularExpressions;
using Helpdesk.Api.Tests.FeatureFlags;

namespace Helpdesk.Api.Tests.BadInput;

/// <summary>A municipality with everything in it that rows of the table mention.</summary>
public sealed partial class Town : IAsyncLifetime
{
    public const string Password = ApiFixture.Password;

    private readonly Dictionary<string, string> words = new(StringComparer.Ordinal);
    private readonly Dictionary<Who, (string Host, string? Token)> doors = [];
    private string digestOfEverything = "";

    public ApiFixture Api { get; } = new();

    public async Task InitializeAsync()
    {
        await Api.InitializeAsync();
        digestOfEverything = await DigestSql();
        var (customer, agent, admin) =
            (await Enter(Who.Customer, Role.Customer), await Enter(Who.Agent, Role.Agent), await Enter(Who.Admin, Role.Admin));
        doors[Who.Nobody] = ("musterstadt.localhost", null);
        doors[Who.Operator] = ("console.localhost", (await Api.Tokens("console", Api.OperatorEmail)).AccessToken);
        doors[Who.Cms] = ("musterstadt.localhost", await Api.Key("musterstadt"));
        words["token"] = doors[Who.Customer].Token!;
        words["foreign token"] = (await Api.As("beispielburg", Role.Customer)).DefaultRequestHeaders.Authorization!.Parameter!;
        words["password"] = Password;
        await MakeTickets(customer, agent, admin);
        await MakeCursors(customer, agent);
        await MakeRest(admin);
    }

    public Task DisposeAsync() => Api.DisposeAsync();

    internal (string Host, string? Token) DoorOf(Who who) => doors[who];

    /// <exception cref="KeyNotFoundException">The table uses a word that nothing is kept under.</exception>
    public string Fill(string text) => text.Contains('«') ? Word().Replace(text, match => words[match.Groups[1].Value]) : text;

    public byte[] Fill(byte[] body) => body.AsSpan().IndexOf("«"u8) < 0
        ? body : Encoding.UTF8.GetBytes(Fill(Encoding.UTF8.GetString(body)));

    /// <summary>Every row of every tenant with the transaction that wrote it: an update that changes nothing shows as well.</summary>
    public Task<IReadOnlyList<string>> Digest() => Api.Column(digestOfEverything);

    private async Task<HttpClient> Enter(Who who, Role role)
    {
        var email = Some.Email();
        var id = await Api.Enrol(Api.Musterstadt, role, email);
        var token = (await Api.Tokens("musterstadt", email)).AccessToken;
        doors[who] = ("musterstadt.localhost", token);
        words[$"{who} id".ToLowerInvariant()] = id.ToString("D");
        words[$"{who} email".ToLowerInvariant()] = email;
        return Api.Client("musterstadt", token);
    }

    private async Task MakeTickets(HttpClient customer, HttpClient agent, HttpClient admin)
    {
        foreach (var name in new[] { "ticket", "closed", "merged", "target", "deleted", "absorbed" })
            words[name] = (await customer.Open($"Drucker {name}")).Id();
        words["foreign ticket"] = (await (await Api.As("beispielburg", Role.Customer)).Open("Fremd")).Id();
        await agent.Post(Of("closed", "/close"), new { resolution_text = "Erledigt." }).ShouldAnswer(HttpStatusCode.OK);
        await agent.Post(Of("merged", "/merge"), new { target = words["target"] }).ShouldAnswer(HttpStatusCode.OK);
        await admin.Delete(Of("deleted")).ShouldAnswer(HttpStatusCode.NoContent);
        await customer.Post(TicketCalls.Tickets, new { subject = "Mit Schlüssel", description = "x" }, ("Idempotency-Key", "used-key"))
            .ShouldAnswer(HttpStatusCode.Created);
        (await agent.Read(words["ticket"])).Version().ShouldBe(1, "rows that change it name this version");
    }

    private async Task MakeCursors(HttpClient customer, HttpClient agent)
    {
        words["cursor"] = await Cursor(customer, "?limit=1");
        words["agent's cursor"] = await Cursor(agent, "?limit=1");
        words["other filter's cursor"] = await Cursor(customer, "?limit=1&priority=medium");
        words["flipped cursor"] = (words["cursor"][0] == 'A' ? 'B' : 'A') + words["cursor"][1..];
        var foreign = await Api.As("beispielburg", Role.Agent);
        await foreign.Open();
        words["foreign cursor"] = await Cursor(foreign, "?limit=1");
    }

    private async Task MakeRest(HttpClient admin)
    {
        words["member email"] = "Jürgen.Groß@example.org";
        await Api.Enrol(Api.Musterstadt, Role.Customer, words["member email"]);
        var policies = await admin.Get("/api/v1/sla/policies");
        words["policies version"] = policies.Headers.ETag!.Tag;
        words["policy"] = (string)(await Task.FromResult(policies).Json())["items"]![0]!["id"]!;
        await admin.Create("parent-flag", FlagCalls.FlagOn()).ShouldAnswer(HttpStatusCode.Created);
        await admin.Create("child-flag", FlagCalls.FlagOn().With("requires", new JsonArray("parent-flag"))).ShouldAnswer(
            HttpStatusCode.Created);
    }

    private string Of(string ticket, string rest = "") => $"{TicketCalls.Tickets}/{words[ticket]}{rest}";

    private static async Task<string> Cursor(HttpClient client, string query) =>
        (string)(await client.Get(TicketCalls.Tickets + query).Json())["next_cursor"]!;

    // Left out is what a refused request may rightly touch, and what the platform writes by itself: when a session or key was last used,
    // tries to sign in, and what those write who follow the feed of earlier rows. Their events name no actor.
    private async Task<string> DigestSql()
    {
        var tables = await Api.Column("""
            select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not like 'orleans%' and relname not in
            ('session', 'api_key', 'sign_in_try', 'feed_position', 'audit_link', 'notification', 'notification_item') order by 1
            """);
        tables.ShouldContain("event");
        tables.Count.ShouldBeGreaterThan(10);
        return string.Join(" union all ", tables.Select(table =>
            $"select '{table} ' || coalesce(md5(string_agg(xmin || t::text, '' order by xmin || t::text)), '-') from \"{table}\" "
                + $"t{(table == "event" ? " where actor is not null" : "")}"));
    }

    [GeneratedRegex("«([^»]+)»")]
    private static partial Regex Word();
}
