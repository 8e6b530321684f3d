using System.Security.Cryptography;
using Helpdesk.Adapters.Attachments;
using Helpdesk.Domain.Attachments;
using NodaTime;

namespace Helpdesk.Api.Tests.Attachments;

/// <summary>What every storage for contents does, whatever it is.</summary>
public abstract class BlobContract
{
    internal abstract IBlobs Blobs { get; }

    protected async Task Holds()
    {
        await A_content_comes_out_as_it_went_in();
        await A_part_is_read_from_its_place();
        await One_that_lost_bytes_is_none();
        await What_is_not_there_is_told_and_deleted_without_complaint();
        await What_breaks_off_leaves_nothing();
        await All_that_is_stored_is_found();
    }

    public static string NewName() => BlobNames.Of(Hex(16), Hex(16));

    private static string Hex(int bytes) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(bytes));

    private async Task A_content_comes_out_as_it_went_in()
    {
        foreach (var size in (int[])[1, 128 * 1024, 6 * 1024 * 1024 + 1])
        {
            var (name, content) = (NewName(), RandomNumberGenerator.GetBytes(size));
            await Blobs.Put(name, new Forward(content), default);
            (await Read(name, 0, null))!.ShouldBe(content);
            await Blobs.Delete(name, default);
        }
    }

    private async Task A_part_is_read_from_its_place()
    {
        var name = NewName();
        await Blobs.Put(name, new Forward([1, 2, 3, 4, 5]), default);

        (await Read(name, 1, 3)).ShouldBe([2, 3, 4]);
        (await Read(name, 3, null)).ShouldBe([4, 5]);
        (await Read(name, 0, 1)).ShouldBe([1]);
    }

    private async Task One_that_lost_bytes_is_none()
    {
        var name = NewName();
        await Blobs.Put(name, new Forward([1, 2, 3]), default);

        (await Read(name, 0, null, whole: 3)).ShouldBe([1, 2, 3]);
        (await Read(name, 1, 1, whole: 3)).ShouldBe([2]);
        (await Read(name, 0, null, whole: 5)).ShouldBeNull();
        (await Read(name, 1, 1, whole: 5)).ShouldBeNull();
    }

    private async Task What_is_not_there_is_told_and_deleted_without_complaint()
    {
        (await Read(NewName(), 0, null)).ShouldBeNull();
        (await Read(NewName(), 2, 2)).ShouldBeNull();
        await Blobs.Delete(NewName(), default);
        await Should.ThrowAsync<ArgumentException>(() => Blobs.Put("../../etc/passwd", Stream.Null, default));
    }

    private async Task What_breaks_off_leaves_nothing()
    {
        var name = NewName();
        await Should.ThrowAsync<UploadBrokenException>(() => Blobs.Put(name, new Forward([1, 2, 3]) { Breaks = true }, default));

        (await Read(name, 0, null)).ShouldBeNull();
    }

    private async Task All_that_is_stored_is_found()
    {
        var name = NewName();
        await Blobs.Put(name, new Forward([1]), default);

        (await Listed(SystemClock.Instance.GetCurrentInstant() + Duration.FromMinutes(1))).ShouldContain(name);
        (await Listed(SystemClock.Instance.GetCurrentInstant() - Duration.FromHours(1))).ShouldNotContain(name);
        await Blobs.Delete(name, default);
        (await Listed(SystemClock.Instance.GetCurrentInstant() + Duration.FromMinutes(1))).ShouldNotContain(name);
    }

    private async Task<List<string>> Listed(Instant moment)
    {
        var found = new List<string>();
        await foreach (var name in Blobs.StoredBefore(moment, default))
            found.Add(name);
        return found;
    }

    private async Task<byte[]?> Read(string name, long from, long? length, long? whole = null)
    {
        await using var content = await Blobs.Open(name, from, length, whole, default);
        if (content is null)
            return null;
        var read = new MemoryStream();
        await content.CopyToAsync(read);
        return read.ToArray();
    }

    // Like what comes over the network: it is read once, and may end in the middle.
    private sealed class Forward(byte[] content) : MemoryStream(content)
    {
        public bool Breaks { get; init; }

        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read
                : Breaks ? throw new UploadBrokenException(new IOException("gone")) : 0;

        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            var buffer = new byte[bufferSize];
            while (await ReadAsync(buffer, cancellationToken) is > 0 and var read)
                await destination.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }
}

