using System.Collections.Frozen;
using System.Security.Cryptography;
using Helpdesk.Domain.Access;
using Microsoft.IdentityModel.Tokens;
using NodaTime;

namespace Helpdesk.Api.Access;

/// <summary>The signing keys as this process knows them. Asks the record now and then, and when a token names a key that is not here.</summary>
internal sealed class SigningKeyRing(ISigningKeys keys, TimeProvider time)
{
    private static readonly TimeSpan AskedEvery = TimeSpan.FromMinutes(5);

    // A stranger can name any key, so not every unknown one is a reason to ask.
    private static readonly TimeSpan AskedForUnknownEvery = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim asking = new(1);
    private volatile Loaded? loaded;

    public async ValueTask<SigningCredentials> Current(CancellationToken cancellation)
    {
        var present = await Fresh(AskedEvery, cancellation);
        var times = SigningKeySchedule.Current(present.Times, time.Now()) ?? throw new InvalidOperationException("No key signs at present.");
        return present.Signing[times.Id];
    }

    /// <returns><c>null</c>: no such key is published.</returns>
    public async ValueTask<SecurityKey?> Find(string id, CancellationToken cancellation)
    {
        var present = await Fresh(AskedEvery, cancellation);
        if (!present.Signing.ContainsKey(id))
            present = await Fresh(AskedForUnknownEvery, cancellation);
        return present.Signing.TryGetValue(id, out var credentials) ? credentials.Key : null;
    }

    public async ValueTask<IReadOnlyList<JsonWebKey>> Published(CancellationToken cancellation) => (await Fresh(AskedEvery, cancellation)).Published;

    private async ValueTask<Loaded> Fresh(TimeSpan age, CancellationToken cancellation)
    {
        if (loaded is { } present && time.GetElapsedTime(present.At) < age)
            return present;

        await asking.WaitAsync(cancellation);
        try
        {
            if (loaded is { } meanwhile && time.GetElapsedTime(meanwhile.At) < age)
                return meanwhile;
            return loaded = Loaded.Of(await keys.Load(time.Now(), cancellation), time.GetTimestamp());
        }
        catch (Domain.Feed.StorageException) when (loaded is not null)
        {
            return loaded; // keys live for weeks; a database that restarts is no reason to refuse everybody
        }
        finally
        {
            asking.Release();
        }
    }

    private sealed record Loaded(
        IReadOnlyList<SigningKeyTimes> Times, FrozenDictionary<string, SigningCredentials> Signing, IReadOnlyList<JsonWebKey> Published, long At)
    {
        public static Loaded Of(IReadOnlyList<SigningKey> keys, long at) => new(
            [.. keys.Select(key => key.Times)],
            keys.ToFrozenDictionary(key => key.Times.Id, Credentials, StringComparer.Ordinal),
            [.. keys.Select(Public)],
            at);

        private static SigningCredentials Credentials(SigningKey key)
        {
            var pair = ECDsa.Create();
            pair.ImportPkcs8PrivateKey(key.PrivateKey, out _);
            return new(new ECDsaSecurityKey(pair) { KeyId = key.Times.Id }, SecurityAlgorithms.EcdsaSha256);
        }

        private static JsonWebKey Public(SigningKey key)
        {
            using var pair = ECDsa.Create();
            pair.ImportSubjectPublicKeyInfo(key.PublicKey, out _);
            var point = pair.ExportParameters(includePrivateParameters: false).Q;
            return new("EC", "P-256", Base64UrlEncoder.Encode(point.X), Base64UrlEncoder.Encode(point.Y), key.Times.Id, "sig", SecurityAlgorithms.EcdsaSha256);
        }
    }
}

/// <summary>A public key as <c>/.well-known/jwks.json</c> shows it (RFC 7517).</summary>
public sealed record JsonWebKey(string Kty, string Crv, string X, string Y, string Kid, string Use, string Alg);
