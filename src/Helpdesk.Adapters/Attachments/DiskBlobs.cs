using System.Runtime.CompilerServices;
using Helpdesk.Domain.Attachments;
using Microsoft.Win32.SafeHandles;

namespace Helpdesk.Adapters.Attachments;

/// <summary>
/// Files in a folder for its owner alone. A content grows under another name, is brought to the disk, and then gets its own in one step:
/// whatever ends this process, there is no half of one.
/// </summary>
/// <param name="makeFolder">Makes the folder and names it.</param>
internal sealed class DiskBlobs(Func<string> makeFolder) : IBlobs
{
    private const string Incoming = "incoming";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerOnly | UnixFileMode.UserExecute;

    // A folder that could not be made is tried again with the next file.
    private readonly Lazy<string> root = new(makeFolder, LazyThreadSafetyMode.PublicationOnly);

    public Task Put(string name, Stream content, CancellationToken cancellation) => Told(async () =>
    {
        var target = PathOf(name);
        var draft = Path.Combine(MakeFolder(Path.Combine(root.Value, Incoming)), Guid.NewGuid().ToString("N"));
        try
        {
            await Write(draft, content, cancellation);
            MakeFolder(Path.GetDirectoryName(target)!);
            File.Move(draft, target, overwrite: true);
            FlushFolder(Path.GetDirectoryName(target)!);
        }
        catch
        {
            Remove(draft);
            throw;
        }

        return true;
    });

    public Task<Stream?> Open(string name, long from, long? length, long? whole, CancellationToken cancellation) => Told(() =>
    {
        try
        {
            var file = new FileStream(PathOf(name), new FileStreamOptions
            {
                Mode = FileMode.Open,
                Access = FileAccess.Read,
                Share = FileShare.Read | FileShare.Delete,
                Options = FileOptions.Asynchronous,
                BufferSize = 0,
            });
            if (whole is { } size && file.Length != size)
            {
                file.Dispose();
                return Task.FromResult<Stream?>(null);
            }

            file.Seek(Math.Min(from, file.Length), SeekOrigin.Begin);
            return Task.FromResult<Stream?>(length is { } most ? new PartOfStream(file, most) : file);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    });

    public Task Delete(string name, CancellationToken cancellation) => Told(() =>
    {
        Remove(PathOf(name));
        return Task.FromResult(true);
    });

    public async IAsyncEnumerable<string> StoredBefore(Instant moment, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var path in Files(root.Value, moment))
        {
            cancellation.ThrowIfCancellationRequested();
            var name = Path.GetRelativePath(root.Value, path).Replace(Path.DirectorySeparatorChar, '/');
            if (BlobNames.IsOne(name))
                yield return name;
        }
    }

    public Task Tidy(Instant before, CancellationToken cancellation) => Told(() =>
    {
        foreach (var path in Files(Path.Combine(root.Value, Incoming), before))
            Remove(path);
        return Task.FromResult(true);
    });

    private static IEnumerable<string> Files(string folder, Instant before) => !Directory.Exists(folder) ? []
        : Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => File.GetLastWriteTimeUtc(path) < before.ToDateTimeUtc());

    private static async Task Write(string path, Stream content, CancellationToken cancellation)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Options = FileOptions.Asynchronous,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        await using var file = new FileStream(path, options);
        await ContentCopy.To(file, content, cancellation);
        file.Flush(flushToDisk: true);
    }

    // The name of a file is in its folder, and that is a file as well.
    private static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        try
        {
            using SafeFileHandle handle = File.OpenHandle(folder);
            RandomAccess.FlushToDisk(handle);
        }
        catch (Exception unable) when (unable is IOException or UnauthorizedAccessException)
        {
            // Not every system opens folders; it keeps the name by itself then.
        }
    }

    private string PathOf(string name) => Path.Combine([root.Value, .. BlobNames.Checked(name).Split('/')]);

    private static string MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, OwnerFolder);
        return path;
    }

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (DirectoryNotFoundException)
        {
            // Nothing is there, as it shall be.
        }
    }

    private static async Task<T> Told<T>(Func<Task<T>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception failure) when (DiskFailure.Of(failure) is { } told)
        {
            throw told;
        }
    }
}
