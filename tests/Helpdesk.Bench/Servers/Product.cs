using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Helpdesk.Bench.Seeding;
using Helpdesk.Postgres.Sql;

namespace Helpdesk.Bench.Servers;

/// <summary>
/// The product as it is delivered, in its own process, with the settings of production; and a client for what has to be arranged in it.
/// </summary>
internal sealed class Product : IDisposable
{
    // One for the run: whoever starts on a database must open what is sealed in it.
    private static readonly string MasterKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private readonly HttpClient client;

    private Product(ServerProcess server)
    {
        Server = server;
        client = new(new SocketsHttpHandler { UseCookies = false })
        { BaseAddress = new($"http://{server.Address}"), Timeout = TimeSpan.FromMinutes(1) };
    }

    public ServerProcess Server { get; }

    /// <param name="asDelivered">With as few places at once as it has by itself; else as many as any load here wants.</param>
    /// <param name="more">Settings besides.</param>
    public static async Task<Product> Start(
        DatabaseConnections connections, string dataFolder, bool asDelivered = false, params (string Name, string Value)[] more)
    {
        // The limits are part of every request that is measured, but must not be met.
        const string unlimited = "1000000";
        Dictionary<string, string> settings = new()
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Helpdesk__Tenancy__Domain"] = "localhost",
            ["Helpdesk__Data"] = dataFolder,
            ["Helpdesk__MasterKey"] = MasterKey,
            ["Helpdesk__Database"] = connections.Application,
            ["Helpdesk__Database__Worker"] = connections.Worker,
            ["Helpdesk__Database__Owner"] = connections.Owner,
            ["Helpdesk__Access__AccessTokenLifetime"] = "00:59:00",
            ["Helpdesk__Web__Folder"] = Path.GetFullPath(Path.Combine("src", "web", "dist")),
        };
        if (asDelivered)
        {
            // Beside the other product, and not one cluster with it: each has its places for itself.
            settings["Helpdesk__Cluster__Id"] = "delivered";
            settings["Helpdesk__Cluster__SiloPort"] = "11112";
            settings["Helpdesk__Cluster__GatewayPort"] = "30001";
        }
        else
        {
            settings["Helpdesk__Database__ApplicationPool"] = "256";
        }

        foreach (var (name, value) in more)
            settings[name] = value;
        foreach (var limit in (string[])["Account", "Tenant", "Address"])
            settings[$"Helpdesk__RateLimits__{limit}__PerSecond"] = settings[$"Helpdesk__RateLimits__{limit}__Burst"] = unlimited;

        return new(await ServerProcess.Start(Assembly(), url => ["--urls", url], settings, "/health/ready", "console.localhost"));
    }

    /// <param name="email">The agent's, unless told otherwise.</param>
    /// <returns>What goes into <c>Authorization</c>.</returns>
    public async Task<string> SignIn(Town town, string? email = null)
    {
        var answer = await Post(
            town, null, "/api/v1/auth/login", JsonSerializer.Serialize(new { email = email ?? town.Email, password = Towns.Password }));
        return $"Bearer {answer.GetProperty("access_token").GetString()}";
    }

    /// <exception cref="HttpRequestException">Refused, with the answer.</exception>
    public Task<JsonElement> Get(Town town, string authorization, string path) => Send(town, authorization, new(HttpMethod.Get, path));

    /// <exception cref="HttpRequestException">Refused, with the answer.</exception>
    public Task<JsonElement> Post(Town town, string? authorization, string path, string json) => Send(
        town, authorization, new(HttpMethod.Post, path)
        { Content = new StringContent(json, MediaTypeHeaderValue.Parse("application/json")) });

    /// <param name="version">For <c>If-Match</c>; <c>null</c>: it is to be created.</param>
    /// <exception cref="HttpRequestException">Refused, with the answer.</exception>
    public Task<JsonElement> Put(Town town, string authorization, string path, string json, string? version)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, path)
        { Content = new StringContent(json, MediaTypeHeaderValue.Parse("application/json")) };
        request.Headers.TryAddWithoutValidation(version is null ? "If-None-Match" : "If-Match", version ?? "*");
        return Send(town, authorization, request);
    }

    public void Dispose()
    {
        client.Dispose();
        Server.Dispose();
    }

    private async Task<JsonElement> Send(Town town, string? authorization, HttpRequestMessage request)
    {
        request.Headers.Host = town.Host;
        if (authorization is not null)
            request.Headers.Add("Authorization", authorization);
        using (request)
        using (var answer = await client.SendAsync(request))
        {
            return answer.IsSuccessStatusCode
                ? await answer.Content.ReadFromJsonAsync<JsonElement>()
                : throw new HttpRequestException(
                    $"{request.Method} {request.RequestUri} was answered with {(int)answer.StatusCode}: "
                        + $"{await answer.Content.ReadAsStringAsync()}");
        }
    }

    // Its own build output, not the copy beside the bench: what runs is what would be delivered.
    private static string Assembly()
    {
        var root = RepositoryRoot.Find() ?? throw new InvalidOperationException("The bench runs in a checkout only.");
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        return Path.Combine(root, "artifacts", "bin", "Helpdesk.Api", configuration, "Helpdesk.Api.dll");
    }
}
