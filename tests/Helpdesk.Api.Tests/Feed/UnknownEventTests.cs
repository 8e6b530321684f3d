using Helpdesk.Api.Tests.FeatureFlags;
using Helpdesk.Api.Tests.Tenants;

namespace Helpdesk.Api.Tests.Feed;

/// <summary>What a version sees after a later one was rolled back, and what was spoilt. With a host of its own.</summary>
public sealed class UnknownEventTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static readonly string[] Spoilt = ["[]", "null", "\"text\"", "5", """{"key": "f", "before": "never", "body": {}}"""];

    [Fact]
    public async Task Staff_see_that_there_is_something_in_the_timeline_and_customers_what_they_know()
    {
        var (agent, customer) = (await api.As("musterstadt", Role.Agent), await api.As("musterstadt", Role.Customer));
        var ticket = (string)(await customer.Post("/api/v1/tickets", new { subject = "Laterne", description = "Sie flackert." })
            .Json(HttpStatusCode.Created))["id"]!;
        await Append(api.Musterstadt.Value, ticket, "ticket.teleported", """{"to": "Mond"}""");
        foreach (var data in Spoilt)
            await Append(api.Musterstadt.Value, ticket, "ticket.commented", data);

        var seen = (await agent.Get($"/api/v1/tickets/{ticket}/timeline").Json())["items"]!.AsArray();
        var theirs = (await customer.Get($"/api/v1/tickets/{ticket}/timeline").Json())["items"]!.AsArray();

        seen.Select(item => (string?)item!["kind"]).ShouldContain("teleported");
        seen.Select(item => (string?)item!["kind"]).Count(kind => kind == "commented").ShouldBe(Spoilt.Length);
        ((string?)seen.Single(item => (string?)item!["kind"] == "teleported")!["words"]!["en"]).ShouldBe(
            "Entry that this version of the program cannot read");
        theirs.Select(item => (string?)item!["kind"]).ShouldNotContain("teleported", "it may be meant for staff alone");
        await agent.Get($"/api/v1/tickets/{ticket}").ShouldAnswer(HttpStatusCode.OK);
        await agent.Get($"/api/v1/tickets/{ticket}/comments").ShouldAnswer(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_audit_log_its_copies_and_its_verification_show_them_as_what_they_are()
    {
        var town = await TestTown.New(api);
        foreach (var kind in (string[])["nonsense", "ticket.teleported", "later.thing", "audit.forgotten", "flag_set.changed"])
        {
            foreach (var data in Spoilt)
                await Append(town.Id.Value, kind == "audit.forgotten" ? AuditStream : Guid.NewGuid().ToString(), kind, data);
        }

        var listed = (await town.Admin.Get("/api/v1/audit?limit=200").Json())["items"]!.AsArray();
        listed.Select(entry => (string?)entry!["kind"]).ShouldContain("nonsense");
        listed.Select(entry => (string?)entry!["subject"]!["kind"]).ShouldContain("nonsense");
        (await (await town.Admin.Get("/api/v1/audit/export.json")).Content.ReadAsStringAsync()).ShouldContain("nonsense");
        (await (await town.Admin.Get("/api/v1/audit/export.csv")).Content.ReadAsStringAsync()).ShouldContain("nonsense");
        await town.Admin.Get("/api/v1/audit/verification").ShouldAnswer(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Activities_have_words_for_what_nobody_knows()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var person = await api.Enrol(api.Musterstadt, Role.Agent, Some.Email());
        foreach (var kind in (string[])["membership", "membership.teleported", "account.levitated", "account"])
            await Append(api.Musterstadt.Value, person.ToString(), kind, "[]");
        await Append(api.Musterstadt.Value, Guid.NewGuid().ToString(), "licence", "{}", person);

        var activity = (await admin.Get($"/api/v1/users/{person}/activity").Json())["items"]!.AsArray();

        activity.Select(item => (string?)item!["kind"]).ShouldContain("membership.teleported");
        activity.ShouldAllBe(item => item!["words"]!["de"] != null);
    }

    [Fact]
    public async Task The_history_of_a_flag_tells_of_an_act_that_it_cannot_read()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var key = Some.Word();
        await admin.Create(key, FlagCalls.FlagOn()).ShouldAnswer(HttpStatusCode.Created);
        await Append(api.Musterstadt.Value, FlagStream, "flag_set.teleported", $$"""{"key": "{{key}}"}""");
        await Append(api.Musterstadt.Value, FlagStream, "flag_set.changed", $$"""{"key": "{{key}}", "definition": 5}""");

        var history = (await admin.Get($"/api/v1/flags/{key}/history").Json())["items"]!.AsArray();

        history.Select(act => (string?)act!["act"]).ShouldBe(["unknown", "unknown", "define"], ignoreOrder: true);
    }

    [Fact]
    public async Task Reports_count_what_can_be_read()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        foreach (var (kind, data) in (from kind in (string[])["ticket.teleported", "ticket.closed", "ticket.opened"]
                                      from data in Spoilt
                                      select (kind, data)))
        {
            var ticket = (string)(await admin.Post("/api/v1/tickets", new { subject = "Laterne", description = "Sie flackert." })
                .Json(HttpStatusCode.Created))["id"]!;
            await Append(api.Musterstadt.Value, ticket, kind, data);
        }

        var day = DateTime.UtcNow.AddDays(-2);
        foreach (var report in (string[])["backlog", "compliance", "times", "satisfaction", "reopenings", "volume"])
        {
            var answer = await admin.Get($"/api/v1/reports/{report}?from={day:yyyy-MM-dd}");
            ((int)answer.StatusCode).ShouldBeLessThan(500, await answer.Content.ReadAsStringAsync());
        }
    }

    private const string AuditStream = "00000000-0000-7000-8000-0000000a0d17";
    private const string FlagStream = "00000000-0000-7000-8000-0000000f1a65";

    // Far behind what the program itself will write to the stream.
    private async Task Append(Guid tenant, string stream, string kind, string data, Guid? actor = null) => await api.Column($"""
        insert into event (tenant_id, stream_id, version, at, actor, kind, data)
        values ('{tenant}', '{stream}', (select coalesce(max(version), 0) + 1000 from event where tenant_id = '{tenant}'
            and stream_id = '{stream}'), now(), {(actor is null ? "null" : $"'{actor}'")}, '{kind}', '{data}') returning 1
        """);
}
