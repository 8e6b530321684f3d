using System.Collections.Concurrent;
using Helpdesk.Contracts.Categories;
using Helpdesk.Contracts.Sla;
using Helpdesk.Contracts.Tickets;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;
using Helpdesk.Grains.Due;
using Helpdesk.Grains.Hosting.Calls;
using Helpdesk.Grains.People;
using Helpdesk.Grains.Tests.People;
using Helpdesk.Grains.Tickets;
using Helpdesk.Postgres;
using Helpdesk.Postgres.Sealing;
using Helpdesk.Postgres.Sql;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.TestingHost;

namespace Helpdesk.Grains.Tests.Tickets;

/// <summary>
/// A silo of its own on the database of a test class, without sockets. Two of them on one database know nothing of each other and have two
/// activations of each grain, as a cluster can have for a moment after a failure.
/// </summary>
internal sealed class TicketSilo : IAsyncDisposable
{
    private readonly InProcessTestCluster cluster;

    private TicketSilo(InProcessTestCluster cluster) => this.cluster = cluster;

    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    public TenantPasses Passes => Services.GetRequiredService<TenantPasses>();

    public FaultyTicketStore Store => (FaultyTicketStore)Services.GetRequiredService<ITicketStore>();

    public WatchedPeopleStore People => (WatchedPeopleStore)Services.GetRequiredService<IPeopleStore>();

    public TicketPairSettling Settling => ActivatorUtilities.CreateInstance<TicketPairSettling>(Services);

    public FollowUpLinks FollowUpLinks => ActivatorUtilities.CreateInstance<FollowUpLinks>(Services);

    public LeaverConsumer HandingOver => ActivatorUtilities.CreateInstance<LeaverConsumer>(Services);

    private IServiceProvider Services => cluster.Silos[0].ServiceProvider;

    /// <param name="time">Default: as it is.</param>
    /// <param name="also">What goes before all of it.</param>
    public static async Task<TicketSilo> Start(
        PostgresFixture postgres, FakeMembers members, TimeProvider? time = null, Action<IServiceCollection>? also = null)
    {
        var builder = new InProcessTestClusterBuilder(1);
        (builder.Options.InitializeClientOnDeploy, builder.Options.ConfigureFileLogging) = (false, false);
        builder.ConfigureSiloHost((_, host) =>
        {
            host.Logging.ClearProviders();
            host.Services.AddSingleton(time ?? TimeProvider.System);
            host.Services.AddSingleton(postgres.Database).AddStores();
            host.Configuration["Helpdesk:MasterKey"] = Convert.ToBase64String(new byte[32]);
            host.AddAccounts();
            var people = host.Services.Last(service => service.ServiceType == typeof(IPeopleStore)).ImplementationType!;
            host.Services.AddSingleton<IPeopleStore>(
                services => new WatchedPeopleStore((IPeopleStore)ActivatorUtilities.CreateInstance(services, people)));
            host.Services.AddSingleton<IMemberDirectory>(members);
            host.Services.AddSingleton<ITicketStore>(new FaultyTicketStore(postgres.Port<ITicketStore>()));
        });
        builder.ConfigureSilo((_, silo) =>
        {
            silo.UseInMemoryReminderService().AddIncomingGrainCallFilter<TenantCallFilter>();
            silo.Services.AddSingleton<AnswerReaders>();
            silo.Services.AddDomainCodec().AddTenantPasses().AddSingleton<DueSubjects>().AddSingleton<SweepPace>().AddInvitationDue();
            silo.Services.AddSingleton(new DueSubjectKind(Ticket.Kind, (grains, key) => grains.GetGrain<ITicketGrain>(key)));
            also?.Invoke(silo.Services);
        });
        var silo = new TicketSilo(builder.Build());
        await silo.cluster.DeployAsync();
        return silo;
    }

    public ValueTask DisposeAsync() => cluster.DisposeAsync();
}

/// <summary>Who belongs where, as the test says.</summary>
internal sealed class FakeMembers : IMemberDirectory
{
    private readonly ConcurrentDictionary<(TenantId, AccountId), MemberRecord> members = new();

    public void Add(Member member, bool isActive = true) =>
        members[(member.Tenant, member.Account)] = new(member.Account, member.Role, isActive, "Name", "name@example.org", "de");

    public ValueTask<MemberRecord?> Find(TenantId tenant, AccountId account, CancellationToken cancellation) =>
        ValueTask.FromResult(members.GetValueOrDefault((tenant, account)));

    public ValueTask<HistoricName> Name(TenantId tenant, AccountId account, CancellationToken cancellation) =>
        ValueTask.FromResult(new HistoricName(members.GetValueOrDefault((tenant, account))?.Name, IsErased: false));
}

/// <summary>A municipality with its people, who talk to the grains of one silo.</summary>
internal sealed class Town
{
    private readonly PostgresFixture postgres;
    private readonly FakeMembers members;
    private readonly TicketSilo silo;

    private Town(PostgresFixture postgres, FakeMembers members, TicketSilo silo, TenantId tenant)
    {
        (this.postgres, this.members, this.silo, Tenant) = (postgres, members, silo, tenant);
        (Customer, Agent, Admin) = (Is(Role.Customer), Is(Role.Agent), Is(Role.Admin));
    }

    public TenantId Tenant { get; }

    public Caller Customer { get; }

    public Caller Agent { get; }

    public Caller Admin { get; }

