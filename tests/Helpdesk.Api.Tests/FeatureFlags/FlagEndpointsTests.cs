using static Helpdesk.Api.Tests.FeatureFlags.FlagCalls;

namespace Helpdesk.Api.Tests.FeatureFlags;

[Collection(SharedHosts.TwoTowns)]
public sealed class FlagEndpointsTests(ApiFixture api)
{
    private readonly string key = Some.Word();

    [Fact]
    public async Task A_flag_is_made_read_changed_and_archived()
    {
        var console = await api.Console();

        var created = await console.Create(key, Flag(ForTenants("musterstadt")));
        created.StatusCode.ShouldBe(HttpStatusCode.Created, await created.Content.ReadAsStringAsync());
        created.Headers.Location!.ToString().ShouldBe($"{Flags}/{key}");
        created.Headers.ETag!.Tag.ShouldBe("\"1\"");
        var read = await console.Get($"{Flags}/{key}").Json();
        read["strategies"]!.ToJsonString().ShouldBe("""[{"type":"tenants","variant":"on","tenants":["musterstadt"]}]""");
        ((string)read["owner"]!).ShouldBe(api.Operator.ToString());
        ((int)(await console.Change(key, FlagOn(), 1).ContinueWith(task => task.Result).Json())["version"]!).ShouldBe(2);
        await console.Delete($"{Flags}/{key}").ShouldAnswer(HttpStatusCode.NoContent);

        Keys(await console.Get($"{Flags}?limit=200").Json()).ShouldNotContain(key);
        Keys(await console.Get($"{Flags}?archived=true&limit=200").Json()).ShouldContain(key);
    }

    [Fact]
    public async Task What_a_flag_says_of_itself_can_be_saved_again()
    {
        var console = await api.Console();
        await console.Create(key, Flag(ForTenants("musterstadt"), Percentage(5_000, "account"))).ShouldAnswer(HttpStatusCode.Created);
        var read = (await console.Get($"{Flags}/{key}").Json()).AsObject();
        foreach (var name in new[] { "key", "silent", "killed_at", "archived_at", "proposal", "created_at", "created_by", "updated_at",
            "updated_by", "version" })
            read.Remove(name).ShouldBeTrue(name);

        ((int)(await console.Change(key, read, 1).Json())["version"]!).ShouldBe(1);
    }

    [Fact]
    public async Task Creating_and_changing_are_told_apart_by_their_conditions()
    {
        var console = await api.Console();

        await console.Put(key, FlagOn()).ShouldRefuse((HttpStatusCode)428, "if-match-required");
        await console.Put(key, FlagOn(), ("If-None-Match", "\"1\"")).ShouldRefuse(HttpStatusCode.BadRequest, "invalid-if-none-match");
        await console.Change(key, FlagOn(), 1).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        await console.Create(key, FlagOn()).ShouldAnswer(HttpStatusCode.Created);
        await console.Create(key, FlagOn()).ShouldRefuse(HttpStatusCode.PreconditionFailed, "flag-exists");
    }

    [Fact]
    public async Task Two_admins_who_save_different_percentages_at_once_get_one_412()
    {
        var (first, second) = (await api.Console(), await api.Console());
        await first.Create(key, Flag()).ShouldAnswer(HttpStatusCode.Created);

        var answers = await Task.WhenAll(
            first.Change(key, Flag(Percentage(1_000, "tenant")), 1), second.Change(key, Flag(Percentage(9_000, "tenant")), 1));

        answers.Select(answer => answer.StatusCode).ShouldBe([HttpStatusCode.OK, HttpStatusCode.PreconditionFailed], ignoreOrder: true);
        var winner = answers[0].StatusCode == HttpStatusCode.OK ? 1_000 : 9_000;
        ((int)(await first.Get($"{Flags}/{key}").Json())["strategies"]![0]!["basis_points"]!).ShouldBe(winner);
    }

    [Fact]
    public async Task A_retry_with_the_same_key_changes_nothing()
    {
        var console = await api.Console();

        (await console.Put(key, FlagOn(), ("If-None-Match", "*"), ("Idempotency-Key", key))).StatusCode.ShouldBe(HttpStatusCode.Created);
        var again = await console.Put(key, FlagOn(), ("If-None-Match", "*"), ("Idempotency-Key", key));

        again.StatusCode.ShouldBe(HttpStatusCode.Created);
        again.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        ((int)(await console.Get($"{Flags}/{key}/history").Json())["total"]!).ShouldBe(1);
    }

