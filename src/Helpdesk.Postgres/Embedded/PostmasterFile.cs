using System.Globalization;

namespace Helpdesk.Postgres.Embedded;

/// <summary>
/// The file that a running server keeps in its data directory, one fact a line: process id, directory, start, port, socket directory, …
/// </summary>
internal sealed class PostmasterFile(string path)
{
    /// <summary>Above the greatest process id of any kernel that we run on, so no process has it.</summary>
    private const int NoProcess = int.MaxValue;

    public sealed record Content(int ProcessId, string SocketDirectory, string Text)
    {
        /// <summary>
        /// Whether that process still is the server over <paramref name="data"/>, and not another program that got its number.
        /// </summary>
        public bool IsAlive(string data) => Directory.Exists("/proc/self") ? StandsInItsOwnFile() : RunsOver(data);

        /// <summary>
        /// A server's working directory is its data directory, by whatever path: the file seen from there must be this very one.
        /// </summary>
        private bool StandsInItsOwnFile()
        {
            try
            {
                return File.ReadAllText($"/proc/{ProcessId}/cwd/postmaster.pid") == Text;
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        }

        private bool RunsOver(string data) =>
            Subprocess.TryRead("ps", "-o", "command=", "-p", ProcessId.ToString(CultureInfo.InvariantCulture)) is { } command
            && command.Contains("postgres", StringComparison.Ordinal)
            && command.Contains(data, StringComparison.Ordinal);
    }

    /// <summary><c>null</c> when there is no file, or it is cut short.</summary>
    public Content? Read()
    {
        if (!File.Exists(path))
            return null;
        var text = File.ReadAllText(path);
        var lines = text.Split('\n');
        return lines.Length >= 5 && int.TryParse(lines[0], CultureInfo.InvariantCulture, out var pid)
            ? new Content(pid, lines[4], text) : null;
    }

    /// <summary>
    /// After a reboot or a restarted container the number of the dead server may belong to some other program, and PostgreSQL then refuses
    /// to start. Deleting the file would also delete the number of the shared memory block, which is PostgreSQL's guard against a second
    /// server over the same data; so only the process id is made void. Call only when the server is known not to run.
    /// </summary>
    public void ForgetReusedProcessId(ServerAccount account)
    {
        if (Read() is { } stale)
            account.Write(path, NoProcess.ToString(CultureInfo.InvariantCulture) + stale.Text[stale.Text.IndexOf('\n')..]);
    }
}
