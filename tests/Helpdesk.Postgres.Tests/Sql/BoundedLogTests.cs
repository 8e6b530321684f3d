namespace Helpdesk.Postgres.Tests.Sql;

public sealed class BoundedLogTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bounded-log-").FullName;

    [Fact]
    public async Task Whoever_writes_goes_on_and_of_what_is_too_much_the_last_stays()
    {
        var (grown, small) = (Path.Combine(folder, "grown.log"), Path.Combine(folder, "small.log"));
        await File.WriteAllTextAsync(small, "kept");
        await using var writing = new FileStream(grown, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);

        for (var round = 0; round < 3; round++)
        {
            await writing.WriteAsync(new byte[2000]);
            await writing.FlushAsync();
            BoundedLog.Keep(folder, most: 1000);
        }

        new FileInfo(grown).Length.ShouldBeLessThan(2000);
        new FileInfo(grown + ".1").Length.ShouldBeGreaterThanOrEqualTo(2000);
        (await File.ReadAllTextAsync(small)).ShouldBe("kept");
        Directory.EnumerateFiles(folder).Count().ShouldBe(3);
    }

    [Fact]
    public void Where_there_is_no_folder_there_is_nothing_to_do() => BoundedLog.Keep(Path.Combine(folder, "nowhere"));

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
