using System.Net;

namespace Helpdesk.Api.SignIn;

/// <summary>Section <c>Helpdesk:Access</c>.</summary>
public sealed class AccessOptions
{
    public const string Section = "Helpdesk:Access";

    /// <summary>
    /// How long an access token is good for; 1 to 60 minutes. Default 10. Ending a session acts within seconds all the same.
    /// </summary>
    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How old what is known of a session, a membership or a key may be; 0 to 4 s. Default 3 s: together with the time a query takes,
    /// changes act within 5.
    /// </summary>
    public TimeSpan Freshness { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Answers that must not tell whether an account exists take at least this long; 0 to 5 s. Default 250 ms, well above what the work
    /// takes.
    /// </summary>
    public TimeSpan EvenAnswer { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// Networks (<c>10.0.0.0/8</c>) of proxies whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed. Default: none.
    /// Forwarded hosts are never.
    /// </summary>
    public string[] TrustedProxies { get; set; } = [];
}

internal sealed class AccessOptionsValidator : IValidateOptions<AccessOptions>
{
    public ValidateOptionsResult Validate(string? name, AccessOptions options)
    {
        var faults = new List<string>();
        if (options.AccessTokenLifetime < TimeSpan.FromMinutes(1) || options.AccessTokenLifetime > TimeSpan.FromMinutes(60))
            faults.Add($"{AccessOptions.Section}:AccessTokenLifetime must be between 1 and 60 minutes.");
        if (options.Freshness < TimeSpan.Zero || options.Freshness > TimeSpan.FromSeconds(4))
            faults.Add($"{AccessOptions.Section}:Freshness must be between 0 and 4 seconds.");
        if (options.EvenAnswer < TimeSpan.Zero || options.EvenAnswer > TimeSpan.FromSeconds(5))
            faults.Add($"{AccessOptions.Section}:EvenAnswer must be between 0 and 5 seconds.");
        faults.AddRange(options.TrustedProxies.Where(network => !IPNetwork.TryParse(network, out _))
            .Select(network => $"{AccessOptions.Section}:TrustedProxies: {network} is not a network such as 10.0.0.0/8."));
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }
}
