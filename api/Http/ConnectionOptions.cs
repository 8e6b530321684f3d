using Helpdesk.Hosting;
using Microsoft.Extensions.Options;

namespace Helpdesk.Api.Http;

/// <summary>How many callers are connected at once. Section <c>Helpdesk:Http</c>.</summary>
public sealed class ConnectionOptions
{
    public const string Section = "Helpdesk:Http";

    /// <summary>
    /// Descriptors of a process that are for other things: 640. Each part of the program that is loaded keeps one or two, 400 together;
    /// then the database, other processes, files. A process that has none left ends.
    /// </summary>
    internal const int Reserved = 640;

    /// <summary>
    /// Connections of callers at once; one more is answered 503 and hung up. At least 1; each takes a descriptor, so at most the limit of
    /// open files of the process (<c>ulimit -n</c>) less 640. Default: half of that limit, at most four fifths of what 640 leave, at most
    /// 10,000; 1,000 where it is not known.
    /// </summary>
    public int? Connections { get; set; }

    /// <summary>How many there may be. Who is told that they are too many needs a descriptor as well.</summary>
    internal int Most(int? descriptors) => Connections ?? (descriptors is { } limit
        ? Math.Clamp(Math.Min(limit / 2, (limit - Reserved) * 4 / 5), 1, 10_000) : 1_000);
}

internal sealed class ConnectionOptionsValidator : IValidateOptions<ConnectionOptions>
{
    public ValidateOptionsResult Validate(string? name, ConnectionOptions options) =>
        Fault(options, OpenFiles.Limit()) is { } fault ? ValidateOptionsResult.Fail(fault) : ValidateOptionsResult.Success;

    internal static string? Fault(ConnectionOptions options, int? descriptors)
    {
        if (OpenFiles.TooFew(descriptors) is { } few)
            return few;
        var most = Math.Max(1, (descriptors ?? int.MaxValue) - ConnectionOptions.Reserved);
        return options.Connections is { } wanted && (wanted < 1 || wanted > most)
            ? $"{ConnectionOptions.Section}:Connections must be 1 to {most}: this process may open {descriptors} files."
            : null;
    }
}
