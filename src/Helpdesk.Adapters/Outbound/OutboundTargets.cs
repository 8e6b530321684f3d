using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Helpdesk.Adapters.Outbound;

/// <summary>Where the platform connects to for its tenants. Section <c>Helpdesk:Outbound</c>.</summary>
public sealed class OutboundOptions
{
    public const string Section = "Helpdesk:Outbound";

    /// <summary>
    /// Networks beside the public one that tenants' addresses may lead to, such as <c>10.20.0.0/16</c>. Default: none; in Development the
    /// machine itself.
    /// </summary>
    public string[] Networks { get; set; } = [];

    /// <summary>For the connection. Default 10 s; 1 s to 1 min.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);
}

internal sealed class OutboundOptionsValidator : IValidateOptions<OutboundOptions>
{
    public ValidateOptionsResult Validate(string? name, OutboundOptions options)
    {
        if (options.Networks.FirstOrDefault(network => !IPNetwork.TryParse(network, out _)) is { } wrong)
            return ValidateOptionsResult.Fail($"{OutboundOptions.Section}:Networks: '{wrong}' is no network such as 10.20.0.0/16.");
        return options.Timeout < TimeSpan.FromSeconds(1) || options.Timeout > TimeSpan.FromMinutes(1)
            ? ValidateOptionsResult.Fail($"{OutboundOptions.Section}:Timeout must be 1 second to 1 minute.")
            : ValidateOptionsResult.Success;
    }
}

internal sealed class OutboundTargets(IOptions<OutboundOptions> options, IHostEnvironment environment) : IOutboundTargets
{
    private readonly IPNetwork[] allowed = [.. options.Value.Networks.Select(network => IPNetwork.Parse(network))];

    public bool AnyPort => environment.IsDevelopment();

    public bool Allow(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return PublicAddress.Is(plain) || allowed.Any(network => network.Contains(plain))
            || (environment.IsDevelopment() && IPAddress.IsLoopback(plain));
    }

    public async Task<Socket> Connect(string host, int port, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Value.Timeout);
        try
        {
            var found = await System.Net.Dns.GetHostAddressesAsync(host, limit.Token);
            var addresses = found.Where(Allow).ToArray();
            if (addresses.Length == 0)
                throw found.Length == 0 ? new SocketException((int)SocketError.HostNotFound) : new ForbiddenTargetException(host);
            return await Connect(addresses, port, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new SocketException((int)SocketError.TimedOut);
        }
    }

    private static async Task<Socket> Connect(IPAddress[] addresses, int port, CancellationToken cancellation)
    {
        foreach (var (place, address) in addresses.Index())
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(address, port, cancellation);
                return socket;
            }
            catch (Exception failure)
            {
                socket.Dispose();
                if (failure is not SocketException || place == addresses.Length - 1)
                    throw;
            }
        }

        throw new SocketException((int)SocketError.HostNotFound);
    }
}

public static class OutboundRegistration
{
    public static IServiceCollection AddOutboundTargets(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<OutboundOptions>, OutboundOptionsValidator>();
        services.AddOptions<OutboundOptions>().BindConfiguration(OutboundOptions.Section).ValidateOnStart();
        return services.AddSingleton<IOutboundTargets, OutboundTargets>();
    }
}
