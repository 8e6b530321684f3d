namespace Helpdesk.Cluster.Tests;

/// <summary>
/// Needs libfaketime (Debian and Ubuntu: package <c>libfaketime</c>), with which a process sees another time than its machine.
/// </summary>
public sealed class FactWithFaketimeAttribute : FactAttribute
{
    private static readonly string? Library = Directory.Exists("/usr/lib")
        ? Directory.EnumerateFiles(
            "/usr/lib", "libfaketimeMT.so.1", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 3 })
            .FirstOrDefault()
        : null;

    public FactWithFaketimeAttribute() => Skip = Library is null ? "libfaketime is not installed." : null;

    /// <summary>The environment of a process that sees a later time; less than zero: an earlier. Its timers run as usual.</summary>
    public static Dictionary<string, string> Ahead(TimeSpan time) => new()
    {
        ["LD_PRELOAD"] = Library!,
        ["FAKETIME"] = $"{(int)time.TotalSeconds:+0;-0}s",
        ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
        ["FAKETIME_DONT_RESET"] = "1",
        // Else it measures waits with a limit on another clock than they were begun on, and they end at once.
        ["FAKETIME_FORCE_MONOTONIC_FIX"] = "0",
    };

    /// <summary>The environment of a process whose clock is set by writing to a file, such as <c>+0s</c>, while it runs.</summary>
    public static Dictionary<string, string> SetBy(string file, TimeSpan ahead)
    {
        var environment = Ahead(ahead);
        File.WriteAllText(file, environment["FAKETIME"]);
        environment.Remove("FAKETIME");
        (environment["FAKETIME_TIMESTAMP_FILE"], environment["FAKETIME_CACHE_DURATION"]) = (file, "1");
        return environment;
    }
}
