using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Helpdesk.LocalCluster;

/// <summary>
/// A PostgreSQL whose processes stand still with all their connections open (SIGSTOP), as on a disk that hangs or a machine that is moved.
/// </summary>
public static class FrozenServer
{
    /// <param name="superuser">Connection string; asked before anything stands still.</param>
    /// <returns>Dispose it, and the server goes on.</returns>
    public static async Task<IDisposable> Freeze(string superuser)
    {
        await using var source = NpgsqlDataSource.Create(superuser);
        await using var where = source.CreateCommand("show data_directory");
        var data = (string)(await where.ExecuteScalarAsync())!;
        var server = File.ReadLines(Path.Combine(data, "postmaster.pid")).First();
        // First the one that would start others.
        Signal("STOP", [server]);
        IReadOnlyList<string> all = [server, .. ChildrenOf(server)];
        Signal("STOP", all);
        return new Thaw(all);
    }

    private static IEnumerable<string> ChildrenOf(string process)
    {
        using var list = Process.Start(new ProcessStartInfo("pgrep", ["-P", process]) { RedirectStandardOutput = true })!;
        var children = list.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        list.WaitForExit();
        return children.Where(child => int.TryParse(child, CultureInfo.InvariantCulture, out _));
    }

    private static void Signal(string name, IEnumerable<string> processes)
    {
        using var kill = Process.Start("kill", [$"-{name}", .. processes]);
        kill.WaitForExit();
    }

    private sealed class Thaw(IReadOnlyList<string> processes) : IDisposable
    {
        public void Dispose() => Signal("CONT", processes);
    }
}
