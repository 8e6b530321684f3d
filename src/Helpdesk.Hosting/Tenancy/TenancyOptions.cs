namespace Helpdesk.Hosting.Tenancy;

/// <summary>Where the platform lives. Section <c>Helpdesk:Tenancy</c>.</summary>
public sealed class TenancyOptions
{
    public const string Section = "Helpdesk:Tenancy";

    /// <summary>
    /// The domain under which every tenant has its subdomain, without port. Must be set outside Development; there <c>localhost</c>.
    /// </summary>
    public string Domain { get; set; } = "";

    /// <summary>How old a tenant's status and settings may be in this process. Default 2 s; more than 0, at most 5 s.</summary>
    public TimeSpan Freshness { get; set; } = TimeSpan.FromSeconds(2);
}

internal sealed class TenancyOptionsValidator : IValidateOptions<TenancyOptions>
{
    public ValidateOptionsResult Validate(string? name, TenancyOptions options)
    {
        var faults = new List<string>();
        if (options.Domain.Length == 0)
            faults.Add("Helpdesk__Tenancy__Domain must be set to the domain under which every municipality has its subdomain, such as "
                + "helpdesk.example: links in mails lead there.");
        else if (Uri.CheckHostName(options.Domain) != UriHostNameType.Dns || options.Domain != options.Domain.ToLowerInvariant())
            faults.Add($"{TenancyOptions.Section}:Domain must be a DNS name in lower case, without scheme and port.");
        if (options.Freshness <= TimeSpan.Zero || options.Freshness > TimeSpan.FromSeconds(5))
            faults.Add($"{TenancyOptions.Section}:Freshness must be more than 0 and at most 5 seconds.");
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }
}
