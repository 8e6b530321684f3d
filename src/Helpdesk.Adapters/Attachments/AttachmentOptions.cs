using Microsoft.Extensions.Options;

namespace Helpdesk.Adapters.Attachments;

/// <summary>Where files lie, how large they may be, who looks at them. Section <c>Helpdesk:Attachments</c>.</summary>
public sealed class AttachmentOptions
{
    public const string Section = "Helpdesk:Attachments";

    /// <summary>The largest file in bytes, inclusive; a tenant may choose less. 1 to 4 GiB, default 100 MiB.</summary>
    public long MaxFileSize { get; set; } = 100L * 1024 * 1024;

    /// <summary>Bytes of all files of one tenant together, inclusive. At least 0, default 10 GiB.</summary>
    public long Quota { get; set; } = 10L * 1024 * 1024 * 1024;

    /// <summary>Where files lie while no S3 is configured. Default: <c>attachments</c> in the data folder.</summary>
    public string? Folder { get; set; }

    /// <summary>Where uploads are put together on their way to S3. Default: <c>uploads</c> in the data folder.</summary>
    public string? Scratch { get; set; }

    public S3Options S3 { get; set; } = new();

    public ClamOptions Clam { get; set; } = new();
}

/// <summary>A storage that speaks S3.</summary>
public sealed class S3Options
{
    /// <summary>Such as <c>https://s3.example.org</c>; empty: Amazon's own, where a region is given.</summary>
    public string? Endpoint { get; set; }

    /// <summary>Default: none, and files lie on disk.</summary>
    public string? Bucket { get; set; }

    /// <summary>Default <c>us-east-1</c>.</summary>
    public string Region { get; set; } = "us-east-1";

    public string? AccessKey { get; set; }

    public string? SecretKey { get; set; }

    /// <summary>What all names begin with, for a bucket that holds other things too. Default: nothing.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>For one try of one request. 1 s to 10 min, default 1 min.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(1);
}

/// <summary>ClamAV's clamd, asked over TCP.</summary>
public sealed class ClamOptions
{
    /// <summary>Default: none, and files are shown as unchecked.</summary>
    public string? Host { get; set; }

    /// <summary>1 to 65535, default 3310.</summary>
    public int Port { get; set; } = 3310;

    /// <summary>For connecting, and for each silence of it while it scans. 1 s to 10 min, default 1 min.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(1);
}

internal sealed class AttachmentOptionsValidator : IValidateOptions<AttachmentOptions>
{
    private const long Largest = 4L * 1024 * 1024 * 1024;

    public ValidateOptionsResult Validate(string? name, AttachmentOptions options)
    {
        var faults = new List<string>();
        var (s3, clam) = (options.S3, options.Clam);
        if (options.MaxFileSize is < 1 or > Largest)
            faults.Add($"{AttachmentOptions.Section}:MaxFileSize must be 1 to {Largest} bytes.");
        if (options.Quota < 0)
            faults.Add($"{AttachmentOptions.Section}:Quota must not be negative.");
        if (s3.Bucket is null && (s3.Endpoint ?? s3.AccessKey ?? s3.SecretKey) is not null)
            faults.Add($"{AttachmentOptions.Section}:S3:Bucket is missing.");
        if ((s3.AccessKey is null) != (s3.SecretKey is null))
            faults.Add($"{AttachmentOptions.Section}:S3: AccessKey and SecretKey belong together.");
        if (s3.Endpoint is { } address && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            faults.Add($"{AttachmentOptions.Section}:S3:Endpoint must be an address such as https://s3.example.org.");
        if (!IsPatience(s3.Timeout))
            faults.Add($"{AttachmentOptions.Section}:S3:Timeout must be 1 second to 10 minutes.");
        if (clam.Port is < 1 or > 65535)
            faults.Add($"{AttachmentOptions.Section}:Clam:Port must be 1 to 65535.");
        if (!IsPatience(clam.Timeout))
            faults.Add($"{AttachmentOptions.Section}:Clam:Timeout must be 1 second to 10 minutes.");
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }

    private static bool IsPatience(TimeSpan time) => time >= TimeSpan.FromSeconds(1) && time <= TimeSpan.FromMinutes(10);
}