public sealed class DiskBlobsTests : BlobContract, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("helpdesk-blobs-").FullName;

    internal override IBlobs Blobs => field ??= new DiskBlobs(() => folder);

    [Fact]
    public Task The_disk_keeps_contents() => Holds();

    [Fact]
    public async Task Files_are_their_owner_s_alone_and_nothing_is_left_of_what_was_on_its_way()
    {
        var name = NewName();
        await Blobs.Put(name, new MemoryStream([1]), default);

        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(Path.Combine(folder, name)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Directory.GetFiles(Path.Combine(folder, "incoming")).ShouldBeEmpty();
        var left = Path.Combine(folder, "incoming", "left");
        await File.WriteAllTextAsync(left, "half");
        await Blobs.Tidy(SystemClock.Instance.GetCurrentInstant() - Duration.FromHours(1), default);
        File.Exists(left).ShouldBeTrue("somebody may be writing it");
        await Blobs.Tidy(SystemClock.Instance.GetCurrentInstant() + Duration.FromHours(1), default);
        File.Exists(left).ShouldBeFalse();
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_told_and_tried_again()
    {
        var inTheWay = Path.Combine(folder, "incoming");
        await File.WriteAllTextAsync(inTheWay, "no folder");
        var failure = await Should.ThrowAsync<BlobStorageException>(() => Blobs.Put(NewName(), new MemoryStream([1]), default));
        failure.ToError().ShouldBe(AttachmentErrors.StorageUnavailable);

        File.Delete(inTheWay);
        await Blobs.Put(NewName(), new MemoryStream([1]), default);
    }

    [FullDiskFact]
    public async Task A_full_disk_is_told_as_full()
    {
        var full = new DiskBlobs(() => folder);
        Directory.CreateDirectory(Path.Combine(folder, "incoming"));
        var failure = await Should.ThrowAsync<IOException>(async () =>
        {
            await using var device = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, 0);
            await device.WriteAsync(new byte[1]);
        });

        DiskFailure.Of(failure)!.ToError().ShouldBe(AttachmentErrors.StorageFull);
        full.ShouldNotBeNull();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}

/// <summary>Skipped where no device is always full.</summary>
public sealed class FullDiskFactAttribute : FactAttribute
{
    public FullDiskFactAttribute() => Skip = File.Exists("/dev/full") ? null : "There is no /dev/full here.";
}

public sealed class S3BlobsTests : BlobContract, IAsyncLifetime
{
    private readonly S3Server server = new();
    private readonly string scratch = Directory.CreateTempSubdirectory("helpdesk-scratch-").FullName;

    internal override IBlobs Blobs => field ??= new S3Blobs(new()
    {
        Endpoint = $"http://127.0.0.1:{server.Port}",
        Bucket = S3Server.Bucket,
        AccessKey = "S3RVER",
        SecretKey = "S3RVER",
        Prefix = "files/",
    }, () => scratch);

    [S3Fact]
    public async Task A_server_of_S3_keeps_contents()
    {
        await server.Start();
        await Holds();

        Directory.GetFiles(scratch).ShouldBeEmpty();
        await server.Stop();
        var failure = await Should.ThrowAsync<BlobStorageException>(() => Blobs.Put(NewName(), new MemoryStream([1]), default));
        failure.ToError().ShouldBe(AttachmentErrors.StorageUnavailable);
        await Should.ThrowAsync<BlobStorageException>(() => Blobs.Open(NewName(), 0, null, null, default));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        Directory.Delete(scratch, recursive: true);
    }
}
