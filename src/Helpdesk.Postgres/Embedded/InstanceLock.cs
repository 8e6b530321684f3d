using System.Globalization;

namespace Helpdesk.Postgres.Embedded;

/// <summary>
/// One program per data directory. The lock is the kernel's (<c>flock</c>, which is how .NET keeps <see cref="FileShare.None"/> on Unix):
/// it ends with the process, however that ends, so a file left behind by <c>kill -9</c> means nothing.
/// </summary>
internal sealed class InstanceLock : IDisposable
{
    private readonly FileStream file;

    private InstanceLock(FileStream file) => this.file = file;

    /// <exception cref="StartupRefusedException">Another process holds it; names that process.</exception>
    public static InstanceLock Take(string dataDirectory)
    {
        PrivateFolder.CreatePassable(dataDirectory);
        var path = Path.Combine(dataDirectory, "helpdesk.lock");
        // In a file of its own: .NET cannot open a locked file, not even to read.
        var holder = Path.Combine(dataDirectory, "helpdesk.pid");
        try
        {
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(holder, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new InstanceLock(file);
        }
        catch (IOException) when (File.Exists(path))
        {
            var process = File.Exists(holder) ? File.ReadAllText(holder) : "unknown";
            throw new StartupRefusedException(
                $"The data directory {dataDirectory} is in use by another Helpdesk (process {process}). Stop that one, or choose "
                    + "another directory with --data.");
        }
    }

    public void Dispose() => file.Dispose();
}
