using Helpdesk.Domain.Audit;
using Helpdesk.Postgres.Audit;

namespace Helpdesk.Postgres.Tests.Audit;

public sealed class AuditRecordTests(PeopleFixture record) : IClassFixture<PeopleFixture>
{
    private readonly TenantId tenant = Some.Tenant();
    private readonly IAuditChain chain = record.Postgres.Port<IAuditChain>();
    private readonly IAuditTrail trail = record.Postgres.Port<IAuditTrail>();

    [Fact]
    public async Task A_chain_that_nobody_touched_is_whole_however_it_was_linked()
    {
        await Events(5);
        await LinkAll();
        await Events(3);
        await LinkAll();
        await LinkAll();

        var report = await Verify();

        report.Faults.ShouldBeEmpty();
        (report.Checked, report.IsWhole, report.Head!.Number).ShouldBe((8, true, 8));
    }

    [Theory]
    [InlineData("update event set data = jsonb_set(data, '{scopes}', '[\"all\"]') where {event}", AuditFaultKind.EventChanged)]
    [InlineData("update event set at = at + interval '1 microsecond' where {event}", AuditFaultKind.EventChanged)]
    [InlineData("update event set origin = null where {event}", AuditFaultKind.EventChanged)]
    [InlineData("delete from event where {event}", AuditFaultKind.EventMissing)]
    [InlineData("update audit_link set content = sha256('x') where {link}", AuditFaultKind.LinkChanged)]
    [InlineData("update audit_link set kind = 'account.signed_in' where {link}", AuditFaultKind.LinkChanged)]
    [InlineData("delete from audit_link where {link}", AuditFaultKind.LinkMissing)]
    public async Task What_an_owner_tampers_with_is_found_and_named(string tampering, AuditFaultKind found)
    {
        await Events(5);
        await LinkAll();
        var third = (await chain.Read(tenant, 2, 1, default)).Links[0].Link;
        await Column(tampering
            .Replace("{event}", $"tenant_id = '{tenant}' and stream_id = '{third.Stream}' and version = {third.Version}",
                StringComparison.Ordinal)
            .Replace("{link}", $"tenant_id = '{tenant}' and number = 3", StringComparison.Ordinal));

        var faults = (await Verify()).Faults;

        faults.ShouldContain(fault => fault.Kind == found && fault.Number == (found == AuditFaultKind.LinkMissing ? 4 : 3));
        faults.ShouldAllBe(fault => fault.Kind == AuditFaultKind.EventUnlinked || fault.Number == 3 || fault.Number == 4);
    }

