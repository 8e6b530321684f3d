using System.Collections.Immutable;
using Helpdesk.Contracts.Categories;
using Helpdesk.Contracts.FeatureFlags;
using Helpdesk.Contracts.Sla;
using Helpdesk.Contracts.Templates;
using Helpdesk.Domain.Categories;
using Helpdesk.Domain.Sla.Calendars;
using Helpdesk.Domain.Templates;
using Helpdesk.Grains.FeatureFlags;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Grains.Tests.Templates;

/// <summary>Many steps on many grains, of which any may be the last.</summary>
public sealed class TenantFoundingTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    private static readonly Caller Operator = new(TenantId.Platform, Some.Account(), Role.Operator, "test");

    private readonly CutTenantStore tenants = new(postgres.Port<ITenantStore>());
    private TicketSilo silo = null!;

    public async Task InitializeAsync() => silo = await TicketSilo.Start(
        postgres, new FakeMembers(), also: services => services.AddSingleton<ITenantStore>(tenants).AddCurrentFlags());

    public async Task DisposeAsync() => await silo.DisposeAsync();

    [Fact]
    public async Task One_that_was_cut_off_goes_on_where_it_stopped_and_repeated_again_it_changes_nothing()
    {
        var (template, command, slug) = (await Saved(Content()), Town.Key(), Slug());
        tenants.IsCut = true;
        (await Found(command, slug, template)).Refusal.ShouldBe(FeedErrors.Unreachable);
        (await postgres.Port<ITenantDirectory>().FindBySlug(slug, default)).ShouldBeNull();
        tenants.IsCut = false;

        Town.Accepted(await Template(template).Save(Operator, Town.NoKey(), template, "Anders", new(), 1, default));
        var made = Town.Accepted(await Found(command, slug, template));

        (made.State.Slug, made.State.Settings.Zone, made.Replayed).ShouldBe((slug, "Europe/Vienna", false), "what it held at first");
        await HasAllOfIt(command);
        RecordJson.Same(Town.Accepted(await Found(command, slug, template)), made with { Replayed = true }).ShouldBeTrue();
        await HasAllOfIt(command);
    }

    [Fact]
    public async Task A_repetition_leaves_what_the_admin_added_since_and_needs_no_template_any_more_and_another_command_is_refused()
    {
        var (template, command, slug) = (await Saved(Content()), Town.Key(), Slug());
        var made = Town.Accepted(await Found(command, slug, template));
        var admin = Operator with { Tenant = TenantOf(command), Role = Role.Admin };
        silo.Passes.Enter(admin.Tenant);
        var lists = silo.Grains.GetGrain<ITicketListsGrain>(GrainKeys.Of(admin.Tenant));
        Town.Accepted(await lists.Add(admin, Town.NoKey(), ListKind.Category, new("parken", "Parken", "Parking"), null, default));
        Town.Accepted(await Template(template).Remove(Operator, Town.NoKey(), template, null, default));

        RecordJson.Same(Town.Accepted(await Found(command, slug, template)), made with { Replayed = true }).ShouldBeTrue();
        (await Found(command with { Fingerprint = "another" }, Slug(), null)).Refusal.ShouldBe(FeedErrors.KeyReused);

        silo.Passes.Enter(admin.Tenant);
        (await lists.Entries(admin, ListKind.Category, default)).Value.Select(placed => placed.Entry.Key)
            .ShouldBe(["strassen", "it", "parken"]);
    }

    [Fact]
    public async Task A_copy_asked_for_again_is_answered_as_then_although_what_was_copied_is_gone()
    {
        var (slug, key, command) = (Slug(), $"copy-{Some.Number()}", Town.Key());
        var source = Town.Key();
        Town.Accepted(await Found(source, slug, null));
        var made = Town.Accepted(await Template(key).Copy(Operator, command, key, "Kopie", slug, default));
        await postgres.Run($"update tenant set slug = 'weg-{Some.Number()}' where slug = '{slug}'");

        var again = Town.Accepted(await Template(key).Copy(Operator, command, key, "Kopie", slug, default));

        (again.Replayed, again.State.Version, again.State.Name).ShouldBe((true, made.State.Version, "Kopie"));
        (await Template(key).Copy(Operator, command with { Fingerprint = "another" }, key, "Andere", slug, default)).Refusal.ShouldBe(
            FeedErrors.KeyReused);
    }

    [Fact]
    public async Task A_step_that_is_refused_leaves_no_tenant_behind()
    {
        var (command, slug) = (Town.Key(), Slug());
        var two = Content() with { Policies = [Policy("Erste", SlaCondition.Always), Policy("Zweite", SlaCondition.Always)] };

        (await Found(command, slug, await Saved(two))).Refusal.ShouldBe(SlaErrors.DefaultPolicyNeeded);

        (await postgres.Port<ITenantDirectory>().FindBySlug(slug, default)).ShouldBeNull();
        Town.Accepted(await Found(Town.Key(), slug, template: null)).State.Slug.ShouldBe(slug);
    }

    [Fact]
    public async Task Flags_come_last_so_one_that_is_refused_leaves_a_tenant_without_it()
    {
        var (command, slug) = (Town.Key(), Slug());
        var flags = Content() with { Flags = [new("new-form", Some.FlagOn() with { Overridable = true })] };

        (await Found(command, slug, await Saved(flags))).Refusal!.Fields.Single().Code.ShouldBe("platform-only");

        (await postgres.Port<ITenantDirectory>().FindBySlug(slug, default)).ShouldNotBeNull().Id.ShouldBe(TenantOf(command));
    }

    [Fact]
    public async Task Only_operators_found_tenants_or_read_one_into_a_template()
    {
        var (admin, slug) = (Operator with { Role = Role.Admin }, Slug());
        Town.Accepted(await Found(Town.Key(), slug, null));

        (await Found(Town.Key(), Slug(), null, admin)).Refusal.ShouldBe(AccessErrors.OperatorOnly);
        (await Template("copy").Copy(admin, Town.Key(), "copy", "Kopie", slug, default)).Refusal.ShouldBe(AccessErrors.OperatorOnly);
        Town.Accepted(await Template("copy").Copy(Operator, Town.Key(), "copy", "Kopie", slug, default)).State.Content.Categories!.Count
            .ShouldBe(TicketLists.Seeded.Categories.Length);
    }

    [Fact]
    public async Task A_stored_one_can_be_used_although_it_has_a_member_that_nobody_knows()
    {
        var template = await Saved(Content());
        (await postgres.Run(
            "update aggregate set state = jsonb_set(state, '{content,of_a_later_version}', '[1]') where kind = 'tenant_template'"))
            .ShouldBeGreaterThan(0);
        var command = Town.Key();

        Town.Accepted(await Found(command, Slug(), template));

        await HasAllOfIt(command);
    }

    private async Task HasAllOfIt(CommandId command)
    {
        var tenant = TenantOf(command);
        var (admin, key) = (Operator with { Tenant = tenant, Role = Role.Admin }, GrainKeys.Of(tenant));
        silo.Passes.Enter(tenant);
        var (lists, sla) = (silo.Grains.GetGrain<ITicketListsGrain>(key), silo.Grains.GetGrain<ISlaGrain>(key));
        async Task<ImmutableArray<string>> Keys(ListKind kind) =>
            [.. (await lists.Entries(admin, kind, default)).Value.Select(placed => placed.Entry.Key)];

        (await Keys(ListKind.Category)).ShouldBe(["strassen", "it"]);
        (await Keys(ListKind.Queue)).ShouldBe(["bauhof"]);
        (await Keys(ListKind.Team)).ShouldBe(["bauhof"]);
        var calendar = (await sla.Calendars(admin, default)).Value.ShouldHaveSingleItem();
        var policies = (await sla.Policies(admin, default)).Value.Policies;
        policies.Select(policy => policy.Name).ShouldBe(["Eilig", "Sonst"]);
        policies[0].Objectives.Single().Calendar.ShouldBe(calendar.Id);
        (await silo.Grains.GetGrain<IFlagSetGrain>(key).Read(admin, "new-form", default)).IsOk.ShouldBeTrue();
    }

    private Task<Result<Outcome<Tenant>>> Found(CommandId id, string slug, string? template, Caller? caller = null)
    {
        silo.Passes.Enter(TenantId.Platform);
        return silo.Grains.GetGrain<ITenantFoundingGrain>(GrainKeys.Of(TenantId.Platform, TenantOf(id).Value))
            .Found(caller ?? Operator, id, new(slug, "Stadt", null), template, default);
    }

    private async Task<string> Saved(TemplateContent content)
    {
        var key = $"template-{Some.Number()}";
        Town.Accepted(await Template(key).Save(Operator, Town.NoKey(), key, "Vorlage", content, null, default));
        return key;
    }

    private ITenantTemplateGrain Template(string key)
    {
        silo.Passes.Enter(TenantId.Platform);
        return silo.Grains.GetGrain<ITenantTemplateGrain>(GrainKeys.Of(TenantId.Platform, TenantTemplate.IdOf(key)));
    }

    private static TenantId TenantOf(CommandId command) => new(command.Step("tenant").Id);

    private static string Slug() => $"town-{Some.Number()}";

    private static TemplateContent Content()
    {
        var early = Guid.CreateVersion7();
        WeeklyWindow[] mornings = [new([IsoDayOfWeek.Monday], WallTime.Midnight, WallTime.EndOfDay)];
        return new()
        {
            Settings = new() { Zone = "Europe/Vienna" },
            Calendars = [new(early, new("Früh", "Europe/Vienna", mornings, null, []))],
            Policies = [Policy("Eilig", SlaCondition.Always with { Priorities = [Priority.Urgent] }, early)],
            StandardPolicy = Policy("Sonst", SlaCondition.Always),
            Teams = [new("bauhof", "Bauhof", "Yard")],
            Queues = [new("bauhof", "Bauhof", "Yard") { Team = "bauhof" }],
            Categories = [new("strassen", "Straßen", "Roads") { Queue = "bauhof" }, new("it", "IT", "IT")],
            Flags = [new("new-form", Some.FlagOn())],
        };
    }

    private static SlaPolicy Policy(string name, SlaCondition condition, Guid? calendar = null) => new(
        Guid.Empty, 1, name, condition, [new(SlaTarget.Resolution, Priority.Urgent, Duration.FromHours(2), calendar)], [], []);

    /// <summary>The real store, behind a line that a test can cut.</summary>
    private sealed class CutTenantStore(ITenantStore record) : ITenantStore
    {
        public bool IsCut { get; set; }

        public Task<Tenant?> Load(TenantId tenant, Guid stream, CancellationToken cancellation) =>
            record.Load(tenant, stream, cancellation);

        public Task<AppendOutcome> Append(Append<Tenant, TenantEvent> append, CancellationToken cancellation) =>
            IsCut ? throw FaultyTicketStore.Fault() : record.Append(append, cancellation);

        public Task AlignDue(TenantId tenant, Guid stream, Tenant? state, CancellationToken cancellation) =>
            record.AlignDue(tenant, stream, state, cancellation);

        public Task<PastOperation?> FindOperation(TenantId tenant, Guid operation, CancellationToken cancellation) =>
            record.FindOperation(tenant, operation, cancellation);

        public Task<IReadOnlyList<Recorded<TenantEvent>>> History(
            TenantId tenant, Guid stream, int upTo, CancellationToken cancellation) => record.History(tenant, stream, upTo, cancellation);

        public Task Erase(TenantId tenant, CancellationToken cancellation) => record.Erase(tenant, cancellation);
    }
}
