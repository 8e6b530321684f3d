using System.Net;
using Helpdesk.Postgres.Sql;

namespace Helpdesk.Hosting.Cluster;

/// <summary>This silo's place in the cluster. Section <c>Helpdesk:Cluster</c>; in the environment <c>Helpdesk__Cluster__…</c>.</summary>
public sealed class HelpdeskClusterOptions
{
    public const string Section = "Helpdesk:Cluster";

    /// <summary>Which silos belong together. Another name is another cluster, even on the same database. Default <c>helpdesk</c>.</summary>
    public string Id { get; set; } = "helpdesk";

    /// <summary>
    /// The IP address at which the other silos and clients reach this one. Default: in Development and with a private database server
    /// loopback; elsewhere the first address of the machine that is not loopback. Give it, and keep it over restarts: a silo that comes
    /// back at its old endpoint replaces its predecessor at once, at a new one it waits until that is declared dead.
    /// </summary>
    public string? Address { get; set; }

    /// <summary>
    /// Other silos connect here, 1 to 65,535. Default: in Development and with a private database server any free port, elsewhere 11111.
    /// Must not be reachable from outside the cluster's network.
    /// </summary>
    public int? SiloPort { get; set; }

    /// <summary>
    /// Clients (the api with <c>Helpdesk:Silo=remote</c>) connect here, 1 to 65,535. Default: in Development and with a private database
    /// server any free port, elsewhere 30000. Must not be reachable from outside either.
    /// </summary>
    public int? GatewayPort { get; set; }

    /// <summary>
    /// Whether to listen on every address of the machine, as in a container whose <see cref="Address"/> is its host's. Default
    /// <c>false</c>.
    /// </summary>
    public bool ListenOnAnyAddress { get; set; }

    /// <summary>
    /// Whether silos and clients speak TLS with each other, both showing the cluster's own certificate: <c>auto</c> (default), <c>on</c> or
    /// <c>off</c>. By itself it is on, except at loopback addresses in Development and with a private database server. Silos and apis need
    /// the same; <c>off</c> outside Development refuses the start, unless <see cref="Address"/> is loopback.
    /// </summary>
    public string Tls { get; set; } = ClusterReach.Auto;

    /// <summary>
    /// How long an api that is asked to end goes on answering after its readiness has turned false: longer than whoever distributes
    /// requests takes to see it. 0 to 15 s. Default 5 s, in Development 0. It is part of the 25 s that ending may take.
    /// </summary>
    public TimeSpan? Drain { get; set; }

    internal static readonly TimeSpan LongestDrain = TimeSpan.FromSeconds(15);
}

/// <summary>Names every fault at once.</summary>
internal sealed class HelpdeskClusterOptionsValidator(IHostEnvironment environment, IOptions<DatabaseOptions> database)
    : IValidateOptions<HelpdeskClusterOptions>
{
    public ValidateOptionsResult Validate(string? name, HelpdeskClusterOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Faults(HelpdeskClusterOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Id))
            yield return $"{HelpdeskClusterOptions.Section}:Id must not be empty.";
        if (options.Address is not null && !IPAddress.TryParse(options.Address, out _))
            yield return $"{HelpdeskClusterOptions.Section}:Address must be an IP address.";
        if (options.SiloPort is < 1 or > 65535)
            yield return $"{HelpdeskClusterOptions.Section}:SiloPort must be 1 to 65,535.";
        if (options.GatewayPort is < 1 or > 65535)
            yield return $"{HelpdeskClusterOptions.Section}:GatewayPort must be 1 to 65,535.";
        if (options.GatewayPort is { } gateway && gateway == options.SiloPort)
            yield return $"{HelpdeskClusterOptions.Section}:GatewayPort and :SiloPort must differ.";
        if (options.Tls is not (ClusterReach.Auto or ClusterReach.On or ClusterReach.Off))
            yield return $"{HelpdeskClusterOptions.Section}:Tls must be auto, on or off.";
        if (options.Tls == ClusterReach.Off && !ClusterReach.MayBePlain(options, environment, database.Value))
            yield return ClusterReach.Refusal;
        if (options.Drain is { } drain && (drain < TimeSpan.Zero || drain > HelpdeskClusterOptions.LongestDrain))
            yield return $"{HelpdeskClusterOptions.Section}:Drain must be 0 to {HelpdeskClusterOptions.LongestDrain.TotalSeconds} seconds.";
    }
}
