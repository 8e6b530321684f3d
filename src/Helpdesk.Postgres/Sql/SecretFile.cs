namespace Helpdesk.Postgres.Sql;

/// <summary>Small files that only their owner may read.</summary>
internal static class SecretFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Replaces the file in one step: a reader finds the old content or the new, and nobody else can open it in between.</summary>
    public static void Write(string path, string content)
    {
        var draft = path + ".new";
        File.Delete(draft);
        using (var stream = new FileStream(
            draft, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly }))
        {
            stream.Write(Encoding.UTF8.GetBytes(content));
            stream.Flush(flushToDisk: true);
        }
        File.Move(draft, path, overwrite: true);
    }
}