    [Fact]
    public async Task An_event_that_was_slipped_in_is_found()
    {
        await Events(3);
        await LinkAll();
        await Column($"""
            insert into event (tenant_id, stream_id, version, tx, at, kind, data)
            select tenant_id, gen_random_uuid(), 1, tx, at, 'api_key.revoked', '{"{}"}' from event where tenant_id = '{tenant}' order by tx, position limit 1
            """);

        (await Verify()).Faults.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            fault => fault.Kind.ShouldBe(AuditFaultKind.EventUnlinked), fault => fault.EventKind.ShouldBe("api_key.revoked"));
    }

    [Fact]
    public async Task A_chain_that_was_written_anew_does_not_hold_a_head_that_was_noted_down()
    {
        await Events(3);
        await LinkAll();
        var head = (await Verify()).Head!;
        await Column($"update event set origin = 'elsewhere' where tenant_id = '{tenant}'");
        await Column($"delete from audit_link where tenant_id = '{tenant}'");
        await LinkAll();

        (await Verify()).Faults.ShouldBeEmpty();
        (await Verify((head.Number, head.Hash))).Faults.ShouldContain(
            fault => fault.Kind == AuditFaultKind.HeadDiffers && fault.Number == 3);
        (await Verify((99, head.Hash))).Faults.ShouldContain(fault => fault.Kind == AuditFaultKind.LinkMissing && fault.Number == 99);
    }

    [Fact]
    public async Task No_role_of_the_product_changes_what_happened_or_its_chain()
    {
        await Events(1);
        await LinkAll();

        foreach (var (source, statement) in
            from source in new[] { record.Postgres.Database.App, record.Postgres.Database.Worker }
            from table in new[] { "event", "audit_link" }
            from statement in new[] { $"update {table} set kind = 'x' where tenant_id = '{tenant}'",
                $"delete from {table} where tenant_id = '{tenant}'" }
            select (source, statement))
        {
            await using var command = source.CreateCommand(statement);
            (await Should.ThrowAsync<PostgresException>(command.ExecuteNonQueryAsync(), statement)).SqlState.ShouldBe("42501", statement);
        }

        await using var forged = record.Postgres.Database.App.CreateCommand(
            $"insert into audit_link values ('{tenant}', 9, '{tenant}', 1, now(), 'x', sha256('x'), sha256('x'))");
        (await Should.ThrowAsync<PostgresException>(forged.ExecuteNonQueryAsync())).SqlState.ShouldBe("42501");
    }

    [Fact]
    public async Task What_only_the_log_has_goes_after_its_time_and_the_chain_stays_whole()
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        var old = now - Duration.FromDays(500);
        var who = await record.Member(tenant);
        await Setting(months: 12);
        for (var day = 0; day < 3; day++)
            await record.SignIn(who, at: old + Duration.FromDays(day));
        await record.SignIn(who, at: now);
        await Column($"insert into event (tenant_id, stream_id, version, at, kind, data) values ('{tenant}', gen_random_uuid(), 1, "
            + $"now() - interval '3 years', 'ticket.opened', '{"{}"}')");
        await LinkAll();
        var before = AuditRetention.Before(12, "Europe/Berlin", now);

        (await trail.Forget(tenant, before, default)).ShouldBe(3);

        (await Verify()).Faults.Count.ShouldBe(3, "gone, and nobody has said that it was by right");
        var forgotten = new Recorded<AuditEvent>(1, now, null, new AuditEvent.Forgotten(before, 3));
        await record.Postgres.Port<IAuditLogStore>().Append(
            new(tenant, AuditLog.Stream, null, AuditLog.Apply(null, forgotten), [forgotten], new(Guid.CreateVersion7(), ""), "due"),
            default);
        await LinkAll();
        var report = await Verify();
        report.Faults.ShouldBeEmpty();
        report.Forgotten.ShouldBe(3);
        (await record.Kinds(tenant, who.Account.Value)).ShouldContain("account.signed_in");
        (await trail.Find(All, null, 100, default)).ShouldContain(entry => entry.Kind == "ticket.opened");
    }

    [Fact]
    public async Task A_municipality_that_was_erased_leaves_a_chain_that_is_whole_and_says_nothing()
    {
        var tenants = record.Postgres.Port<ITenantStore>();
        var deleted = new Recorded<TenantEvent>(
            2, Some.Moment(), null, new TenantEvent.Deleted(SystemClock.Instance.GetCurrentInstant() - Duration.FromMinutes(1)));
        var created = new Recorded<TenantEvent>(
            1, Some.Moment(), null, new TenantEvent.Created($"town-{Some.Number()}", "Town", "TOWN", new()));
        await Append(null, created, deleted);
        await record.Member(tenant);
        await Column($"insert into own_host (host, tenant) values ('support.town{Some.Number()}.example', '{tenant}')");
        await LinkAll();

        await tenants.Erase(tenant, default);
        (await Verify()).Faults.ShouldNotBeEmpty("nobody has said yet that it was by right");
        await Append(
            await tenants.Load(tenant, tenant.Value, default), new Recorded<TenantEvent>(3, Some.Moment(), null, new TenantEvent.Erased()));
        await LinkAll();

        var report = await Verify();
        report.Faults.ShouldBeEmpty();
        report.Forgotten.ShouldBeGreaterThan(1);
        (await Column($"select count(*) from event where tenant_id = '{tenant}'")).ShouldBe(["3"]);
        (await Column($"select count(*) from own_host where tenant = '{tenant}'")).ShouldBe(["0"]);

        async Task Append(Tenant? before, params Recorded<TenantEvent>[] events) => (await tenants.Append(
            new(tenant, tenant.Value, before, events.Aggregate(before, Tenant.Apply)!, events, new(Guid.CreateVersion7(), ""), "test"),
            default))
            .ShouldBeOfType<AppendOutcome.Done>();
    }

    [Fact]
    public async Task The_verb_names_what_was_tampered_with_and_fails()
    {
        var slug = $"town-{Some.Number()}";
        await Column($$"""
            insert into tenant (id, slug, name, number_prefix, status, version, settings, state, created_at, updated_at)
            values ('{{tenant}}', '{{slug}}', 'Town', 'TOWN', 'active', 1, '{}', '{}', now(), now())
            """);
        await Events(4);
        await LinkAll();
        (await Run("verify", "--tenant", slug)).Code.ShouldBe(0);
        var head = AuditHead.Text((await Verify()).Head!);

        await Column($"update event set actor = null where tenant_id = '{tenant}' and position = (select max(position) from event "
            + $"where tenant_id = '{tenant}')");

        var (code, said) = await Run("verify", "--tenant", slug);
        code.ShouldBe(1);
        said.ShouldContain($"{slug}: entry 4: the event was changed (api_key.revoked, ");
        said.ShouldContain(head);
        (await Run("verify", "--tenant", slug, "--head", $"2:{new string('0', 64)}")).Said.ShouldContain(
            "entry 2: it is not the one whose hash was noted down");
        (await Run("verify", "--tenant", "nowhere")).ShouldBe((1, "There is no tenant nowhere.\n"));
        (await Run("verify", "--head", head)).Said.ShouldContain("--tenant");
        (await Run("nonsense")).Said.ShouldContain("audit verify");
    }

    private async Task<(int? Code, string Said)> Run(params string[] words)
    {
        using var said = new StringWriter { NewLine = "\n" };
        var settings = record.Postgres.Configuration.Select(pair => $"--{pair.Key}={pair.Value}");
        var code = await AuditCommands.TryRunAsync(
            ["audit", .. words, .. words[0] == "verify" ? settings.Append("--environment=Development") : []], said, said);
        return (code, said.ToString());
    }

    [Fact]
    public async Task The_database_itself_keeps_what_the_tenants_setting_keeps()
    {
        var who = await record.Member(tenant);
        await Setting(months: 60);
        await record.SignIn(who, at: SystemClock.Instance.GetCurrentInstant() - Duration.FromDays(500));
        await record.SignIn(who);

        (await Should.ThrowAsync<PostgresException>(trail.Forget(tenant, SystemClock.Instance.GetCurrentInstant(), default))).SqlState
            .ShouldBe("42501");
    }

    [Fact]
    public async Task Pages_and_exports_hold_every_entry_once()
    {
        var who = await record.Member(tenant);
        await Events(7);

        var pages = new List<AuditEntry>();
        for (var page = await trail.Find(All, null, 2, default); page.Count > 0; page = await trail.Find(All, page[^1].Place, 2, default))
            pages.AddRange(page);
        var export = await trail.Pages(All, default).SelectMany(page => page).ToListAsync();

        export.Count.ShouldBeGreaterThan(7);
        pages.Select(entry => entry.Place.Position).ShouldBe(export.Select(entry => entry.Place.Position).Reverse());
        (await trail.Find(All with { Subject = who.Account.Value }, null, 100, default)).ShouldAllBe(
            entry => entry.Stream == who.Account.Value);
        (await trail.Find(All with { Kinds = ["api_key"] }, null, 100, default)).Count.ShouldBe(7);
        (await trail.Find(All with { Kinds = ["api_key.created"] }, null, 100, default)).ShouldBeEmpty();
        (await trail.Find(All with { Tenant = Some.Tenant() }, null, 100, default)).ShouldBeEmpty();
    }

    private AuditQuery All => new(tenant, null, [], null, null, null);

    private Task<AuditReport> Verify((long, byte[])? noted = null) =>
        AuditVerification.Verify(chain, tenant, 0, long.MaxValue, noted, default);

    private async Task Events(int count)
    {
        for (var at = 0; at < count; at++)
        {
            await Column($"""
                insert into event (tenant_id, stream_id, version, at, actor, origin, kind, data)
                values ('{tenant}', gen_random_uuid(), 1, now(), gen_random_uuid(), '203.0.113.7 session', 'api_key.revoked', '{"{\"scopes\": [\"x\"]}"}')
                """);
        }
    }

    private async Task LinkAll()
    {
        await using var query = record.Postgres.Superuser.CreateCommand(
            $"select stream_id, version, at, actor, origin, kind, data from event where tenant_id = '{tenant}' order by tx, position");
        await using var reader = await query.ExecuteReaderAsync();
        var events = new List<FeedEvent>();
        while (await reader.ReadAsync())
        {
            events.Add(new()
            {
                Place = FeedPlace.Start,
                Tenant = tenant,
                Stream = reader.GetGuid(0),
                Version = reader.GetInt32(1),
                At = reader.GetInstant(2),
                Actor = reader.GetGuidOrNull(3) is { } actor
                    ? new(actor) : null,
                Origin = reader.GetStringOrNull(4),
                Kind = reader.GetString(5),
                Data = reader.GetString(6),
            });
        }

        await chain.Link(events, default);
    }

    private Task Setting(int months) => Column($$$"""
        insert into tenant (id, slug, name, number_prefix, status, version, settings, state, created_at, updated_at)
        values ('{{{tenant}}}', 'town-{{{Some.Number()}}}', 'Town', 'TOWN', 'active', 1, '{"retention": {"audit_months": {{{months}}}}}', '{}', now(), now())
        """);

    private Task<IReadOnlyList<string>> Column(string sql) => record.Column(sql);
}
