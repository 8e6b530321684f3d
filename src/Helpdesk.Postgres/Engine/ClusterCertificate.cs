using System.Security.Cryptography.X509Certificates;

namespace Helpdesk.Postgres.Engine;

/// <summary>By which the processes of one cluster know each other: whoever has its private key is one of them.</summary>
/// <param name="Certificate">With its private key.</param>
/// <param name="Times">When it is used.</param>
public sealed record ClusterCertificate(X509Certificate2 Certificate, ClusterCertificateTimes Times)
{
    /// <summary>The public key, whatever else stands in the certificate.</summary>
    public static string IdOf(X509Certificate2 certificate) =>
        Convert.ToHexStringLower(SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo()));
}

/// <param name="Id">SHA-256 of the public key in hex.</param>
/// <param name="ShownFrom">Later than its making, so that every process accepts it before the first one shows it.</param>
public sealed record ClusterCertificateTimes(string Id, Instant ShownFrom, Instant AcceptedUntil);

/// <summary>One lasts two years. The next is made 90 days early, and shown when every process has had a day to read it.</summary>
public static class ClusterCertificateSchedule
{
    public static readonly Duration Lasts = Duration.FromDays(730);
    public static readonly Duration MadeAhead = Duration.FromDays(90);
    public static readonly Duration KnownAhead = Duration.FromDays(1);

    /// <returns>The one to show to others; <c>null</c>: all are over.</returns>
    public static ClusterCertificateTimes? Shown(IEnumerable<ClusterCertificateTimes> certificates, Instant now)
    {
        var accepted = certificates.Where(certificate => now < certificate.AcceptedUntil).ToList();
        // By a clock that is behind none may have begun yet: then the first.
        return accepted.Where(certificate => certificate.ShownFrom <= now).MaxBy(certificate => certificate.ShownFrom)
            ?? accepted.MinBy(certificate => certificate.ShownFrom);
    }

    /// <returns>From when until when the one counts that has to be made now; <c>null</c>: there are enough.</returns>
    public static (Instant ShownFrom, Instant AcceptedUntil)? Next(IEnumerable<ClusterCertificateTimes> certificates, Instant now)
    {
        var covered = certificates.Select(certificate => certificate.AcceptedUntil).DefaultIfEmpty(now).Max();
        if (covered > now + MadeAhead)
            return null;

        // When nothing is left to show, nobody can be waited for.
        return (covered > now ? Instant.Min(now + KnownAhead, covered) : now, now + Lasts);
    }
}
