using System.Security.Cryptography.X509Certificates;

namespace Helpdesk.Postgres.Engine;

/// <summary>The cluster's certificates: made by the first process that needs one, their private keys sealed with the master key.</summary>
public sealed class ClusterCertificates(Database database, ISeals seals)
{
    private const string MakeLock = "select pg_advisory_xact_lock(hashtextextended('helpdesk cluster certificate', 0))";

    // The engine takes a certificate for either side only if it says that it may be used there.
    private static readonly OidCollection Uses = [new("1.3.6.1.5.5.7.3.1"), new("1.3.6.1.5.5.7.3.2")];

    /// <summary>Those that are accepted now; at least one.</summary>
    /// <exception cref="CryptographicException">A private key does not open: another master key, or somebody changed the row.</exception>
    public Task<IReadOnlyList<ClusterCertificate>> Load(Instant now, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var transaction = await TenantTransaction.Begin(database, cancellation);
        var certificates = await Read(transaction, now, cancellation);
        if (Next(certificates, now) is not null)
            certificates = await Make(transaction, now, cancellation);
        await transaction.Commit(cancellation);
        return certificates;
    });

    // Under the lock everything is read again: of all processes that see the time has come, the first makes it.
    private async Task<IReadOnlyList<ClusterCertificate>> Make(TenantTransaction transaction, Instant now, CancellationToken cancellation)
    {
        await using (var alone = transaction.Batch())
        {
            alone.Add(MakeLock);
            alone.Add("delete from cluster_certificate where accepted_until <= $1").With(now);
            await alone.ExecuteAsync(cancellation);
        }

        var certificates = await Read(transaction, now, cancellation);
        if (Next(certificates, now) is not { } next)
            return certificates;

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = SelfSigned(key, now, next.AcceptedUntil);
        var times = new ClusterCertificateTimes(ClusterCertificate.IdOf(certificate), next.ShownFrom, next.AcceptedUntil);
        await using var insert = transaction.Batch();
        insert.Add("insert into cluster_certificate (id, certificate, private_key, shown_from, accepted_until) values ($1, $2, $3, $4, $5)")
            .With(times.Id).With(certificate.RawData).With(seals.Seal(Sealing(times.Id), key.ExportPkcs8PrivateKey()))
            .With(times.ShownFrom).With(times.AcceptedUntil);
        await insert.ExecuteAsync(cancellation);
        return await Read(transaction, now, cancellation);
    }

    private async Task<IReadOnlyList<ClusterCertificate>> Read(TenantTransaction transaction, Instant now, CancellationToken cancellation)
    {
        await using var batch = transaction.Batch();
        batch.Add(
            "select id, shown_from, accepted_until, certificate, private_key from cluster_certificate " +
            "where accepted_until > $1 order by shown_from").With(now);
        await using var reader = await batch.ReadAsync(cancellation);
        var certificates = new List<ClusterCertificate>();
        while (await reader.ReadAsync(cancellation))
        {
            var times = new ClusterCertificateTimes(reader.GetString(0), reader.GetInstant(1), reader.GetInstant(2));
            var key = seals.OpenStored(Sealing(times.Id), reader.GetFieldValue<byte[]>(4));
            certificates.Add(new(WithKey(reader.GetFieldValue<byte[]>(3), key), times));
        }

        return certificates;
    }

    private static (Instant ShownFrom, Instant AcceptedUntil)? Next(IEnumerable<ClusterCertificate> certificates, Instant now) =>
        ClusterCertificateSchedule.Next(certificates.Select(certificate => certificate.Times), now);

    private static SealPurpose Sealing(string id) => new(SealKind.ClusterCertificate, TenantId.Platform, id);

    // Its times are for whoever looks at it with other tools; what counts stands in the row. A day early: other clocks may be behind.
    private static X509Certificate2 SelfSigned(ECDsa key, Instant now, Instant until)
    {
        var request = new CertificateRequest("CN=helpdesk cluster", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension(Uses, true));
        return request.CreateSelfSigned((now - Duration.FromDays(1)).ToDateTimeOffset(), until.ToDateTimeOffset());
    }

    private static X509Certificate2 WithKey(byte[] certificate, byte[] privateKey)
    {
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(privateKey, out _);
        using var bare = X509CertificateLoader.LoadCertificate(certificate);
        using var joined = bare.CopyWithPrivateKey(key);
        // On macOS TLS takes no key that was only put beside a certificate in memory.
        return X509CertificateLoader.LoadPkcs12(joined.Export(X509ContentType.Pkcs12), null);
    }
}
