using System.Net;
using Helpdesk.Domain.Tenants;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Helpdesk.Adapters.Dns;

/// <summary>Whom to ask for names. Section <c>Helpdesk:Dns</c>.</summary>
public sealed class DnsOptions
{
    public const string Section = "Helpdesk:Dns";

    /// <summary>Resolvers, as <c>192.0.2.53</c> or <c>192.0.2.53:5353</c>, in order. Default: none, the machine's own.</summary>
    public string[] Servers { get; set; } = [];

    /// <summary>For one question to one resolver; each is asked twice. Default 2 s; more than 0, at most 10 s.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(2);
}

internal sealed class DnsOptionsValidator : IValidateOptions<DnsOptions>
{
    public ValidateOptionsResult Validate(string? name, DnsOptions options)
    {
        var faults = options.Servers.Where(server => !IPEndPoint.TryParse(server, out _))
            .Select(server => $"{DnsOptions.Section}:Servers: {server} is not an address.").ToList();
        if (options.Timeout <= TimeSpan.Zero || options.Timeout > TimeSpan.FromSeconds(10))
            faults.Add($"{DnsOptions.Section}:Timeout must be more than 0 and at most 10 seconds.");
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }
}

public static class DnsRegistration
{
    /// <summary>For the grains that look for proof in DNS.</summary>
    public static IServiceCollection AddDns(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<DnsOptions>, DnsOptionsValidator>();
        services.AddOptions<DnsOptions>().BindConfiguration(DnsOptions.Section).ValidateOnStart();
        return services.AddSingleton<IDnsTexts, DnsTexts>();
    }
}