    // Rows B56 of the catalogue of bad input.
    [Theory]
    [InlineData("""[{"type":"percentage","basis_points":-1,"variant":"on"}]""", "/strategies/0/basis_points")]
    [InlineData("""[{"type":"percentage","basis_points":10100,"variant":"on"}]""", "/strategies/0/basis_points")]
    [InlineData("""[{"type":"percentage","basis_points":33.333,"variant":"on"}]""", "/strategies/0/basis_points")]
    [InlineData("""[{"type":"percentage","basis_points":"NaN","variant":"on"}]""", "/strategies/0/basis_points")]
    [InlineData("""[{"type":"percentage","percentage":101,"variant":"on"}]""", "/strategies/0/percentage")]
    [InlineData("""[{"type":"weights","weights":{"on":5000,"off":4999}}]""", "/strategies/0/weights")]
    [InlineData("""[{"type":"segment","where":[{"attribute":"state","operator":"matches","value":"(a+)+$"}],"variant":"on"}]""",
        "/strategies/0/where/0/operator")]
    [InlineData("""[{"type":"tenants","tenants":["nirgendwo"],"variant":"on"}]""", "/strategies/0/tenants/0")]
    public async Task What_cannot_be_meant_is_refused_where_it_stands(string strategies, string pointer)
    {
        var problem = await (await api.Console()).Create(key, Flag().With("strategies", JsonNode.Parse(strategies)))
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");

        problem["errors"]!.AsArray().Select(error => (string)error!["pointer"]!).ShouldContain(pointer);
    }

    [Fact]
    public async Task Ten_thousand_rules_and_a_number_that_is_none_are_refused()
    {
        var console = await api.Console();
        var rules = new JsonArray([.. Enumerable.Range(0, 10_000).Select(_ => Everyone())]);

        await console.Create(key, Flag().With("strategies", rules)).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
        await console.Send(HttpMethod.Put, $"{Flags}/{key}", """{"variants":{"on":NaN},"default_variant":"on"}""", ("If-None-Match", "*"))
            .ShouldRefuse(HttpStatusCode.BadRequest, "malformed-json");
    }

    [Fact]
    public async Task Circles_are_refused_and_parents_stay_while_they_have_children()
    {
        var (console, parent, child) = (await api.Console(), Some.Word(), Some.Word());
        await console.Create(parent, FlagOn()).ShouldAnswer(HttpStatusCode.Created);
        await console.Create(child, FlagOn().With("requires", new JsonArray(parent))).ShouldAnswer(HttpStatusCode.Created);

        var circle = await console.Change(parent, FlagOn().With("requires", new JsonArray(child)), 1).ShouldRefuse(
            HttpStatusCode.UnprocessableEntity, "invalid");
        circle["errors"]![0]!.ToJsonString().ShouldContain("\"cyclic\"");
        await console.Delete($"{Flags}/{parent}").ShouldRefuse(HttpStatusCode.Conflict, "flag-required");
    }

    [Fact]
    public async Task A_parent_that_a_tenant_requires_stays_too()
    {
        var (console, admin) = (await api.Console(), await api.As("musterstadt", Role.Admin));
        await console.Create(key, FlagOn()).ShouldAnswer(HttpStatusCode.Created);
        var child = Some.Word();
        await admin.Create(child, FlagOn().With("requires", new JsonArray(key))).ShouldAnswer(HttpStatusCode.Created);
        await api.Get<Domain.FeatureFlags.ICurrentFlags>().Until(snapshot => snapshot.DependentsOf(key).Any());

        ((string)(await console.Delete($"{Flags}/{key}").ShouldRefuse(HttpStatusCode.Conflict, "flag-required"))["detail"]!).ShouldContain(
            $"musterstadt: {child}");
    }

    [Fact]
    public async Task The_history_tells_who_when_old_new_and_why_and_a_state_comes_back()
    {
        var console = await api.Console();
        await console.Create(key, Flag().With("reason", "Begin.")).ShouldAnswer(HttpStatusCode.Created);
        await console.Change(key, FlagOn().With("reason", "Go."), 1).ShouldAnswer(HttpStatusCode.OK);
        await console.Post($"{Flags}/{key}/restore", new { version = 1, reason = "Back." }, ("If-Match", "\"2\"")).ShouldAnswer(
            HttpStatusCode.OK);

        var items = (await console.Get($"{Flags}/{key}/history").Json())["items"]!.AsArray();

        items.Select(item => ((string)item!["act"]!, (string?)item["reason"], (int)item["version"]!)).ShouldBe(
            [("define", "Begin.", 1), ("change", "Go.", 2), ("restore", "Back.", 3)]);
        items.ShouldAllBe(item => (string)item!["by"]! == api.Operator.ToString());
        items[1]!["before"]!["strategies"]!.AsArray().Count.ShouldBe(0);
        items[1]!["after"]!["strategies"]!.AsArray().Count.ShouldBe(1);
        (await console.Get($"{Flags}/{key}").Json())["strategies"]!.AsArray().Count.ShouldBe(0);
        await console.Post($"{Flags}/{key}/restore", new { version = 9 }, ("If-Match", "\"3\"")).ShouldRefuse(
            HttpStatusCode.UnprocessableEntity, "no-such-state");
    }

