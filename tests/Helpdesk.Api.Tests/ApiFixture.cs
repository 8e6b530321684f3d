using System.Net.Http.Json;
using Helpdesk.Api.Documentation;
using Helpdesk.Api.SignIn;
using Helpdesk.Contracts;
using Helpdesk.Contracts.Tenants;
using Helpdesk.Domain.Mail;
using Helpdesk.Grains.Hosting.Calls;
using Helpdesk.Postgres.Mail;

namespace Helpdesk.Api.Tests;

/// <summary>
/// The whole api in this process, on a database and a loopback port of its own. Two municipalities are there, <c>musterstadt</c> and
/// <c>beispielburg</c>; people are made as a test needs them. Every answer that its clients receive is held against the OpenAPI document.
/// </summary>
public class ApiFixture : IAsyncLifetime
{
    public const string Password = PeopleSeed.Password;

    private readonly Dictionary<string, ApiHost> others = new(StringComparer.Ordinal);
    private ApiHost host = null!;
    private PeopleSeed people = null!;

    public PostgresFixture Postgres { get; } = new();

    public ShiftedTime Time { get; } = new();

    /// <summary>The only name server that hosts under test ask.</summary>
    public FakeDns Dns { get; } = new();

    /// <summary>Where hosts under test keep files of their own.</summary>
    public string Data { get; } = Directory.CreateTempSubdirectory("helpdesk-api-").FullName;

    public TenantId Musterstadt { get; private set; }

    public TenantId Beispielburg { get; private set; }

    /// <summary>Account id of an operator.</summary>
    public Guid Operator { get; private set; }

    public string OperatorEmail { get; } = Some.Email();

    /// <summary>The OpenAPI document that the host serves.</summary>
    public OpenApiContract Contract { get; private set; } = null!;

    /// <summary>For requests that no client library would send.</summary>
    public int Port => host.Port;

    /// <summary>Settings of the first host, beside those that all have.</summary>
    protected virtual (string Key, string Value)[] Settings => [];

    /// <summary>Whether the first host runs: every further one is another process on the same database.</summary>
    internal bool HasHost => host is not null;

    public T Get<T>() where T : notnull => host.Services.GetRequiredService<T>();

    public async Task InitializeAsync()
    {
        await Postgres.InitializeAsync();
        host = NewHost(null, Settings);
        people = new(host.Services);
        using (var plain = new HttpClient(host.Sockets, disposeHandler: false))
            Contract = OpenApiContract.Of(await plain.GetStringAsync($"http://musterstadt.localhost{OpenApiEndpoints.Path}"));
        Operator = await Enrol(TenantId.Platform, Role.Operator, OperatorEmail);
        Musterstadt = await CreateTenant("musterstadt", RegistrationMode.Open);
        Beispielburg = await CreateTenant("beispielburg", RegistrationMode.Closed);
    }

    public async Task DisposeAsync()
    {
        foreach (var other in others.Values)
            await other.DisposeAsync();
        await host.DisposeAsync();
        await Postgres.DisposeAsync();
        Dns.Dispose();
        Directory.Delete(Data, recursive: true);
    }

    /// <summary>Another process on the same database.</summary>
    public ApiHost NewHost(Action<IServiceCollection>? also = null, params IEnumerable<(string Key, string Value)> settings)
    {
        var started = new ApiHost(this, also, settings);
        started.UseKestrel(port: 0);
        started.StartServer();
        return started;
    }

    /// <summary>
    /// Another process on the same database, which stays for every test that asks for these settings. Only for classes with a fixture of
    /// their own: it takes its part in what is done by itself.
    /// </summary>
    public ApiHost Other(params IEnumerable<(string Key, string Value)> settings)
    {
        var name = string.Join('\n', settings);
        return others.TryGetValue(name, out var started) ? started : others[name] = NewHost(null, settings);
    }

    /// <inheritdoc cref="Other(IEnumerable{ValueTuple{string, string}})"/>
    public ApiHost Other(string name, Action<IServiceCollection> also) =>
        others.TryGetValue(name, out var started) ? started : others[name] = NewHost(also);

    /// <param name="host"><c>musterstadt</c>, <c>desk</c>, …</param>
    public HttpClient Client(string host, string? token = null, ApiHost? of = null)
    {
        var checkedAnswers = new ContractHandler(Contract) { InnerHandler = (of ?? this.host).Sockets };
        var client = new HttpClient(checkedAnswers, disposeHandler: false) { BaseAddress = new($"http://{host}.localhost") };
        if (token is not null)
            client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }

