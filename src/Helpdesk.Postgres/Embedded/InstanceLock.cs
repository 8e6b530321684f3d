namespace Helpdesk.Postgres.Embedded;

/// <summary>
/// One program per data directory. The lock is the kernel's (<c>flock</c>, which is how .NET keeps <see cref="FileShare.None"/> on Unix): it
/// ends with the process, however that ends, so a file left behind by <c>kill -9</c> means nothing.
/// </summary>
internal sealed class InstanceLock : IDisposable
{
    private readonly FileStream file;

    private InstanceLock(FileStream file) => this.file = file;

    /// <exception cref="StartupRefusedException">Another process holds it; names that process.</exception>
    public static InstanceLock Take(string dataDirectory) =>
        TryTake(dataDirectory) ?? throw new StartupRefusedException(
            $"The data directory {dataDirectory} is in use by another Helpdesk (process {Holder(dataDirectory)}). Stop that one, or choose another directory with --data.");

    /// <summary><c>null</c> when another process holds it.</summary>
    public static InstanceLock? TryTake(string dataDirectory)
    {
        Directory.CreateDirectory(dataDirectory);
        try
        {
            var file = new FileStream(PathIn(dataDirectory), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            file.SetLength(0);
            file.Write(System.Text.Encoding.ASCII.GetBytes($"{Environment.ProcessId}\n"));
            file.Flush();
            return new InstanceLock(file);
        }
        catch (IOException) when (File.Exists(PathIn(dataDirectory)))
        {
            return null;
        }
    }

    public void Dispose() => file.Dispose();

    private static string Holder(string dataDirectory)
    {
        // ReadWrite sharing asks for no lock of its own, so the file can be read while it is held.
        using var reader = new StreamReader(new FileStream(PathIn(dataDirectory), FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadLine() is { Length: > 0 } pid ? pid : "unknown";
    }

    private static string PathIn(string dataDirectory) => Path.Combine(dataDirectory, "helpdesk.lock");
}
