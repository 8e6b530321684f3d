namespace Helpdesk.Hosting;

/// <summary>How many files and connections the system allows this process at once.</summary>
public static class OpenFiles
{
    /// <summary>With fewer a process does not start: 1,024. Each part of the program that is loaded keeps one or two.</summary>
    public const int Least = 1_024;

    private const string Limits = "/proc/self/limits";

    /// <summary><c>null</c>: the system does not say, or there is no limit.</summary>
    public static int? Limit()
    {
        if (!File.Exists(Limits))
            return null;
        var line = File.ReadLines(Limits).FirstOrDefault(line => line.StartsWith("Max open files", StringComparison.Ordinal));
        return line?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, _, _, var soft, ..] && int.TryParse(soft, out var limit)
            ? limit : null;
    }

    /// <summary>
    /// What to tell whoever starts a process that would not even load all of its parts; <c>null</c>: there are enough. To be asked before
    /// anything else is done.
    /// </summary>
    public static string? TooFew(int? limit) => limit < Least
        ? $"This process may open {limit} files and needs {Least} at least: raise the limit (ulimit -n, LimitNOFILE, --ulimit nofile)."
        : null;
}
