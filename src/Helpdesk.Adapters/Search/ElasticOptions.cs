using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Helpdesk.Adapters.Search;

/// <summary>Where Elasticsearch is. Section <c>Helpdesk:Elasticsearch</c>; read only with <c>Helpdesk:Search=elasticsearch</c>.</summary>
public sealed partial class ElasticOptions
{
    public const string Section = "Helpdesk:Elasticsearch";

    /// <summary>Such as <c>https://elastic.example:9200</c>. Required.</summary>
    public string? Url { get; set; }

    /// <summary>Default: none. Belongs together with <see cref="Password"/>.</summary>
    public string? Username { get; set; }

    public string? Password { get; set; }

    /// <summary>Instead of a name and password: the encoded key, as Elasticsearch answers it when it is made. Default: none.</summary>
    public string? ApiKey { get; set; }

    /// <summary>
    /// SHA-256 of the certificate of its authority in hexadecimal digits, for one that this machine does not trust. Default: none, the
    /// machine decides.
    /// </summary>
    public string? Fingerprint { get; set; }

    /// <summary>
    /// What all names of indices begin with: a small letter, then small letters, digits and underscores, at most 40 in all. Default
    /// <c>helpdesk</c>. Each platform on one Elasticsearch needs its own.
    /// </summary>
    public string Prefix { get; set; } = "helpdesk";

    /// <summary>How many indices all tenants share. 1 to 100, default 4. With another number everything is written anew.</summary>
    public int Groups { get; set; } = 4;

    /// <summary>Copies of each index on other nodes. 0 to 5, default 1; on a single node 0.</summary>
    public int Replicas { get; set; } = 1;

    /// <summary>For one search; then the database answers. 100 ms to 30 s, default 2 s.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(2);

    [GeneratedRegex("^[a-z][a-z0-9_]{0,39}\\z")]
    internal static partial Regex PrefixShape { get; }

    [GeneratedRegex("^([0-9A-Fa-f]{2}:?){31}[0-9A-Fa-f]{2}\\z")]
    internal static partial Regex FingerprintShape { get; }
}

internal sealed class ElasticOptionsValidator : IValidateOptions<ElasticOptions>
{
    public ValidateOptionsResult Validate(string? name, ElasticOptions options)
    {
        var faults = FaultsOf(options).ToList();
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }

    private static IEnumerable<string> FaultsOf(ElasticOptions options)
    {
        const string at = ElasticOptions.Section;
        var isUrl = Uri.TryCreate(options.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https";
        if (!isUrl || url!.UserInfo.Length > 0)
            yield return $"{at}:Url must be an address such as https://elastic.example:9200, without a password in it.";
        if ((options.Username is null) != (options.Password is null))
            yield return $"{at}: Username and Password belong together.";
        if (options.ApiKey is not null && options.Username is not null)
            yield return $"{at}: choose between ApiKey and Username.";
        if (isUrl && url!.Scheme == "http" && !url.IsLoopback && (options.ApiKey ?? options.Password) is not null)
            yield return $"{at}:Url must be https: no password and no key is sent without TLS.";
        if (options.Fingerprint is { } print && !ElasticOptions.FingerprintShape.IsMatch(print))
            yield return $"{at}:Fingerprint must be 64 hexadecimal digits.";
        if (!ElasticOptions.PrefixShape.IsMatch(options.Prefix))
            yield return $"{at}:Prefix must begin with a small letter and hold small letters, digits and underscores, at most 40 in all.";
        if (options.Groups is < 1 or > 100)
            yield return $"{at}:Groups must be 1 to 100.";
        if (options.Replicas is < 0 or > 5)
            yield return $"{at}:Replicas must be 0 to 5.";
        if (options.Timeout < TimeSpan.FromMilliseconds(100) || options.Timeout > TimeSpan.FromSeconds(30))
            yield return $"{at}:Timeout must be 100 milliseconds to 30 seconds.";
    }
}
