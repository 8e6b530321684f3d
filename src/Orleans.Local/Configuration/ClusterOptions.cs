namespace Orleans.Configuration;

/// <summary>Names that separate installations which share tables.</summary>
public class ClusterOptions
{
    public const string DefaultClusterId = "default";

    public const string DefaultServiceId = "default";

    /// <summary>Which processes belong together. Here: part of the lock that keeps a second instance out.</summary>
    public string ClusterId { get; set; } = DefaultClusterId;

    /// <summary>Whose state and reminders; stays the same over the life of an installation.</summary>
    public string ServiceId { get; set; } = DefaultServiceId;
}
