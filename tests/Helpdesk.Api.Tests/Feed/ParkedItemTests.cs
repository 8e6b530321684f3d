using Helpdesk.Api.Tests.Tenants;
using Helpdesk.Grains.Feed;

namespace Helpdesk.Api.Tests.Feed;

/// <summary>With a host of its own: the clock is moved, and mails that nobody can read are owed.</summary>
public sealed class ParkedItemTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task A_mail_that_cannot_be_read_is_parked_and_stops_nobody()
    {
        var town = await TestTown.New(api);
        var stream = await Spoil(town.Id.Value, "notification.owed", """{"sealed": "bm90aGluZw=="}""");
        var email = Some.Email();
        await api.Enrol(town.Id, Role.Customer, email);
        await api.Client(town.Slug).Post("/api/v1/auth/password/reset", new { email }).ShouldAnswer(HttpStatusCode.Accepted);

        await Eventually.Holds(() => Task.FromResult(
            Directory.Exists(Path.Combine(api.Data, "mail"))
            && Directory.GetFiles(Path.Combine(api.Data, "mail"), "*.eml").Any(file => File.ReadAllText(file).Contains(email))));
        var parked = await Parked(await town.AdminAgain(api), stream, "mail");

        ((string?)parked["source"]).ShouldBe("feed");
        ((string?)parked["reason"]).ShouldBe("unreadable");
        ((string?)parked["tenant"]).ShouldBe(town.Slug);
        ((string?)parked["words"]!["de"]).ShouldNotBeNullOrEmpty();
        ((int?)parked["tries"]).ShouldBe(8);
        parked["detail"].ShouldBeNull("what the machine says is for operators");
    }

    [Fact]
    public async Task Operators_see_what_the_machine_said_and_a_replay_is_in_the_tenants_audit_log()
    {
        var town = await TestTown.New(api);
        var stream = await Spoil(town.Id.Value, "notification.owed", "[]");
        var id = (string)(await Parked(await town.AdminAgain(api), stream, "mail"))["id"]!;

        var console = await api.SignedIn("console", api.OperatorEmail);
        var seen = (await Items(console)).Single(item => (string)item["id"]! == id);
        ((string?)seen["detail"])!.ShouldContain("OwedEvent");
        await console.Post($"/api/v1/parked-items/{id}/replay").ShouldAnswer(HttpStatusCode.NoContent);

        var admin = await town.AdminAgain(api);
        var audit = await admin.Get($"/api/v1/audit?kind=parked_item.replayed&subject={id}").Json();
        ((string?)audit["items"]!.AsArray().ShouldHaveSingleItem()!["actor"]!["id"]).ShouldBe(api.Operator.ToString());
        var again = await Parked(admin, stream, "mail");
        ((int?)again["tries"]).ShouldBe(8, "it was tried from the start");
    }

    [Fact]
    public async Task What_a_replay_mends_is_gone_from_the_list()
    {
        var town = await TestTown.New(api);
        var stream = await Spoil(town.Id.Value, "licence.expired", """{"owner": "nobody"}""");
        var admin = await town.AdminAgain(api);
        var id = (string)(await Parked(admin, stream, "notices"))["id"]!;
        await api.Column($"alter table event disable trigger user; update event set data = '{{}}' where stream_id = '{stream}'; "
            + "alter table event enable trigger user; select 1");

        await admin.Post($"/api/v1/parked-items/{id}/replay").ShouldAnswer(HttpStatusCode.NoContent);

        await Eventually.Holds(async () => !(await Items(await town.AdminAgain(api))).Any(item => (string)item["id"]! == id));
    }

    [Fact]
    public async Task A_due_moment_that_nobody_can_settle_is_parked_and_told_again_when_it_is_replayed()
    {
        var town = await TestTown.New(api);
        var stream = Guid.NewGuid();
        await api.Column($"""
            insert into due (tenant_id, stream_id, subject, kind, due_at, attempts)
            values ('{town.Id}', '{stream}', 'nothing', 'look', now() - interval '1 hour', 7) returning 1
            """);

        var id = (string)(await Parked(await town.AdminAgain(api), stream, "nothing"))["id"]!;
        (await api.Column($"select leased_until::text from due where stream_id = '{stream}'"))[0].ShouldBe("infinity");
        await (await town.AdminAgain(api)).Post($"/api/v1/parked-items/{id}/replay").ShouldAnswer(HttpStatusCode.NoContent);

        await Eventually.Holds(async () => (await api.Column($"select attempts::text from due where stream_id = '{stream}'"))[0] != "0"
            || (await Items(await town.AdminAgain(api))).Count > 0);
    }

    [Theory]
    [InlineData(Role.Customer)]
    [InlineData(Role.Agent)]
    [InlineData(Role.Manager)]
    public async Task They_are_for_admins(Role role) => await (await api.As("musterstadt", role)).Get("/api/v1/parked-items")
        .ShouldRefuse(HttpStatusCode.Forbidden, "role-required");

    [Fact]
    public async Task No_consumer_stops_at_an_event_that_cannot_be_read()
    {
        var town = await TestTown.New(api);
        var consumers = api.Get<IEnumerable<FeedConsumer>>().ToList();
        consumers.Count.ShouldBeGreaterThanOrEqualTo(7);
        foreach (var kind in consumers.SelectMany(consumer => consumer.Kinds ?? ["unheard.of", "nonsense"]).Distinct())
        {
            foreach (var data in (string[])["[]", "null", "\"text\"", """{"owner": 5, "other": [], "to": {}, "target": "?"}"""])
                await Spoil(town.Id.Value, kind, data);
        }

        var last = long.Parse((await api.Column("select max(position) from event"))[0]);
        await Eventually.Holds(
            async () => (await api.Column($"select consumer from feed_position where position >= {last} or tx > (select max(tx) from event "
                + $"where position = {last})")).Count >= consumers.Count,
            "Each consumer should have passed.");
    }

    /// <summary>An event of an hour ago, behind the product's back.</summary>
    private async Task<Guid> Spoil(Guid tenant, string kind, string data)
    {
        var stream = Guid.NewGuid();
        await api.Column($"""
            insert into event (tenant_id, stream_id, version, at, kind, data)
            values ('{tenant}', '{stream}', 1, now() - interval '1 hour', '{kind}', '{data}') returning 1
            """);
        return stream;
    }

    // Until nobody tries it any more. The clock goes on meanwhile, so nobody waits for pauses.
    private async Task<JsonNode> Parked(HttpClient admin, Guid subject, string handler) => await Eventually.Comes(async () =>
    {
        var items = await Items(admin);
        if (items.FirstOrDefault(item => (string)item["subject"]! == subject.ToString() && (string)item["handler"]! == handler)
            is { } found && found["next_try_at"] is null)
            return found;
        await api.Column($"update parked_item set next_at = '2020-01-01' where stream_id = '{subject}' and next_at > now() returning 1");
        return null;
    });

    private static async Task<List<JsonNode>> Items(HttpClient client) =>
        [.. (await client.Get("/api/v1/parked-items?limit=200").Json())["items"]!.AsArray().Select(item => item!)];
}
