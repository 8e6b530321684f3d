using System.Collections.Frozen;
using System.Security.Cryptography;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.SignIn;
using Microsoft.IdentityModel.Tokens;

namespace Helpdesk.Api.SignIn;

/// <summary>
/// The signing keys as this process knows them. Asks the database now and then, and when a token names a key that is not here. Says when
/// another key signs or one comes or goes, so that OpenIddict's options follow without a restart.
/// </summary>
internal sealed class SigningKeyRing(ISigningKeys keys, TimeProvider time)
{
    private static readonly TimeSpan AskedEvery = TimeSpan.FromMinutes(5);

    // A stranger can name any key, so not every unknown one is a reason to ask.
    private static readonly TimeSpan AskedForUnknownEvery = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim asking = new(1);
    private volatile Loaded? loaded;

    /// <summary>Raised one at a time, after <see cref="Present"/> has changed.</summary>
    public event Action? Changed;

    /// <summary>All that are published, the one that signs first.</summary>
    /// <exception cref="InvalidOperationException">They are loaded while the host starts; nothing may use them before.</exception>
    public IReadOnlyList<SigningCredentials> Present =>
        loaded?.Credentials ?? throw new InvalidOperationException("The signing keys are not loaded.");

    /// <summary>Before something is signed or published.</summary>
    public ValueTask Refresh(CancellationToken cancellation) => IsFresh(AskedEvery) ? default : new(Load(AskedEvery, cancellation));

    /// <summary>Whether a key with this id is published.</summary>
    public async ValueTask<bool> Has(string id, CancellationToken cancellation)
    {
        await Refresh(cancellation);
        if (!loaded!.Ids.Contains(id) && !IsFresh(AskedForUnknownEvery))
            await Load(AskedForUnknownEvery, cancellation);
        return loaded!.Ids.Contains(id);
    }

    private bool IsFresh(TimeSpan age) => loaded is { } present && time.GetElapsedTime(present.At) < age && time.Now() < present.SignsUntil;

    private async Task Load(TimeSpan age, CancellationToken cancellation)
    {
        await asking.WaitAsync(cancellation);
        try
        {
            if (!IsFresh(age))
                Take(await Ask(cancellation));
        }
        finally
        {
            asking.Release();
        }
    }

    private async Task<IReadOnlyList<SigningKey>> Ask(CancellationToken cancellation)
    {
        try
        {
            return await keys.Load(time.Now(), cancellation);
        }
        catch (StorageException) when (loaded is { } present)
        {
            // keys live for weeks, and the next one is there a day ahead; a database that restarts is no reason to refuse everybody
            return present.Keys;
        }
    }

    private void Take(IReadOnlyList<SigningKey> found)
    {
        var before = loaded;
        loaded = Loaded.Of(found, time.Now(), time.GetTimestamp(), before);
        if (before is null || !before.Order.SequenceEqual(loaded.Order))
            Changed?.Invoke();
    }

    private sealed record Loaded(
        IReadOnlyList<SigningKey> Keys, IReadOnlyList<SigningCredentials> Credentials, FrozenSet<string> Ids, Instant SignsUntil, long At)
    {
        public IEnumerable<string> Order => Credentials.Select(credentials => credentials.Key.KeyId);

        public static Loaded Of(IReadOnlyList<SigningKey> keys, Instant now, long at, Loaded? before)
        {
            var current = SigningKeySchedule.Current(keys.Select(key => key.Times), now)
                ?? throw new InvalidOperationException("No key signs at present.");
            var made = before?.Credentials.ToDictionary(credentials => credentials.Key.KeyId) ?? [];
            var ordered = keys.OrderByDescending(key => key.Times.Id == current.Id).ThenBy(key => key.Times.SignsFrom);
            return new(
                keys, [.. ordered.Select(key => made.GetValueOrDefault(key.Times.Id) ?? CredentialsOf(key))],
                keys.Select(key => key.Times.Id).ToFrozenSet(StringComparer.Ordinal), current.SignsUntil, at);
        }

        private static SigningCredentials CredentialsOf(SigningKey key)
        {
            var pair = ECDsa.Create();
            pair.ImportPkcs8PrivateKey(key.PrivateKey, out _);
            return new(new ECDsaSecurityKey(pair) { KeyId = key.Times.Id }, SecurityAlgorithms.EcdsaSha256);
        }
    }
}
