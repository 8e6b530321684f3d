using Helpdesk.Domain.Push;

namespace Helpdesk.Postgres.Push;

internal sealed class PushKeys(Database database, ISeals seals) : IPushKeys
{
    private static readonly SealPurpose Sealing = new(SealKind.PushKey, TenantId.Platform);

    private PushKey? known;

    // It never changes: to make another would cut off every browser.
    public async Task<PushKey> Load(CancellationToken cancellation) => known ??= await Storage.Ask(async () =>
        await Read(cancellation) ?? await Make(cancellation));

    // Where several make one at the same moment, the first is kept.
    private async Task<PushKey> Make(CancellationToken cancellation)
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = pair.ExportParameters(includePrivateParameters: false).Q;
        await using var transaction = await TenantTransaction.Begin(database, cancellation);
        await using var insert = transaction.Batch();
        insert.Add("insert into push_key (public_key, private_key, made_at) values ($1, $2, now()) on conflict do nothing")
            .With<byte[]>([4, .. point.X!, .. point.Y!]).With(seals.Seal(Sealing, pair.ExportPkcs8PrivateKey()));
        await insert.ExecuteAsync(cancellation);
        await transaction.Commit(cancellation);
        return await Read(cancellation) ?? throw new InvalidOperationException("The key was made, and is not there.");
    }

    private async Task<PushKey?> Read(CancellationToken cancellation)
    {
        await using var transaction = await TenantTransaction.Begin(database, cancellation);
        await using var batch = transaction.Batch();
        batch.Add("select public_key, private_key from push_key");
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new(reader.GetFieldValue<byte[]>(0), seals.OpenStored(Sealing, reader.GetFieldValue<byte[]>(1))) : null;
    }
}