    /// <summary>For pages, which the document says nothing about.</summary>
    public HttpClient Plain(string host) => new(this.host.Sockets, disposeHandler: false) { BaseAddress = new($"http://{host}.localhost") };

    /// <summary>Signed in with a bearer token.</summary>
    public async Task<HttpClient> SignedIn(string host, string email) => Client(host, (await Tokens(host, email)).AccessToken);

    /// <summary>A new member of the role, signed in with a bearer token.</summary>
    public async Task<HttpClient> As(string host, Role role)
    {
        var email = Some.Email();
        await Enrol(host is "musterstadt" ? Musterstadt : host is "beispielburg" ? Beispielburg : TenantId.Platform, role, email);
        return await SignedIn(host, email);
    }

    public async Task<TokensResponse> Tokens(string host, string email, string password = Password)
    {
        var answer = await Client(host).PostAsJsonAsync("/api/v1/auth/login", new { email, password });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        var tokens = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        return new((string)tokens["access_token"]!, (string)tokens["refresh_token"]!, (string)tokens["token_type"]!,
            (int)tokens["expires_in"]!);
    }

    /// <returns>The account's id.</returns>
    public Task<Guid> Enrol(TenantId tenant, Role role, string email, string name = "Erika Mustermann") =>
        people.Enrol(tenant, role, email, name);

    /// <summary>Staff at home in the platform.</summary>
    public async Task<Guid> EnrolServiceStaff(string email, params (TenantId Tenant, Role Role)[] serves)
    {
        var account = await Enrol(TenantId.Platform, Role.Agent, email);
        foreach (var (tenant, role) in serves)
            await people.Serve(tenant, role, email, new AccountId(Operator));
        return account;
    }

    /// <summary>The newest mail that is owed to this address.</summary>
    public async Task<OwedMail?> Mail(string to)
    {
        var owed = await Column("select tenant_id || ' ' || data from event where kind = 'notification.owed' order by position desc");
        return owed.Select(row => row.Split(' ', 2)).Select(row => Get<OwedMails>().Open(new(Guid.Parse(row[0])), row[1])).FirstOrDefault(
            mail => mail.To == to);
    }

    /// <summary>Text of one column, behind the product's back.</summary>
    public Task<IReadOnlyList<string>> Column(string sql) => Postgres.Column(sql);

    /// <summary>A licence without end; the fixture's municipalities have one with seats for every test.</summary>
    public Task<Result<Outcome<LicenceView>>> License(TenantId tenant, int seats)
    {
        Get<TenantPasses>().Enter(tenant);
        return Get<IGrainFactory>().GetGrain<ILicenceGrain>(GrainKeys.Of(tenant)).Grant(
            new(tenant, new AccountId(Operator), Role.Operator, "test"), new(Guid.CreateVersion7(), "", FromKey: false),
            LicenceTerms.Trial with { Plan = "test", Seats = seats, ValidFrom = Instant.FromUtc(2020, 1, 1, 0, 0) }, null,
            CancellationToken.None);
    }

    private async Task<TenantId> CreateTenant(string slug, RegistrationMode registration)
    {
        var id = new TenantId(Guid.CreateVersion7());
        Get<TenantPasses>().Enter(id);
        var answer = await Get<IGrainFactory>().GetGrain<ITenantGrain>(GrainKeys.Of(id)).Create(
            new(id, new AccountId(Operator), Role.Operator, "test"), new(id.Value, "", FromKey: false),
            new(slug, slug, new() { Registration = registration }), CancellationToken.None);
        answer.Refusal.ShouldBeNull();
        (await License(id, seats: 10_000)).Refusal.ShouldBeNull();
        return id;
    }
}

/// <summary>The real time, moved. It still runs, so nothing waits for ever.</summary>
public sealed class ShiftedTime : TimeProvider
{
    private long shift;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref shift));

    public override long GetTimestamp() =>
        base.GetTimestamp() + (long)(new TimeSpan(Interlocked.Read(ref shift)).TotalSeconds * TimestampFrequency);

    public void Advance(TimeSpan by) => Interlocked.Add(ref shift, by.Ticks);
}
