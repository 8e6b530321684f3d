using Helpdesk.Api.Tests.Mail;

namespace Helpdesk.Api.Tests.Tenants;

/// <summary>Mails of a municipality that is suspended or deleted would lead to a host that refuses their readers.</summary>
[Collection(SharedHosts.Mailing)]
public sealed class RestingTownTests : IAsyncLifetime
{
    private readonly MailingApi api;
    private readonly string email = Some.Email();
    private TestTown town = null!;
    private JsonNode ticket = null!;

    public RestingTownTests(MailingApi api)
    {
        this.api = api;
        api.Server.Start();
    }

    public async Task InitializeAsync()
    {
        town = await TestTown.New(api);
        await api.Enrol(town.Id, Role.Customer, email);
        ticket = await (await api.SignedIn(town.Slug, email)).Open();
    }

    public Task DisposeAsync() => api.Server.Stop();

    [Fact]
    public async Task What_people_are_told_waits_while_it_is_suspended()
    {
        await Answer();
        await Suspend();
        api.Time.Advance(TimeSpan.FromSeconds(11));
        await LookedAt();
        api.Server.For(email).ShouldBeEmpty();

        await Reactivate();
        api.Time.Advance(TimeSpan.FromMinutes(6));

        await Eventually.Holds(() => Task.FromResult(api.Server.For(email).Count == 1));
        api.Server.For(email).Single().ShouldContain("Bitte einmal neu laden.");
    }

    [Fact]
    public async Task What_it_would_have_told_days_ago_is_not_mailed_when_it_is_restored()
    {
        var other = await api.As("console", Role.Operator);
        await Answer();
        await town.Console.Post($"/api/v1/tenants/{town.Slug}/deletion", new { reason = "Irrtum." }).ShouldAnswer(HttpStatusCode.OK);
        await other.Post($"/api/v1/tenants/{town.Slug}/deletion/confirm").ShouldAnswer(HttpStatusCode.OK);
        api.Time.Advance(TimeSpan.FromSeconds(11));
        await LookedAt();
        api.Time.Advance(TimeSpan.FromHours(73));
        await Eventually.Holds(async () => await MailAt() == "never");

        await Console($"/api/v1/tenants/{town.Slug}/restore");
        api.Time.Advance(TimeSpan.FromMinutes(6));
        await AnotherTownIsTold();
        api.Server.For(email).ShouldBeEmpty();
        var told = await (await api.SignedIn(town.Slug, email)).Get("/api/v1/notifications/items").Json();
        ((int)told["total"]!).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_in_the_outbox_waits_without_a_try_and_is_given_up_when_its_time_is_over()
    {
        api.Server.Say(email, 451, "Later");
        await Answer();
        api.Time.Advance(TimeSpan.FromSeconds(11));
        await Eventually.Holds(async () => await Outbox("state") == "delayed");
        await Suspend();
        api.Server.Say(email, null);
        api.Time.Advance(TimeSpan.FromMinutes(2));
        await Eventually.Holds(async () => await Outbox($"next_at > '{api.Time.GetUtcNow():O}'::timestamptz + interval '200 s'") == "true");
        (await Outbox("attempts || ' ' || state")).ShouldBe("1 delayed");

        api.Time.Advance(TimeSpan.FromHours(73));
        await Eventually.Holds(async () => await Outbox("state") == "dropped");
        (await Outbox("attempts || ' ' || state || ' ' || reason")).ShouldBe("1 dropped tenant_rests");
        api.Server.For(email).ShouldBeEmpty();
    }

    private async Task Answer()
    {
        var staff = Some.Email();
        await api.Enrol(town.Id, Role.Agent, staff);
        await (await api.SignedIn(town.Slug, staff)).Post(
            $"/api/v1/tickets/{ticket["id"]}/comments", new { body = "Bitte einmal neu laden.", visibility = "public" })
            .ShouldAnswer(HttpStatusCode.Created);
    }

    private Task Suspend() => Console($"/api/v1/tenants/{town.Slug}/suspend", new { reason = "Vertrag ruht." });

    private Task Reactivate() => Console($"/api/v1/tenants/{town.Slug}/reactivate");

    private async Task Console(string path, object? body = null) =>
        await (await api.SignedIn("console", api.OperatorEmail)).Post(path, body).ShouldAnswer(HttpStatusCode.OK);

    // Whoever works on it holds it for a minute only: what is further away was put there.
    private Task LookedAt() => Eventually.Holds(async () => (await api.Column($"""
        select 1::text from notification_item
        where stream_id = '{ticket["id"]}' and mail_at > '{api.Time.GetUtcNow():O}'::timestamptz + interval '200 s'
        """)).Count == 1);

    private async Task<string> MailAt() => (await api.Column(
        $"select coalesce(mail_at::text, 'never') from notification_item where stream_id = '{ticket["id"]}'")).Single();

    private async Task<string> Outbox(string what) => (await api.Column(
        $"select ({what})::text from outgoing_mail where tenant_id = '{town.Id}' and template = 'notices'")).SingleOrDefault() ?? "";

    // Mails go in the order of their time: with one of a later moment, all before would have come.
    private async Task AnotherTownIsTold()
    {
        var reader = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Customer, reader);
        var theirs = await (await api.SignedIn("musterstadt", reader)).Open();
        await (await api.As("musterstadt", Role.Agent)).Post(
            $"/api/v1/tickets/{theirs["id"]}/comments", new { body = "Bitte einmal neu laden.", visibility = "public" })
            .ShouldAnswer(HttpStatusCode.Created);
        api.Time.Advance(TimeSpan.FromSeconds(11));
        await Eventually.Holds(() => Task.FromResult(api.Server.For(reader).Count == 1));
    }
}
