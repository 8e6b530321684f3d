using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;

namespace Helpdesk.Api.Tests.Fixtures;

/// <summary>The real host, with the real server on a free port of the loopback interface.</summary>
public sealed class ApiHost(ApiFixture fixture, Action<IServiceCollection>? also, IEnumerable<(string Key, string Value)> settings)
    : WebApplicationFactory<Program>
{
    private SocketsHttpHandler? sockets;

    public int Port => new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;

    /// <summary>Sends everything to this host, whatever its name in the request: no resolver needs to know <c>*.localhost</c>.</summary>
    internal SocketsHttpHandler Sockets => sockets ??= new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        Expect100ContinueTimeout = TimeSpan.FromMinutes(1),
        ConnectCallback = async (_, cancellation) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
    };

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        foreach (var (key, value) in fixture.Postgres.Configuration)
            builder.UseSetting(key, value);
        builder.UseSetting("Helpdesk:Data", fixture.Data);
        builder.UseSetting("Helpdesk:Dns:Servers:0", fixture.Dns.Address.ToString());
        builder.UseSetting("Helpdesk:MasterKey", Convert.ToBase64String(new byte[32]));
        builder.UseSetting("Helpdesk:Passwords:Iterations", "1000");
        builder.UseSetting("Helpdesk:Access:EvenAnswer", "00:00:00.050");
        foreach (var (key, value) in settings)
            builder.UseSetting(key, value);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(fixture.Time);
            services.AddSingleton<IStartupFilter, AddressFromHeader>();
            also?.Invoke(services);
        });
    }

    // Connections first: the server waits for those that are in use.
    public override async ValueTask DisposeAsync()
    {
        sockets?.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>All requests of tests come from one machine; the test says from where else.</summary>
    private sealed class AddressFromHeader : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse(
                    context.Request.Headers["Test-Address"].FirstOrDefault() ?? "192.0.2.1");
                return following(context);
            });
            next(app);
        };
    }
}