    [Fact]
    public async Task A_preview_names_the_tenants_and_saves_nothing()
    {
        var console = await api.Console();
        await console.Create(key, Flag()).ShouldAnswer(HttpStatusCode.Created);

        var preview = await console.Post(
            $"{Flags}/{key}/preview", """{"strategies":[{"type":"tenants","tenants":["beispielburg"],"variant":"on"}]}""").Json();

        preview["counts"]!.ToJsonString().ShouldBe("""{"on":1,"off":1}""");
        preview["items"]!.AsArray().Select(item => ((string)item!["tenant"]!, (string)item["variant"]!)).ShouldBe(
            [("beispielburg", "on"), ("musterstadt", "off")]);
        ((int)(await console.Get($"{Flags}/{key}").Json())["version"]!).ShouldBe(1);
    }

    [Fact]
    public async Task Four_eyes_need_two_people()
    {
        var first = await api.Console();
        var email = Some.Email();
        await api.Enrol(TenantId.Platform, Role.Operator, email);
        var second = await api.SignedIn("console", email);
        await first.Create(key, Flag().With("four_eyes", true)).ShouldAnswer(HttpStatusCode.Created);

        var proposed = await first.Change(key, FlagOn().With("four_eyes", true), 1).Json(HttpStatusCode.Accepted);
        ((string)proposed["proposal"]!["act"]!).ShouldBe("change");
        proposed["strategies"]!.AsArray().ShouldBeEmpty();
        await first.Post($"{Flags}/{key}/approve", new { }, ("If-Match", "\"2\"")).ShouldRefuse(
            HttpStatusCode.Forbidden, "four-eyes-same-person");
        await second.Post($"{Flags}/{key}/approve", new { }).ShouldRefuse((HttpStatusCode)428, "if-match-required");
        var approved = await second.Post($"{Flags}/{key}/approve", new { }, ("If-Match", "\"2\"")).Json();

        approved["strategies"]!.AsArray().Count.ShouldBe(1);
        approved["proposal"].ShouldBeNull();
    }

    [Fact]
    public async Task Stale_flags_are_listed()
    {
        var console = await api.Console();
        await console.Create(key, FlagOn().With("expires_at", "2026-01-01T00:00:00Z")).ShouldAnswer(HttpStatusCode.Created);

        var stale = (await console.Get($"{Flags}/stale?days=30").Json())["items"]!.AsArray().Single(
            item => (string)item!["flag"]!["key"]! == key);

        stale!["reasons"]!.AsArray().Select(reason => (string)reason!).ShouldBe(["expired"]);
    }

    [Theory]
    [InlineData(Role.Customer)]
    [InlineData(Role.Agent)]
    [InlineData(Role.Manager)]
    public async Task Only_an_admin_manages_the_flags_of_a_tenant(Role role)
    {
        var member = await api.As("musterstadt", role);

        (await member.Create(key, FlagOn())).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_tenants_admin_has_no_way_to_the_flags_of_the_platform_or_of_others()
    {
        var (console, admin) = (await api.Console(), await api.As("musterstadt", Role.Admin));
        await console.Create(key, FlagOn()).ShouldAnswer(HttpStatusCode.Created);

        await admin.Get($"{Flags}/{key}").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        Keys(await admin.Get($"{Flags}?limit=200").Json()).ShouldNotContain(key);
        await admin.Create(key, FlagOn()).ShouldRefuse(HttpStatusCode.Conflict, "flag-belongs-to-platform");
        await admin.Create(Some.Word(), Flag(ForTenants("beispielburg"))).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
        (await (await api.As("beispielburg", Role.Admin)).Get($"{Flags}/{key}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static IEnumerable<string> Keys(JsonNode list) => list["items"]!.AsArray().Select(item => (string)item!["key"]!);
}
