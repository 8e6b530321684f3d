using Helpdesk.Domain.SignIn;

namespace Helpdesk.Postgres.SignIn;

internal sealed class SigningKeys(Database database, ISeals seals) : ISigningKeys
{
    private const string MakeLock = "select pg_advisory_xact_lock(hashtextextended('helpdesk signing key', 0))";

    private static readonly SealPurpose Sealing = new(SealKind.SigningKey, TenantId.Platform);

    public Task<IReadOnlyList<SigningKey>> Load(Instant now, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var transaction = await TenantTransaction.Begin(database, cancellation);
        var keys = await Read(transaction, now, cancellation);
        if (SigningKeySchedule.Next([.. keys.Select(key => key.Times)], "", now) is not null)
            keys = await Make(transaction, now, cancellation);
        await transaction.Commit(cancellation);
        return keys;
    });

    // Under the lock everything is read again: of all processes that see the time has come, the first makes the key.
    private async Task<IReadOnlyList<SigningKey>> Make(TenantTransaction transaction, Instant now, CancellationToken cancellation)
    {
        await using (var alone = transaction.Batch())
        {
            alone.Add(MakeLock);
            alone.Add("delete from signing_key where published_until < $1").With(now);
            await alone.ExecuteAsync(cancellation);
        }

        var keys = await Read(transaction, now, cancellation);
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (SigningKeySchedule.Next([.. keys.Select(key => key.Times)], RandomNumberGenerator.GetHexString(16, lowercase: true),
            now) is not { } times)
            return keys;

        var made = new SigningKey(times, pair.ExportSubjectPublicKeyInfo(), pair.ExportPkcs8PrivateKey());
        await using var insert = transaction.Batch();
        insert.Add("insert into signing_key (id, public_key, private_key, signs_from, signs_until, published_until) values ($1, $2, "
            + "$3, $4, $5, $6)")
            .With(times.Id).With(made.PublicKey).With(seals.Seal(Sealing, made.PrivateKey))
            .With(times.SignsFrom).With(times.SignsUntil).With(times.PublishedUntil);
        await insert.ExecuteAsync(cancellation);
        return [.. keys, made];
    }

    private async Task<IReadOnlyList<SigningKey>> Read(TenantTransaction transaction, Instant now, CancellationToken cancellation)
    {
        await using var batch = transaction.Batch();
        batch.Add("select id, signs_from, signs_until, published_until, public_key, private_key from signing_key where published_until "
            + "> $1 order by signs_from").With(now);
        await using var reader = await batch.ReadAsync(cancellation);
        var keys = new List<SigningKey>();
        while (await reader.ReadAsync(cancellation))
        {
            var times = new SigningKeyTimes(reader.GetString(0), reader.GetInstant(1), reader.GetInstant(2), reader.GetInstant(3));
            keys.Add(new(times, reader.GetFieldValue<byte[]>(4), seals.OpenStored(Sealing, reader.GetFieldValue<byte[]>(5))));
        }

        return keys;
    }
}
