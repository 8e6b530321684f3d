using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Helpdesk.Postgres.Engine;
using Microsoft.AspNetCore.Connections;
using Orleans.Configuration;
using Orleans.Connections.Security;

namespace Helpdesk.Hosting.Cluster;

/// <summary>
/// TLS on both ports of a silo and in whoever connects to them. Either side shows the cluster's certificate and takes no other from the
/// other side: the key counts, not a name and not who signed it. Asked for each connection anew, so a new certificate needs no restart.
/// </summary>
/// <param name="isOn">Else nothing is done to any connection.</param>
internal sealed class ClusterTls(bool isOn)
{
    private volatile IReadOnlyList<ClusterCertificate> certificates = [];

    public bool IsOn => isOn;

    public void Use(IReadOnlyList<ClusterCertificate> current) => certificates = current;

    public void Secure(SiloConnectionOptions connections)
    {
        if (!isOn)
            return;
        connections.ConfigureSiloInboundConnection(Inbound);
        connections.ConfigureGatewayInboundConnection(Inbound);
        connections.ConfigureSiloOutboundConnection(Outbound);
    }

    public void Secure(ClientConnectionOptions connections)
    {
        if (isOn)
            connections.ConfigureConnection(Outbound);
    }

    // Membership and the network go by the machine's clock, whatever the platform's says.
    private static Instant Now => SystemClock.Instance.GetCurrentInstant();

    private void Inbound(IConnectionBuilder connection) => connection.UseServerTls(Options());

    private void Outbound(IConnectionBuilder connection) => connection.UseClientTls(Options());

    private TlsOptions Options() => new()
    {
        LocalServerCertificateSelector = (_, _) => Shown(),
        LocalClientCertificateSelector = (_, _, _, _, _) => Shown(),
        RemoteCertificateMode = RemoteCertificateMode.RequireCertificate,
        RemoteCertificateValidation = (certificate, _, _) => IsOurs(certificate),
        OnAuthenticateAsServer = (_, options) => Harden((SslServerAuthenticationOptions)options.SslServerAuthenticationOptions),
        OnAuthenticateAsClient = (_, options) => Harden((SslClientAuthenticationOptions)options.SslClientAuthenticationOptions),
    };

    /// <exception cref="InvalidOperationException">All are over: the database could not be read for months.</exception>
    internal X509Certificate2 Shown()
    {
        var all = certificates;
        var shown = ClusterCertificateSchedule.Shown(all.Select(each => each.Times), Now)
            ?? throw new InvalidOperationException("This process has no valid certificate of its cluster.");
        return all.First(each => each.Times == shown).Certificate;
    }

    /// <summary>That it has the private key as well, the handshake has seen.</summary>
    internal bool IsOurs(X509Certificate2 certificate)
    {
        var (id, now) = (ClusterCertificate.IdOf(certificate), Now);
        return certificates.Any(each => each.Times.Id == id && now < each.Times.AcceptedUntil);
    }

    // A resumed session would be one that was accepted long ago.
    private static void Harden(SslServerAuthenticationOptions options) =>
        (options.AllowTlsResume, options.CertificateChainPolicy) = (false, Nothing());

    private static void Harden(SslClientAuthenticationOptions options) =>
        (options.AllowTlsResume, options.CertificateChainPolicy) = (false, Nothing());

    // The chain is built before we are asked: a stranger's certificate must not make this process fetch addresses that stand in it.
    private static X509ChainPolicy Nothing() => new()
    {
        TrustMode = X509ChainTrustMode.CustomRootTrust,
        DisableCertificateDownloads = true,
        RevocationMode = X509RevocationMode.NoCheck,
    };
}
