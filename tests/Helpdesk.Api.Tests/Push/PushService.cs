using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Api.Tests.Push;

/// <summary>A push service that keeps all it gets and answers as a test wants it.</summary>
public sealed class PushService : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, Got Got)> got = new();
    private readonly ConcurrentDictionary<string, Func<int, HttpContext, Task<int>>> answers = new();
    private readonly LocalServer server;

    public PushService() => server = new(Take);

    public Task Start() => server.Start();

    public string Url => server.Url;

    /// <param name="answer">The status, from which request it is, from 1.</param>
    public void Answer(string path, Func<int, HttpContext, Task<int>> answer) => answers[$"/{path}"] = answer;

    public void Answer(string path, Func<int, int> answer) => Answer(path, (number, _) => Task.FromResult(answer(number)));

    /// <summary>What came at an address, in order.</summary>
    public IReadOnlyList<Got> At(string path) => [.. got.Where(one => one.Path == $"/{path}").Select(one => one.Got)];

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task Take(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        string path = context.Request.Path.Value!;
        got.Enqueue((path, new(
            body.ToArray(), context.Request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(),
                header => header.Value.ToString()))));
        context.Response.StatusCode = answers.TryGetValue(path, out var answer)
            ? await answer(got.Count(one => one.Path == path), context) : StatusCodes.Status201Created;
    }

    /// <param name="Headers">By names in small letters.</param>
    public sealed record Got(byte[] Body, IReadOnlyDictionary<string, string> Headers);
}

/// <summary>A browser at the push service: its keys, and what it makes of what comes (RFC 8291 from the other side).</summary>
public sealed class Browser : IDisposable
{
    private readonly ECDiffieHellman own = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] secret = RandomNumberGenerator.GetBytes(16);

    public string Path { get; } = Some.Word();

    public object Subscription(string url, string name = "Chrome, Android") => new
    {
        endpoint = $"{url}/{Path}",
        p256dh = Base64Url.EncodeToString(Point),
        auth = Base64Url.EncodeToString(secret),
        name,
    };

    private byte[] Point => own.ExportParameters(includePrivateParameters: false).Q is var point ? [4, .. point.X!, .. point.Y!] : [];

    public JsonNode Read(PushService.Got got)
    {
        var (body, salt) = (got.Body, got.Body[..16]);
        body[20].ShouldBe((byte)65);
        var sender = body[21..86];
        using var theirs = ECDiffieHellman.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new() { X = sender[1..33], Y = sender[33..] },
        });
        var input = HKDF.DeriveKey(
            HashAlgorithmName.SHA256, own.DeriveRawSecretAgreement(theirs.PublicKey), 32, secret,
            [.. "WebPush: info\0"u8, .. Point, .. sender]);
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, input, 16, salt, "Content-Encoding: aes128gcm\0"u8.ToArray());
        var nonce = HKDF.DeriveKey(HashAlgorithmName.SHA256, input, 12, salt, "Content-Encoding: nonce\0"u8.ToArray());
        var plain = new byte[body.Length - 86 - 16];
        using var aes = new AesGcm(key, 16);
        aes.Decrypt(nonce, body[86..^16], body[^16..], plain);
        plain[^1].ShouldBe((byte)2);
        return JsonNode.Parse(plain[..^1])!;
    }

    public void Dispose() => own.Dispose();
}

/// <summary>The api with a push service beside it.</summary>
public sealed class PushingApi : ApiFixture, IAsyncLifetime
{
    public PushService Service { get; } = new();

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        await Service.Start();
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await Service.DisposeAsync();
    }
}
