using Helpdesk.Postgres.SignIn;
using Microsoft.Extensions.Configuration;

namespace Helpdesk.Postgres.Tests.People;

/// <summary>The database of people as a host has it, on a database of its own, and short ways to arrange people in it.</summary>
public sealed class PeopleFixture : IAsyncLifetime
{
    public const string Password = "Demo-Passwort-2026";

    private ServiceProvider services = null!;

    public PostgresFixture Postgres { get; } = new();

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public async Task InitializeAsync()
    {
        await Postgres.InitializeAsync();
        var builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = Environments.Development });
        builder.Configuration.AddInMemoryCollection(
        [
            new("Helpdesk:MasterKey", Convert.ToBase64String(new byte[32])),
            new("Helpdesk:Passwords:Iterations", "1000"),
        ]);
        builder.Services.AddSingleton(Postgres.Database);
        builder.AddAccounts();
        services = builder.Services.BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        await Postgres.DisposeAsync();
    }

    /// <summary>An active member with a password, made as registration makes one.</summary>
    public async Task<Membership> Member(TenantId tenant, Role role = Role.Customer, string? email = null)
    {
        var person = new Invitation(Some.Account(), EmailAddress.Parse(email ?? Some.Email()).Value, "Erika Mustermann", "de", role);
        var found = await Get<IPeopleStore>().Load(tenant, person.Email, null, default);
        var change = PeopleRules.Enrol(tenant, found.Target, person, Some.Moment()).Value;
        var hash = (await Get<IPasswords>().Hash(Password, default)).Value;
        (await Append(change, found.People.Version, append => append with { PasswordHash = hash, Registered = RegisteredBy.Demo }))
            .ShouldBe(PeopleOutcome.Done);
        return change.After;
    }

    /// <summary>Somebody of the platform who serves the tenant.</summary>
    public async Task<Membership> ServiceStaff(TenantId tenant, Role role = Role.Agent)
    {
        var home = await Member(TenantId.Platform, Role.Agent);
        var found = await Get<IPeopleStore>().Load(tenant, home.Email, null, default);
        var people = found.People with { Consent = new(ProviderAccess.Allowed, IsAgreed: false, NamesOperator: false) };
        var change =
            ServingRules.Serve(new(tenant, Some.Account(), Role.Operator), people, found.Target, home, role, Some.Moment()).Value;
        (await Append(change, found.People.Version)).ShouldBe(PeopleOutcome.Done);
        return change.After;
    }

    public Task<PeopleOutcome> Append(PeopleChange change, int peopleVersion, Func<PeopleAppend, PeopleAppend>? also = null)
    {
        var append = new PeopleAppend
        {
            Change = change,
            PeopleVersion = peopleVersion,
            Operation = new Operation(Guid.CreateVersion7(), ""),
            Actor = null,
            Origin = "test",
            At = change.After.UpdatedAt,
        };
        return Get<IPeopleStore>().Append(also is null ? append : also(append), default);
    }

    /// <summary>Signs in as the api does, with the right password.</summary>
    public async Task<OpenedSession> SignIn(
        Membership who, SessionKind kind = SessionKind.Token, Instant? at = null, string? code = null) =>
        (await TrySignIn(who, kind, at, code)).Value;

    public async Task<Domain.Result<OpenedSession>> TrySignIn(
        Membership who, SessionKind kind = SessionKind.Token, Instant? at = null, string? code = null)
    {
        var accounts = Get<IAccounts>();
        var now = at ?? Some.Moment();
        var attempt = new SignInTry(who.Tenant, who.Email.Key, "203.0.113.7", null, now);
        var verdict = await accounts.Charge(attempt, default);
        verdict.Wait.ShouldBe(Duration.Zero);
        var candidate = await accounts.Find(who.Tenant, who.Email, default);
        return await accounts.Admit(
            new()
            {
                Who = candidate!,
                Attempt = attempt,
                Verdict = verdict,
                Host = "a.help.test",
                Kind = kind,
                Code = code,
                Rehashed = null,
                Address = "203.0.113.7",
                Agent = "test",
                Trace = new(who.Account, "203.0.113.7 login", now),
            }, default);
    }

    public Trace Trace(Membership? by = null, Instant? at = null) => new(by?.Account, "203.0.113.7 test", at ?? Some.Moment());

    public async Task<IReadOnlyList<string>> Kinds(TenantId tenant, Guid stream) =>
        await Column($"select kind from event where tenant_id = '{tenant}' and stream_id = '{stream}' order by version");

    /// <summary>Text of one column, behind the product's back.</summary>
    public Task<IReadOnlyList<string>> Column(string sql) => Postgres.Column(sql);
}
