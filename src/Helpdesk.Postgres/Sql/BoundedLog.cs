namespace Helpdesk.Postgres.Sql;

/// <summary>
/// Keeps log files small that others write, always at their end: what is too much goes into a second file, the one before is gone.
/// </summary>
public static class BoundedLog
{
    /// <summary>Together with the second file twice this.</summary>
    public const long Most = 16 << 20;

    /// <param name="folder">Nothing, if it is not there.</param>
    public static void Keep(string folder, long most = Most)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var file in Directory.EnumerateFiles(folder, "*.log").Where(file => new FileInfo(file).Length > most))
        {
            File.Copy(file, file + ".1", overwrite: true);
            // Whoever writes it goes on in the same file. What came since the copy was made is lost.
            using var emptied = new FileStream(file, FileMode.Truncate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        }
    }
}
