using System.Security.Cryptography;

namespace Helpdesk.Api.Http;

/// <summary>
/// A table of any length to download, written while it is read. Its last line says that it is whole: a file on a disk shows by itself
/// whether something is missing. What fails on the way ends in a connection that breaks off (<see cref="ErrorHandling"/>).
/// </summary>
internal sealed class CsvStream(string name, IReadOnlyList<string> columns, IAsyncEnumerable<IReadOnlyList<string?>> rows) : IResult
{
    /// <summary>First cell of the last line.</summary>
    public const string End = "end";

    /// <summary>For the OpenAPI document.</summary>
    public const string Meaning =
        "The last line says that the table is whole: `end`, the number of entries, and `sha256:` with the hash, in hexadecimal, of all "
            + "bytes before that line (`head -n -1 FILE | sha256sum`). Where it is missing, so is the rest; the connection broke off, too.";

    private const int RowsBetweenFlushes = 200;

    public async Task ExecuteAsync(HttpContext context)
    {
        var (response, cancellation) = (context.Response, context.RequestAborted);
        await using var row = rows.GetAsyncEnumerator(cancellation);
        // What fails before the first row is refused in words: nothing has left yet.
        var isThere = await row.MoveNextAsync();

        Download.Begin(response, name, $"{CsvTable.ContentType}; charset=utf-8");
        await using var hashed = new HashedStream(response.Body);
        await using var csv = CsvTable.To(hashed);
        await csv.WriteRecordAsync([.. columns], cancellation);
        var written = 0L;
        for (; isThere; isThere = await row.MoveNextAsync())
        {
            await csv.WriteRecordAsync(CsvTable.Cells(row.Current), cancellation);
            if (++written % RowsBetweenFlushes == 0)
                await csv.FlushAsync(cancellation);
        }

        await csv.FlushAsync(cancellation);
        var count = written.ToString(CultureInfo.InvariantCulture);
        await csv.WriteRecordAsync([End, count, $"sha256:{hashed.Hash}", .. Enumerable.Repeat("", columns.Count - 3)], cancellation);
        await csv.FlushAsync(cancellation);
    }

    /// <summary>Passes on what is written, and knows the hash of all of it.</summary>
    private sealed class HashedStream(Stream inner) : Stream
    {
        private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        /// <summary>In lower-case hexadecimal.</summary>
        public string Hash => Convert.ToHexStringLower(hash.GetCurrentHash());

        public override bool CanWrite => true;
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            hash.AppendData(buffer.Span);
            return inner.WriteAsync(buffer, cancellationToken);
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override void Flush() => throw new NotSupportedException();
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            hash.Dispose();
            base.Dispose(disposing);
        }
    }
}