    public static async Task<Town> Found(PostgresFixture postgres, FakeMembers members, TicketSilo silo)
    {
        var tenant = Some.Tenant();
        await using var insert = postgres.Superuser.CreateCommand("""
            insert into tenant (id, slug, name, number_prefix, status, version, settings, state, created_at, updated_at)
            values ($1, $2, 'Musterstadt', 'MUST', 'active', 1, '{}', '{}', now(), now())
            """);
        insert.Parameters.Add(new() { Value = tenant.Value });
        insert.Parameters.Add(new() { Value = $"town-{Some.Number()}" });
        await insert.ExecuteNonQueryAsync();
        return new(postgres, members, silo, tenant);
    }

    /// <summary>The same town, served by another silo.</summary>
    public Town At(TicketSilo other) => new(postgres, members, other, Tenant, this);

    private Town(PostgresFixture postgres, FakeMembers members, TicketSilo silo, TenantId tenant, Town same) =>
        (this.postgres, this.members, this.silo, Tenant, Customer, Agent, Admin) =
            (postgres, members, silo, tenant, same.Customer, same.Agent, same.Admin);

    public Caller Is(Role role, bool isActive = true)
    {
        var account = Some.Account();
        members.Add(new(Tenant, account, role), isActive);
        return new(Tenant, account, role, "test");
    }

    public void Change(Caller who, Role role, bool isActive) => members.Add(new(Tenant, who.Account!.Value, role), isActive);

    public static CommandId Key(string fingerprint = "same") => new(Guid.CreateVersion7(), fingerprint, FromKey: true);

    public static CommandId NoKey() => new(Guid.CreateVersion7(), "", FromKey: false);

    public static OpenTicket Opening(AccountId? assignee = null, AccountId? requester = null) =>
        new()
        {
            Subject = "Drucker druckt nicht",
            Description = "Seit heute früh.",
            Priority = Priority.Medium,
            Category = null,
            Queue = null,
            Team = null,
            Requester = requester,
            Assignee = assignee,
            Channel = "api",
        };

    public ITicketIntakeGrain Intake => Entered(grains => grains.GetGrain<ITicketIntakeGrain>(GrainKeys.Of(Tenant)));

    public ITicketGrain Ticket(TicketId id) => Entered(grains => grains.GetGrain<ITicketGrain>(GrainKeys.Of(Tenant, id)));

    public ISlaGrain Sla => Entered(grains => grains.GetGrain<ISlaGrain>(GrainKeys.Of(Tenant)));

    public ITicketListsGrain Lists => Entered(grains => grains.GetGrain<ITicketListsGrain>(GrainKeys.Of(Tenant)));

    public ITicketPairGrain Pair => Entered(grains => grains.GetGrain<ITicketPairGrain>(GrainKeys.Of(Tenant)));

    public async Task<TicketView> Open(Caller? by = null) =>
        Accepted(await Intake.Open(by ?? Customer, NoKey(), new(Guid.CreateVersion7()), Opening(), default)).View;

    public async Task<TicketView> Read(TicketId ticket, Caller? by = null) =>
        (await Ticket(ticket).Read(by ?? Agent, 0, default)).Value.View;

    /// <summary>What the database holds, which is the truth.</summary>
    public async Task<IReadOnlyList<Recorded<TicketEvent>>> History(TicketId ticket) =>
        await postgres.Port<ITicketStore>().History(Tenant, ticket.Value, int.MaxValue, default);

    /// <summary>What this town has on the feed.</summary>
    public async Task<IReadOnlyList<FeedEvent>> Feed()
    {
        await using var query = postgres.Superuser.CreateCommand(
            "select position, stream_id, version, at, kind, data from event where tenant_id = $1 order by tx, position");
        query.Parameters.Add(new() { Value = Tenant.Value });
        await using var reader = await query.ExecuteReaderAsync();
        var events = new List<FeedEvent>();
        while (await reader.ReadAsync())
        {
            events.Add(new()
            {
                Place = new(1, reader.GetInt64(0)),
                Tenant = Tenant,
                Stream = reader.GetGuid(1),
                Version = reader.GetInt32(2),
                At = reader.GetInstant(3),
                Actor = null,
                Origin = null,
                Kind = reader.GetString(4),
                Data = reader.GetString(5),
            });
        }

        return events;
    }

    /// <summary>Somebody else writes, and this silo does not learn of it.</summary>
    public async Task WriteBehind(TicketId ticket, TicketEvent what, AccountId? by = null)
    {
        var store = postgres.Port<ITicketStore>();
        var before = (await store.Load(Tenant, ticket.Value, default)).ShouldNotBeNull();
        var recorded = new Recorded<TicketEvent>(before.Version + 1, before.UpdatedAt, by ?? Some.Account(), what);
        var append = new Append<Ticket, TicketEvent>(
            Tenant, ticket.Value, before, Domain.Tickets.Ticket.Apply(before, recorded), [recorded],
            new(Guid.CreateVersion7(), "behind"), null);
        (await store.Append(append, default)).ShouldBeOfType<AppendOutcome.Done>();
    }

    public static T Accepted<T>(Result<T> answer) where T : class
    {
        answer.Refusal.ShouldBeNull();
        return answer.Value.ShouldNotBeNull();
    }

    // Each call of a grain carries the pass of its tenant, as the host would have issued it.
    private T Entered<T>(Func<IGrainFactory, T> find)
    {
        silo.Passes.Enter(Tenant);
        return find(silo.Grains);
    }
}
