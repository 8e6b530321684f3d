using System.Security.Cryptography;
using Helpdesk.Domain.Audit;
using Npgsql;

namespace Helpdesk.Api.Tests.Audit;

/// <summary>
/// A copy of the log takes long. Whatever happens meanwhile, what arrives is either whole and says so, or visibly cut off.
/// </summary>
public sealed class AuditExportTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    // More than a page of 1,000 entries.
    private const int Many = 2_500;

    public static TheoryData<string> Forms => ["csv", "json"];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Breaks_off_when_the_database_goes_away(string form)
    {
        var (host, trail) = Pausing();
        var (_, token) = await AdminWithHistory(host);

        using var answer = await Begin(host, token, form, trail);
        await using (await StoppedDatabase.Of(api.Postgres))
        {
            trail.GoOn();
            await ShouldBreakOff(answer);
        }

        await Back(host);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Breaks_off_when_the_session_ends(string form)
    {
        var (host, trail) = Pausing();
        var (_, token) = await AdminWithHistory(host);

        using var answer = await Begin(host, token, form, trail);
        await api.Client("musterstadt", token, host).Post("/api/v1/auth/logout").ShouldAnswer(HttpStatusCode.NoContent);
        trail.GoOn();

        await ShouldBreakOff(answer);
    }

    [Fact]
    public async Task Breaks_off_when_the_role_is_taken_away()
    {
        var (host, trail) = Pausing();
        var (admin, token) = await AdminWithHistory(host);
        var me = (string)(await admin.Get("/api/v1/me").Json())["id"]!;
        var other = await api.As("musterstadt", Role.Admin);

        using var answer = await Begin(host, token, "csv", trail);
        var version = (await other.Get($"/api/v1/users/{me}")).Headers.ETag!.Tag;
        await other.Patch($"/api/v1/users/{me}", new { role = "agent" }, ("If-Match", version)).ShouldAnswer(HttpStatusCode.OK);
        await Eventually.Holds(async () => (await admin.Get("/api/v1/audit?limit=1")).StatusCode is HttpStatusCode.Forbidden);
        trail.GoOn();

        await ShouldBreakOff(answer);
    }

    [Fact]
    public async Task Ends_at_the_moment_of_the_request()
    {
        var (host, trail) = Pausing();
        var (admin, token) = await AdminWithHistory(host);

        using var answer = await Begin(host, token, "json", trail);
        var late = (string)(await admin.Post("/api/v1/tickets", new { subject = "Zu spät", description = "Dunkel." })
            .Json(HttpStatusCode.Created))["id"]!;
        trail.GoOn();

        var entries = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsArray();
        entries.Count.ShouldBeGreaterThan(Many);
        entries.ShouldNotContain(entry => (string)entry!["subject"]!["id"]! == late);
        // This copy itself is one of the things that come later.
        var noted = (await admin.Get("/api/v1/audit?kind=audit.exported&limit=1").Json())["items"]![0]!["subject"]!.ToJsonString();
        entries.ShouldNotContain(entry => entry!["subject"]!.ToJsonString() == noted);
    }

    [Fact]
    public async Task The_last_line_of_a_whole_table_counts_it_and_has_its_hash()
    {
        var (host, trail) = Pausing();
        trail.GoOn();
        var (admin, _) = await AdminWithHistory(host);

        var file = await (await admin.Get("/api/v1/audit/export.csv")).Content.ReadAsByteArrayAsync();

        var last = file.AsSpan(0, file.Length - 2).LastIndexOf("\r\n"u8) + 2;
        var cells = Encoding.UTF8.GetString(file.AsSpan(last)).TrimEnd().Split(',').Select(cell => cell.Trim('"')).ToList();
        var lines = Encoding.UTF8.GetString(file).TrimEnd().Split("\r\n");
        cells[..3].ShouldBe(["end", $"{lines.Length - 2}", $"sha256:{Convert.ToHexStringLower(SHA256.HashData(file.AsSpan(0, last)))}"]);
        cells.Count.ShouldBe(lines[0].Split(',').Length);
        lines.Length.ShouldBeGreaterThan(Many);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Is_refused_in_words_when_the_database_was_away_before_anything_left(string form)
    {
        var (host, trail) = Pausing(before: true);
        var (admin, _) = await AdminWithHistory(host);

        var asking = admin.Get($"/api/v1/audit/export.{form}");
        await trail.Paused;
        await using (await StoppedDatabase.Of(api.Postgres))
        {
            trail.GoOn();
            await asking.ShouldRefuse(HttpStatusCode.ServiceUnavailable, "storage-unavailable");
        }

        await Back(host);
    }

    // One host for all: tests of a class run one after another.
    private (ApiHost Host, PausingTrail Trail) Pausing(bool before = false)
    {
        var host = api.Other("pausing", services =>
        {
            var own = services.Single(service => service.ServiceType == typeof(IAuditTrail));
            services.Remove(own);
            services.AddSingleton<IAuditTrail>(provider => new PausingTrail(
                (IAuditTrail)ActivatorUtilities.CreateInstance(provider, own.ImplementationType!)));
        });
        var trail = (PausingTrail)host.Services.GetRequiredService<IAuditTrail>();
        trail.PauseNext(before);
        return (host, trail);
    }

    private async Task<(HttpClient Admin, string Token)> AdminWithHistory(ApiHost host)
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Admin, email);
        await api.Postgres.Run($$"""
            insert into event (tenant_id, stream_id, version, at, kind, data)
            select '{{api.Musterstadt.Value}}', gen_random_uuid(), 1, now() - interval '1 day' * random(), 'account.signed_in', '{}'
            from generate_series(1, {{Many}}) where not exists (
                select from event where tenant_id = '{{api.Musterstadt.Value}}' and kind = 'account.signed_in' and data = '{}')
            """);
        var token = (await api.Tokens("musterstadt", email)).AccessToken;
        return (api.Client("musterstadt", token, host), token);
    }

    // Past the check against the document, which waits for the end.
    private static async Task<HttpResponseMessage> Begin(ApiHost host, string token, string form, PausingTrail trail)
    {
        using var plain = new HttpClient(host.Sockets, disposeHandler: false) { BaseAddress = new("http://musterstadt.localhost") };
        plain.DefaultRequestHeaders.Authorization = new("Bearer", token);
        var asking = plain.GetAsync($"/api/v1/audit/export.{form}", HttpCompletionOption.ResponseHeadersRead);
        await trail.Paused;
        return await asking;
    }

    // For the tests after this one: connections that were cut are found out when they are used.
    private Task Back(ApiHost host) => Eventually.Holds(async () =>
    {
        try
        {
            await api.Column("select 1");
            return await SignsIn(null) && await SignsIn(host);
        }
        catch (NpgsqlException)
        {
            return false;
        }
    });

    private async Task<bool> SignsIn(ApiHost? host) =>
        (await api.Client("musterstadt", of: host).Post("/api/v1/auth/login", new { email = Some.Email(), password = "falsch" }))
            .StatusCode is HttpStatusCode.Unauthorized;

    private static Task ShouldBreakOff(HttpResponseMessage answer) => Should.ThrowAsync<HttpRequestException>(async () =>
    {
        var text = await answer.Content.ReadAsStringAsync();
        throw new InvalidOperationException($"{text.Length} characters looked whole.");
    });

    /// <summary>Waits after the first page, or before it, until it is told to go on.</summary>
    private sealed class PausingTrail(IAuditTrail inner) : IAuditTrail
    {
        private TaskCompletionSource paused = Source();
        private TaskCompletionSource goOn = Source();
        private bool before;

        public Task Paused => paused.Task;

        public void PauseNext(bool before) => (this.before, paused, goOn) = (before, Source(), Source());

        public void GoOn() => goOn.TrySetResult();

        public async IAsyncEnumerable<IReadOnlyList<AuditEntry>> Pages(
            AuditQuery query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
        {
            if (before)
                await Pause();
            await foreach (var page in inner.Pages(query, cancellation))
            {
                yield return page;
                await Pause();
            }
        }

        public Task<IReadOnlyList<AuditEntry>> Find(AuditQuery query, AuditPlace? after, int limit, CancellationToken cancellation) =>
            inner.Find(query, after, limit, cancellation);

        public Task<int> Forget(TenantId tenant, Instant before, CancellationToken cancellation) => inner.Forget(
            tenant, before, cancellation);

        private Task Pause()
        {
            paused.TrySetResult();
            return goOn.Task;
        }

        private static TaskCompletionSource Source() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
