using Helpdesk.Hosting.Tenancy;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Hosting.Mail;

/// <summary>
/// Where links in mails lead: section <c>Helpdesk:Links</c>, and the tenant's slug in the database. Never to a host that a request named.
/// </summary>
public sealed class LinkOptions
{
    public const string Section = "Helpdesk:Links";

    /// <summary><c>https</c> (default) or <c>http</c>; in Development <c>http</c> unless set.</summary>
    public string? Scheme { get; set; }

    /// <summary>
    /// Where the platform is reached from outside. Default: the scheme's own; in Development the one that this process listens on.
    /// </summary>
    public int? Port { get; set; }
}

internal sealed class LinkOptionsValidator : IValidateOptions<LinkOptions>
{
    public ValidateOptionsResult Validate(string? name, LinkOptions options)
    {
        if (options.Scheme is not (null or "http" or "https"))
            return ValidateOptionsResult.Fail($"{LinkOptions.Section}:Scheme must be http or https.");
        return options.Port is < 1 or > 65535 ? ValidateOptionsResult.Fail($"{LinkOptions.Section}:Port must be 1 to 65535.")
            : ValidateOptionsResult.Success;
    }
}

/// <summary>The outside addresses of tenants.</summary>
/// <param name="server"><c>null</c>: none runs in this process.</param>
public sealed class Links(
    IOptions<LinkOptions> options, IOptions<TenancyOptions> tenancy, IHostEnvironment environment, IServer? server = null)
{
    /// <param name="slug">A tenant's slug, or <c>desk</c> or <c>console</c>.</param>
    public Uri OriginOf(string slug)
    {
        var scheme = options.Value.Scheme ?? (environment.IsDevelopment() ? "http" : "https");
        return new UriBuilder(scheme, $"{slug}.{tenancy.Value.Domain}", options.Value.Port ?? OwnPort() ?? -1).Uri;
    }

    // On a developer's machine nothing stands in front: the port that the server listens on is the one that the browser needs.
    private int? OwnPort() => environment.IsDevelopment()
        && server?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address
        ? BindingAddress.Parse(address).Port
        : null;
}
