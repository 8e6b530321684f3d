using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Helpdesk.Domain.Attachments;

namespace Helpdesk.Adapters.Attachments;

/// <summary>
/// Contents as objects of a bucket. An upload is put together in a file first: its length and its MD5 must be known before it is sent, and
/// memory holds none of it.
/// </summary>
/// <param name="makeScratch">Makes the folder for that and names it.</param>
internal sealed class S3Blobs(S3Options options, Func<string> makeScratch) : IBlobs, IDisposable
{
    private readonly Lazy<string> scratch = new(makeScratch, LazyThreadSafetyMode.PublicationOnly);
    private readonly Lazy<PlainS3> client = new(() => Client(options));

    public Task Put(string name, Stream content, CancellationToken cancellation) => Told(async () =>
    {
        var path = Path.Combine(scratch.Value, Guid.NewGuid().ToString("N"));
        await using var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
            BufferSize = 0,
        });
        await ContentCopy.To(file, content, cancellation);
        file.Position = 0;
        var md5 = Convert.ToBase64String(await MD5.HashDataAsync(file, cancellation));
        file.Position = 0;
        await client.Value.PutObjectAsync(new()
        {
            BucketName = options.Bucket,
            Key = KeyOf(name),
            InputStream = file,
            AutoCloseStream = false,
            MD5Digest = md5,
            ContentType = "application/octet-stream",
        }, cancellation);
        return true;
    });

    public Task<Stream?> Open(string name, long from, long? length, long? whole, CancellationToken cancellation) => Told<Stream?>(
        async () =>
    {
        if (length == 0)
            return Stream.Null;
        try
        {
            var request = new GetObjectRequest { BucketName = options.Bucket, Key = KeyOf(name) };
            if (from > 0 || length is not null)
                request.ByteRange = length is { } most ? new(from, from + most - 1) : new($"bytes={from}-");
            var answer = await client.Value.GetObjectAsync(request, cancellation);
            if (whole is { } size && WholeOf(answer) is { } stored && stored != size)
            {
                answer.Dispose();
                return null;
            }

            return length is { } part ? new PartOfStream(answer.ResponseStream, part) : answer.ResponseStream;
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode is HttpStatusCode.NotFound && missing.ErrorCode != "NoSuchBucket")
        {
            return null;
        }
        catch (AmazonS3Exception beyond) when (beyond.StatusCode is HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            return Stream.Null;
        }
    });

    // With a part it is told behind the stroke: bytes 0-9/100.
    private static long? WholeOf(GetObjectResponse answer) => answer.ContentRange is not { Length: > 0 } range ? answer.ContentLength
        : long.TryParse(range.AsSpan(range.LastIndexOf('/') + 1), CultureInfo.InvariantCulture, out var all) ? all : null;

    public Task Delete(string name, CancellationToken cancellation) => Told(async () =>
    {
        try
        {
            await client.Value.DeleteObjectAsync(options.Bucket, KeyOf(name), cancellation);
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode is HttpStatusCode.NotFound && missing.ErrorCode != "NoSuchBucket")
        {
            // Some servers say so, others say that it is deleted.
        }

        return true;
    });

    public async IAsyncEnumerable<string> StoredBefore(Instant moment, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var request = new ListObjectsV2Request { BucketName = options.Bucket, Prefix = options.Prefix };
        ListObjectsV2Response page;
        do
        {
            page = await Told(() => client.Value.ListObjectsV2Async(request, cancellation));
            foreach (var stored in page.S3Objects ?? [])
            {
                var name = stored.Key[options.Prefix.Length..];
                if (BlobNames.IsOne(name) && stored.LastModified is { } at && at.ToUniversalTime() < moment.ToDateTimeUtc())
                    yield return name;
            }

            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);
    }

    // A process that was ended may have left them; one that lives has them open, and they are young.
    public Task Tidy(Instant before, CancellationToken cancellation) => Told(() =>
    {
        foreach (var path in Directory.EnumerateFiles(scratch.Value).Where(path => File.GetLastWriteTimeUtc(path) < before.ToDateTimeUtc()))
            File.Delete(path);
        return Task.FromResult(true);
    });

    public void Dispose()
    {
        if (client.IsValueCreated)
            client.Value.Dispose();
    }

    private string KeyOf(string name) => options.Prefix + BlobNames.Checked(name);

    private static PlainS3 Client(S3Options options)
    {
        var config = new AmazonS3Config
        {
            ForcePathStyle = options.Endpoint is not null,
            AuthenticationRegion = options.Region,
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            Timeout = options.Timeout,
            MaxErrorRetry = 2,
        };
        if (options.Endpoint is { } endpoint)
            config.ServiceURL = endpoint;
        else
            config.RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(options.Region);
        // Without keys the machine's own role speaks, as its provider has set it up.
        return new(options.AccessKey is { } key ? new BasicAWSCredentials(key, options.SecretKey)
            : Amazon.Runtime.Credentials.DefaultAWSCredentialsIdentityResolver.GetCredentials(), config);
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
        catch (Exception failure) when (failure is AmazonServiceException or AmazonClientException or HttpRequestException
            or TimeoutException or WebException)
        {
            var isFull = failure is AmazonServiceException { StatusCode: HttpStatusCode.InsufficientStorage }
                or AmazonServiceException { ErrorCode: "QuotaExceeded" or "XMinioStorageFull" };
            throw new BlobStorageException("The storage for files refuses.", isFull, failure);
        }
    }
}
