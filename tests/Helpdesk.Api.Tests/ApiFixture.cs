using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Helpdesk.Api.Access;
using Helpdesk.Contracts;
using Helpdesk.Contracts.Tenants;
using Helpdesk.Domain.Access;
using Helpdesk.Domain.Tenants;
using Helpdesk.Grains.Tenants;
using Helpdesk.Postgres.Access;
using Helpdesk.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Orleans;

namespace Helpdesk.Api.Tests;

/// <summary>
/// The whole api in this process, on a database of its own: requests go through every layer but the socket. Two municipalities are there,
/// <c>musterstadt</c> and <c>beispielburg</c>; people are made as a test needs them.
/// </summary>
public class ApiFixture : IAsyncLifetime
{
    public const string Password = DemoAccounts.Password;

    private WebApplicationFactory<Program> factory = null!;

    public PostgresFixture Postgres { get; } = new();

    public ShiftedTime Time { get; } = new();

    public TenantId Musterstadt { get; private set; }

    public TenantId Beispielburg { get; private set; }

    /// <summary>Account id of an operator.</summary>
    public Guid Operator { get; private set; }

    public string OperatorEmail { get; } = Some.Email();

    public T Get<T>() where T : notnull => factory.Services.GetRequiredService<T>();

    public async Task InitializeAsync()
    {
        await Postgres.InitializeAsync();
        factory = NewHost();
        Operator = await Enrol(TenantId.Platform, Role.Operator, OperatorEmail);
        Musterstadt = await CreateTenant("musterstadt", RegistrationMode.Open);
        Beispielburg = await CreateTenant("beispielburg", RegistrationMode.Closed);
    }

    public async Task DisposeAsync()
    {
        await factory.DisposeAsync();
        await Postgres.DisposeAsync();
    }

    /// <summary>Another process on the same database.</summary>
    public WebApplicationFactory<Program> NewHost(Action<IServiceCollection>? also = null) => new Host(this, also);

    /// <param name="host"><c>musterstadt</c>, <c>desk</c>, …</param>
    public HttpClient Client(string host, string? token = null, WebApplicationFactory<Program>? of = null)
    {
        var client = (of ?? factory).CreateClient(new() { BaseAddress = new($"http://{host}.localhost"), AllowAutoRedirect = false, HandleCookies = false });
        if (token is not null)
            client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }

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
        return new((string)tokens["access_token"]!, (string)tokens["refresh_token"]!, (string)tokens["token_type"]!, (int)tokens["expires_in"]!);
    }

    public Task<Guid> Enrol(TenantId tenant, Role role, string email) =>
        Get<DemoAccounts>().Enrol(tenant, email, "Erika Mustermann", role, CancellationToken.None);

    /// <summary>Staff at home in the platform.</summary>
    public async Task<Guid> EnrolServiceStaff(string email, params (TenantId Tenant, Role Role)[] serves)
    {
        var account = await Enrol(TenantId.Platform, Role.Agent, email);
        foreach (var (tenant, role) in serves)
            await Get<DemoAccounts>().Serve(tenant, email, role, Operator, CancellationToken.None);
        return account;
    }

    /// <summary>The newest mail that is owed to this address.</summary>
    public async Task<OwedMail?> Mail(string to)
    {
        var owed = await Column("select data from event where kind = 'notification.owed' order by position desc");
        return owed.Select(Get<OwedMails>().Open).FirstOrDefault(mail => mail.To == to);
    }

    /// <summary>Text of one column, behind the product's back.</summary>
    public async Task<IReadOnlyList<string>> Column(string sql)
    {
        await using var command = Postgres.Superuser.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync())
            values.Add(reader.GetValue(0).ToString()!);
        return values;
    }

    /// <summary>A licence without end; the fixture's municipalities have one with seats for every test.</summary>
    public Task<Answer<LicenceView>> License(Guid tenant, int seats, DateTimeOffset? validTo = null)
    {
        Get<TenantPasses>().Enter(tenant);
        var terms = new LicenceMessage("test", seats, [], DateTimeOffset.UnixEpoch, validTo, GraceDays: 0);
        return Get<IGrainFactory>().GetGrain<ILicenceGrain>(GrainKeys.Of(tenant)).Grant(
            new Caller(tenant, Operator, Role.Operator, "test"), new CommandId(Guid.CreateVersion7(), "", FromKey: false), terms, null, CancellationToken.None);
    }

    private async Task<TenantId> CreateTenant(string slug, RegistrationMode registration)
    {
        var id = Guid.CreateVersion7();
        Get<TenantPasses>().Enter(id);
        var settings = new TenantSettingsMessage(registration, [], ["de", "en"], "Europe/Berlin");
        var answer = await Get<IGrainFactory>().GetGrain<ITenantGrain>(GrainKeys.Of(id)).Create(
            new Caller(id, Operator, Role.Operator, "test"), new CommandId(id, "", FromKey: false), new CreateTenantMessage(slug, slug, settings), CancellationToken.None);
        answer.Refusal.ShouldBeNull();
        (await License(id, seats: 10_000)).Refusal.ShouldBeNull();
        return new(id);
    }

    private sealed class Host(ApiFixture fixture, Action<IServiceCollection>? also) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development");
            foreach (var (key, value) in fixture.Postgres.Configuration)
                builder.UseSetting(key, value);
            builder.UseSetting("Helpdesk:MasterKey", Convert.ToBase64String(new byte[32]));
            builder.UseSetting("Helpdesk:Passwords:Iterations", "1000");
            builder.UseSetting("Helpdesk:Access:EvenAnswer", "00:00:00.050");
            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton<TimeProvider>(fixture.Time);
                services.AddSingleton<IStartupFilter, AddressFromHeader>();
                also?.Invoke(services);
            });
        }
    }

    /// <summary>A request in this process comes from nowhere; the test says from where.</summary>
    private sealed class AddressFromHeader : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse(context.Request.Headers["Test-Address"].FirstOrDefault() ?? "192.0.2.1");
                return following(context);
            });
            next(app);
        };
    }
}

/// <summary>The real time, moved. It still runs, so nothing waits for ever.</summary>
public sealed class ShiftedTime : TimeProvider
{
    private long shift;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref shift));

    public override long GetTimestamp() => base.GetTimestamp() + (long)(new TimeSpan(Interlocked.Read(ref shift)).TotalSeconds * TimestampFrequency);

    public void Advance(TimeSpan by) => Interlocked.Add(ref shift, by.Ticks);
}
